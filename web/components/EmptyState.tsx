import type { ReactNode } from 'react';
import { Heading } from './Heading.tsx';
import { Text } from './Text.tsx';
import './EmptyState.css';

type Drawing = 'calm' | 'inbox' | 'search' | 'people' | 'path';

interface EmptyStateProps {
  drawing?: Drawing;
  title: ReactNode;
  headingLevel?: 2 | 3;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here, and that is fine: says what would be here and what you can do. */
export function EmptyState({ drawing = 'calm', title, headingLevel = 2, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <Picture drawing={drawing} />
      <Heading level={headingLevel} looksLike={2}>
        {title}
      </Heading>
      {children && <Text soft>{children}</Text>}
      {action && <div className="empty__action">{action}</div>}
    </div>
  );
}

const shapes: Record<Drawing, ReactNode> = {
  calm: (
    <>
      <path className="empty__wash" d="M20 74c18-26 42-30 60-14s44 14 60-8v42H20z" />
      <circle className="empty__warm" cx="118" cy="30" r="13" />
      <path className="empty__line" d="M20 74c18-26 42-30 60-14s44 14 60-8M34 86h30M76 86h46" />
      <path className="empty__line" d="M52 38c5-6 10-6 14 0 4-6 9-6 14 0" />
    </>
  ),
  inbox: (
    <>
      <path className="empty__wash" d="M38 52 52 22h56l14 30v36H38z" />
      <path className="empty__paper" d="M38 52h26l6 12h20l6-12h26v36H38z" />
      <path className="empty__line" d="M38 52 52 22h56l14 30v36H38zM38 52h26l6 12h20l6-12h26" />
      <circle className="empty__warm" cx="122" cy="24" r="8" />
    </>
  ),
  search: (
    <>
      <circle className="empty__wash" cx="74" cy="50" r="27" />
      <path className="empty__line" d="M94 69l20 20M62 46c2-6 7-10 14-10" />
      <circle className="empty__line" cx="74" cy="50" r="27" />
      <circle className="empty__warm" cx="118" cy="28" r="8" />
    </>
  ),
  people: (
    <>
      <path className="empty__wash" d="M34 92c2-19 13-30 27-30s25 11 27 30z" />
      <circle className="empty__wash" cx="61" cy="42" r="14" />
      <path className="empty__paper" d="M74 92c2-19 13-30 27-30s25 11 27 30z" />
      <circle className="empty__paper" cx="101" cy="42" r="14" />
      <path className="empty__line" d="M34 92c2-19 13-30 27-30 6 0 11 2 15 5M74 92c2-19 13-30 27-30s25 11 27 30" />
      <circle className="empty__line" cx="61" cy="42" r="14" />
      <circle className="empty__line" cx="101" cy="42" r="14" />
      <circle className="empty__warm" cx="131" cy="26" r="7" />
    </>
  ),
  path: (
    <>
      <path className="empty__wash" d="M30 92c34-6 20-40 52-44s26-22 48-24v68z" />
      <path className="empty__line" d="M30 92c34-6 20-40 52-44s26-22 48-24" />
      <path className="empty__line" d="M112 24V6l18 7-18 7" />
      <circle className="empty__warm" cx="38" cy="36" r="9" />
    </>
  ),
};

function Picture({ drawing }: { drawing: Drawing }) {
  return (
    <svg className="empty__picture" viewBox="0 0 160 100" width="160" height="100" aria-hidden="true" focusable="false">
      {shapes[drawing]}
    </svg>
  );
}
