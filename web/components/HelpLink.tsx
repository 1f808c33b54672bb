import type { ReactNode } from 'react';
import './HelpLink.css';

/** The red door: large, always the first thing on the screen, and the only red thing there is. */
export function HelpLink({ href, title, children }: { href: string; title: string; children?: ReactNode }) {
  return (
    <a className="help-link" href={href}>
      <span className="help-link__title">{title}</span>
      {children && <span>{children}</span>}
    </a>
  );
}
