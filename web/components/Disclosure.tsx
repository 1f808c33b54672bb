import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Icon } from './Icon.tsx';
import './Disclosure.css';

interface DisclosureProps {
  summary: ReactNode;
  /** Opens it; closing is for whoever reads it, so that what somebody is typing in never folds away under their fingers. */
  open?: boolean;
  children: ReactNode;
}

/** More for who wants it. The browser's own, so it opens when somebody searches in the page. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  const box = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (open && box.current) box.current.open = true;
  }, [open]);
  return (
    <details ref={box} className="disclosure">
      <summary className="disclosure__summary">
        <Icon name="chevron" />
        <span>{summary}</span>
      </summary>
      <div className="disclosure__content">{children}</div>
    </details>
  );
}
