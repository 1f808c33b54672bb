import { useEffect, useRef } from 'react';
import { useComponentText } from './text.ts';
import './ErrorSummary.css';

export interface FieldError {
  fieldId: string;
  message: string;
}

interface ErrorSummaryProps {
  errors: readonly FieldError[];
  title?: string;
}

/** Above a form that was sent and needs another look. It takes the focus once, and each line leads to its field. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const text = useComponentText();
  const box = useRef<HTMLElement>(null);
  const hasErrors = errors.length > 0;
  useEffect(() => {
    if (hasErrors) box.current?.focus();
  }, [hasErrors]);
  if (!hasErrors) return null;
  return (
    <section ref={box} tabIndex={-1} className="error-summary" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title" className="utrecht-heading-2">
        {title ?? text.errorsTitle}
      </h2>
      <ul className="error-summary__list">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              className="utrecht-link utrecht-link--html-a"
              onClick={(event) => goTo(event, fieldId)}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** To the control itself; in a group of choices to the first of them. */
function goTo(event: { preventDefault(): void }, fieldId: string) {
  const field = document.getElementById(fieldId);
  if (!field) return;
  event.preventDefault();
  const control =
    field instanceof HTMLFieldSetElement ? field.querySelector<HTMLElement>('input, select, textarea') : field;
  (control ?? field).focus();
  field.scrollIntoView({ block: 'center' });
}
