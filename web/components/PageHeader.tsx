import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { Heading } from './Heading.tsx';
import { Link } from './Link.tsx';
import { Text } from './Text.tsx';
import { useComponentText } from './text.ts';
import { focusTitleWhenWished } from './titleFocus.ts';
import './PageHeader.css';

interface PageHeaderProps {
  /** The heading, and the title of the tab. */
  title: string;
  /** Only for the tab, for instance "Stap 2 van 5: Wie was het?". */
  tabTitle?: string;
  /** The way back up: "Meldingen › 2026-0412". The last one without an address is where you are. */
  trail?: readonly { label: string; href?: string }[];
  tags?: ReactNode;
  meta?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

/** The top of every page: where you are, what this is, and the one or two things you can do with it. */
export function PageHeader({ title, tabTitle, trail, tags, meta, lead, actions }: PageHeaderProps) {
  usePageTitle(tabTitle ?? title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusTitleWhenWished(heading.current), []);
  return (
    <header className="page-header">
      <div className="page-header__words">
        {trail && <Trail trail={trail} />}
        <Heading level={1} id="page-title" tabIndex={-1} ref={heading}>
          {title}
        </Heading>
        {(tags || meta) && (
          <div className="page-header__meta">
            {tags}
            {meta && <span className="soft">{meta}</span>}
          </div>
        )}
        {lead && (
          <Text soft className="page-header__lead">
            {lead}
          </Text>
        )}
      </div>
      {actions && <div className="page-header__actions">{actions}</div>}
    </header>
  );
}

function Trail({ trail }: { trail: readonly { label: string; href?: string }[] }) {
  const text = useComponentText();
  return (
    <nav aria-label={text.breadcrumb} className="trail">
      {trail.map(({ label, href }, place) => (
        <Fragment key={label}>
          {place > 0 && <span aria-hidden="true"> › </span>}
          {href ? <Link href={href}>{label}</Link> : <span aria-current="page">{label}</span>}
        </Fragment>
      ))}
    </nav>
  );
}

/** "Mijn werk – Rugdekking": what a tab, a history list and a screen reader say. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Rugdekking`;
  }, [title]);
}
