import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './Disclosure.css';

interface DisclosureProps {
  summary: ReactNode;
  /** Open when the page is shown. */
  open?: boolean;
  children: ReactNode;
}

/** More for who wants it. The browser's own, so it opens when somebody searches in the page. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary className="disclosure__summary">
        <Icon name="chevron" />
        <span>{summary}</span>
      </summary>
      <div className="disclosure__content">{children}</div>
    </details>
  );
}
