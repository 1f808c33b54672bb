import type { HTMLAttributes } from 'react';
import { classes } from './classes.ts';
import './Text.css';

interface TextProps extends HTMLAttributes<HTMLParagraphElement> {
  soft?: boolean;
  small?: boolean;
}

/** A paragraph, at most 62 characters wide. `soft` is for what supports, `small` for what may be skipped. */
export function Text({ soft, small, className, ...rest }: TextProps) {
  return (
    <p
      {...rest}
      className={classes('utrecht-paragraph', soft && 'soft', small && 'utrecht-paragraph--small', className)}
    />
  );
}
