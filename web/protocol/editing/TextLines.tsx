import { useRef } from 'react';
import type { Text as Words } from '../../../contract/protocol.ts';
import { Button } from '../../components/Button.tsx';
import { FieldGroup } from '../../components/Field.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useProtocolText } from '../text.ts';
import { BilingualField } from './BilingualField.tsx';
import { useFieldErrors } from './fieldErrors.tsx';
import { moved, removed, replaced } from './lists.ts';
import { OrderButtons } from './OrderButtons.tsx';

interface TextLinesProps<Line> {
  id: string;
  legend: string;
  hint?: string;
  /** "Voorbeeld 2" */
  nameOf: (place: number) => string;
  addLabel: string;
  lines: readonly Line[];
  /** A line is a text by itself, or has one below this name. */
  textOf: (line: Line) => Words;
  withText: (line: Line, text: Words) => Line;
  newLine: () => Line;
  /** Below the name of the line in the pointer of the contract. */
  textName?: string;
  most: number;
  onChange: (lines: Line[]) => void;
}

/** A list of short texts in both languages that can be added to, put in order and taken from. */
export function TextLines<Line>(props: TextLinesProps<Line>) {
  const { id, legend, hint, nameOf, addLabel, lines, textOf, withText, newLine, textName, most, onChange } = props;
  const { editing: text } = useProtocolText();
  const say = useSay();
  const { errorAt } = useFieldErrors();
  const keys = useKeys(lines.length);
  const fieldOf = (at: number) => [id, at, textName].filter((part) => part !== undefined).join('-');

  function add() {
    if (lines.length >= most) return say(text.most(most));
    onChange([...lines, newLine()]);
    requestAnimationFrame(() => document.getElementById(`${fieldOf(lines.length)}-nl`)?.focus());
  }

  return (
    <FieldGroup id={id} legend={legend} hint={hint} error={errorAt(id)}>
      <ol className="lines plain-list">
        {lines.map((line, at) => (
          <li key={keys.at(at)} className="lines__line">
            <div className="lines__head">
              <span className="lines__name">{nameOf(at + 1)}</span>
              <OrderButtons
                id={`${id}-order-${keys.at(at)}`}
                name={nameOf(at + 1)}
                at={at}
                count={lines.length}
                onMove={(by) => {
                  keys.move(at, by);
                  onChange(moved(lines, at, by));
                }}
                onRemove={() => {
                  keys.remove(at);
                  onChange(removed(lines, at));
                }}
              />
            </div>
            <BilingualField
              id={fieldOf(at)}
              legend={nameOf(at + 1)}
              hideLegend
              value={textOf(line)}
              onChange={(value) => onChange(replaced(lines, at, withText(line, value)))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button kind="plain" icon="plus" className="lines__add" onClick={add}>
          {addLabel}
        </Button>
      </div>
    </FieldGroup>
  );
}

/** Lines without a name of their own keep their place on the page while they move. */
function useKeys(count: number) {
  const next = useRef(0);
  const keys = useRef<number[]>([]);
  while (keys.current.length < count) keys.current.push(next.current++);
  keys.current.length = count;
  return {
    at: (place: number) => keys.current[place],
    move: (place: number, by: 1 | -1) => {
      keys.current = moved(keys.current, place, by);
    },
    remove: (place: number) => {
      keys.current = removed(keys.current, place);
    },
  };
}
