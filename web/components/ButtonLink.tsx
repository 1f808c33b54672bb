import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { type ButtonKind, buttonClasses } from './Button.tsx';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  kind?: ButtonKind;
  wide?: boolean;
  icon?: IconName;
  children: ReactNode;
}

/** Goes somewhere and looks like a button. The shell turns links to its own pages into navigation without a reload. */
export function ButtonLink({ kind = 'primary', wide, icon, children, className, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={classes(buttonClasses(kind, wide), className)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}
