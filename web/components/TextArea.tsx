import { type TextareaHTMLAttributes, useId } from 'react';
import { classes } from './classes.ts';
import { useField } from './Field.tsx';
import { useComponentText } from './text.ts';
import './TextArea.css';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  value: string;
  /** Counted only when it comes near; typing on is possible, and what is too long is never cut off. */
  limit?: number;
}

/** Grows with what is told, so that the whole story stays in sight. */
export function TextArea({ value, limit, rows = 3, className, ...rest }: TextAreaProps) {
  const field = useField();
  const counterId = useId();
  const describedBy = [field['aria-describedby'], limit && counterId].filter(Boolean).join(' ') || undefined;
  return (
    <div className="text-area">
      <textarea
        {...field}
        {...rest}
        value={value}
        rows={rows}
        aria-describedby={describedBy}
        className={classes(
          'utrecht-textarea utrecht-textarea--html-textarea text-area__control',
          field['aria-invalid'] && 'utrecht-textarea--invalid',
          className,
        )}
      />
      {limit && <Counter id={counterId} length={value.length} limit={limit} />}
    </div>
  );
}

function Counter({ id, length, limit }: { id: string; length: number; limit: number }) {
  const text = useComponentText();
  const left = limit - length;
  const isNear = left < limit * 0.1;
  return (
    <p id={id} className={classes('text-area__count small', left < 0 && 'text-area__count--over')} aria-live="polite">
      {isNear && (left < 0 ? text.charactersOver(-left) : text.charactersLeft(left))}
    </p>
  );
}
