import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
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
  useClosing(isOpen, whole, () => setOpen(false));

  function closeByKey(event: React.KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    setOpen(false);
    opener.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Escape from the controls inside
    <div ref={whole} className={classes('menu', className)} onKeyDown={closeByKey}>
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

/** A press elsewhere, or the focus going elsewhere, closes it; so does following a link inside. */
function useClosing(isOpen: boolean, whole: React.RefObject<HTMLDivElement | null>, close: () => void) {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) latest.current();
    };
    const followed = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('.menu__sheet a')) latest.current();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('click', followed);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('click', followed);
    };
  }, [isOpen, whole]);
}
