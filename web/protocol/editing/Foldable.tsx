import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Heading } from '../../components/Heading.tsx';
import { useProtocolText } from '../text.ts';
import { useFieldErrors } from './fieldErrors.tsx';

interface FoldableProps {
  /** The pointer of the contract with dashes: with an error below it, it opens by itself. */
  id: string;
  place: number;
  headingLevel: 2 | 3;
  title: string;
  note: ReactNode;
  /** Beside the button: what can be done without opening it. */
  tools?: ReactNode;
  /** Open from the start: it is new. */
  isNew?: boolean;
  children: ReactNode;
}

/** One of many parts of a long form: a line to read, and its fields once somebody wants to change it. */
export function Foldable({ id, place, headingLevel, title, note, tools, isNew = false, children }: FoldableProps) {
  const { editing: text } = useProtocolText();
  const { isWrongBelow } = useFieldErrors();
  const [isOpen, setOpen] = useState(isNew);
  const contentId = useId();
  // It stays open once all is well: whoever makes it right is still typing.
  if (isWrongBelow(id) && !isOpen) setOpen(true);
  return (
    <li className="card foldable">
      <div className="foldable__head">
        <span className="matrix__place" aria-hidden="true">
          {place}
        </span>
        <div className="foldable__words">
          <Heading level={headingLevel} looksLike={3} className="foldable__title">
            {title}
          </Heading>
          <div className="soft small">{note}</div>
        </div>
        <div className="foldable__tools">
          {tools}
          <Button
            kind="secondary"
            aria-expanded={isOpen}
            aria-controls={contentId}
            aria-label={isOpen ? text.close(title) : text.open(title)}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? text.done : text.edit}
          </Button>
        </div>
      </div>
      <div id={contentId} className="foldable__content" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </li>
  );
}
