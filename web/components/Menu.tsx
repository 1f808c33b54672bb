import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { classes } from './classes.ts';
import './Menu.css';

interface MenuProps {
  /** What is seen on the button; `label` is what is heard. */
  button: ReactNode;
  label: string;
  className?: string;
  children: ReactNode;
}

/** A button with a sheet below it. Plain links and buttons in a list: nothing to learn for a keyboard or a screen reader. */
export function Menu({ button, label, className, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const sheetId = useId();
  const whole = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useClosing(isOpen, whole, (how) => {
    setOpen(false);
    if (how === 'by-key') opener.current?.focus();
  });

  return (
    <div ref={whole} className={classes('menu', className)}>
      <button
        ref={opener}
        type="button"
        className="menu__button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={sheetId}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      <div id={sheetId} className="menu__sheet" hidden={!isOpen}>
        {children}
      </div>
    </div>
  );
}

/** Escape closes it; so does a press elsewhere, the focus going elsewhere, or following a link inside. */
function useClosing(
  isOpen: boolean,
  whole: React.RefObject<HTMLDivElement | null>,
  close: (how: 'by-key' | 'by-leaving') => void,
) {
  const elsewhere = useEffectEvent((event: Event) => {
    if (event.target instanceof Node && !whole.current?.contains(event.target)) close('by-leaving');
  });
  const followed = useEffectEvent((event: Event) => {
    if (event.target instanceof Element && event.target.closest('.menu__sheet a')) close('by-leaving');
  });
  const escaped = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') close('by-key');
  });
  useEffect(() => {
    if (!isOpen) return;
    const left = new AbortController();
    const { signal } = left;
    document.addEventListener('pointerdown', elsewhere, { signal });
    document.addEventListener('focusin', elsewhere, { signal });
    document.addEventListener('click', followed, { signal });
    document.addEventListener('keydown', escaped, { signal });
    return () => left.abort();
  }, [isOpen]);
}
