import type { AnchorHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import './Link.css';

/** A link in running text. */
export function Link({ className, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return <a {...rest} className={classes('utrecht-link utrecht-link--html-a', className)} />;
}

/** A link with room for a thumb around it, for where it stands on its own line. */
export function StandaloneLink({ className, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return <Link {...rest} className={classes('standalone-link', className)} />;
}
