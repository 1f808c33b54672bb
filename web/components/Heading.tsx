import type { HTMLAttributes, Ref } from 'react';
import { classes } from './classes.ts';

interface HeadingProps extends HTMLAttributes<HTMLHeadingElement> {
  level: 1 | 2 | 3;
  /** How big it looks, where that differs from its place in the order of headings. */
  looksLike?: 1 | 2 | 3;
  ref?: Ref<HTMLHeadingElement>;
}

export function Heading({ level, looksLike = level, className, ...rest }: HeadingProps) {
  const Tag = `h${level}` as const;
  return <Tag {...rest} className={classes(`utrecht-heading-${looksLike}`, className)} />;
}
