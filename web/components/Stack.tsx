import type { HTMLAttributes } from 'react';
import { classes } from './classes.ts';
import './Stack.css';

interface StackProps extends HTMLAttributes<HTMLElement> {
  gap?: 'xs' | 's' | 'm' | 'l' | 'xl';
  as?: 'div' | 'section' | 'form' | 'ul' | 'ol' | 'header' | 'main' | 'aside';
}

/** Things below each other, on the 8-pixel rhythm. */
export function Stack({ gap = 'm', as: Tag = 'div', className, ...rest }: StackProps) {
  const isList = Tag === 'ul' || Tag === 'ol';
  return <Tag {...rest} className={classes('stack', `stack--${gap}`, isList && 'plain-list', className)} />;
}

interface RowProps extends HTMLAttributes<HTMLDivElement> {
  gap?: 'xs' | 's' | 'm' | 'l';
  /** Pushes the first and the last apart. */
  between?: boolean;
  align?: 'start' | 'center' | 'baseline';
}

/** Things beside each other; they wrap when there is no room. */
export function Row({ gap = 's', between, align = 'center', className, ...rest }: RowProps) {
  return (
    <div {...rest} className={classes('row', `row--${gap}`, `row--${align}`, between && 'row--between', className)} />
  );
}

/** A main column with one beside it on a desk, below each other on a phone. */
export function Columns({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={classes('columns', className)} />;
}
