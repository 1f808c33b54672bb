import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import './Button.css';

/** `primary` is the one obvious next step of a screen; `help` is red and only ever calls for help. */
export type ButtonKind = 'primary' | 'secondary' | 'plain' | 'help';

const look: Record<ButtonKind, string> = {
  primary: 'utrecht-button--primary-action',
  secondary: 'utrecht-button--secondary-action',
  plain: 'utrecht-button--subtle',
  help: 'utrecht-button--primary-action utrecht-button--danger button--help',
};

export function buttonClasses(kind: ButtonKind, wide?: boolean): string {
  return classes('utrecht-button button', look[kind], wide && 'button--wide');
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  wide?: boolean;
  icon?: IconName;
  /** Work is under way: a second press does nothing. A button is never disabled, so that a press always gets an answer. */
  busy?: boolean;
  children: ReactNode;
}

export function Button({ kind = 'primary', wide, icon, busy, children, onClick, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(buttonClasses(kind, wide), busy && 'button--busy', className)}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
