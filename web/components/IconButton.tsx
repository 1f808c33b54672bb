import type { ButtonHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import './IconButton.css';

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName;
  /** What it does, for who does not see the drawing; also shown by the mouse. */
  label: string;
}

/** A drawing alone, only where everybody knows it: a cross, a bell. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={classes('icon-button', className)} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
