import { useEffect, useId, useState } from 'react';
import { Field, FieldGroup } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { TextInput } from './TextInput.tsx';
import { useComponentText } from './text.ts';
import './PeoplePicker.css';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

export interface FoundColleague extends Colleague {
  /** Where they work: tells two people of the same name apart. */
  readonly team: string;
}

/** Asks the directory; an empty list when there is nobody, or no answer. */
export type FindColleagues = (name: string) => Promise<readonly FoundColleague[]>;

interface PeoplePickerProps {
  id: string;
  label: string;
  find: FindColleagues;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
  chosen: readonly Colleague[];
  /** Already somebody else on this report, or oneself. */
  leaveOut?: readonly string[];
  /** One person instead of several: choosing another takes the place of the first. */
  single?: boolean;
  onChange: (chosen: Colleague[]) => void;
}

const pauseBeforeAsking = 250;
const shownAtOnce = 6;

/** Colleagues found by a part of their name; a press adds one, the cross takes one away again. */
export function PeoplePicker(props: PeoplePickerProps) {
  const { id, label, find, hint, error, optional, chosen, leaveOut = [], single, onChange } = props;
  const text = useComponentText();
  const [typed, setTyped] = useState('');
  const found = useFoundPeople(typed.trim(), find);
  const taken = new Set([...leaveOut, ...chosen.map((person) => person.id)]);
  const shown = found?.filter((person) => !taken.has(person.id)).slice(0, shownAtOnce);

  function add(person: Colleague) {
    onChange(single ? [person] : [...chosen, person]);
    setTyped('');
    document.getElementById(id)?.focus();
  }

  return (
    <div className="picker">
      <Field id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
        <TextInput
          autoComplete="off"
          placeholder={text.typeName}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (typed === '' || (event.key !== 'Enter' && event.key !== 'Escape')) return;
            // Neither may reach the form or the dialog around it: that would send or close what is not finished.
            event.preventDefault();
            const first = shown?.[0];
            if (event.key === 'Escape') setTyped('');
            else if (first) add(first);
          }}
        />
      </Field>
      {shown && shown.length > 0 && (
        <ul className="picker__found plain-list" aria-label={label}>
          {shown.map((person) => (
            <li key={person.id}>
              <button type="button" className="picker__person" onClick={() => add(person)}>
                <Icon name="plus" />
                <span>
                  {person.name}
                  <span className="soft small picker__team">{person.team}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="soft small">
        {found && shown?.length === 0 && text.nobodyFound(typed.trim())}
      </p>
      <Chosen
        chosen={chosen}
        onRemove={(gone) => onChange(chosen.filter((person) => person.id !== gone))}
        label={label}
      />
    </div>
  );
}

function Chosen({
  chosen,
  onRemove,
  label,
}: {
  chosen: readonly Colleague[];
  onRemove: (id: string) => void;
  label: string;
}) {
  const text = useComponentText();
  const groupId = useId();
  if (chosen.length === 0) return null;
  return (
    <FieldGroup id={groupId} legend={label} hideLegend>
      <ul className="picker__chosen plain-list">
        {chosen.map((person) => (
          <li key={person.id} className="picker__one">
            <span>{person.name}</span>
            <button
              type="button"
              className="picker__remove"
              aria-label={text.removePerson(person.name)}
              onClick={() => onRemove(person.id)}
            >
              <Icon name="close" size={18} />
            </button>
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}

/** `null` until something was asked and answered. */
function useFoundPeople(name: string, find: FindColleagues): readonly FoundColleague[] | null {
  const [found, setFound] = useState<readonly FoundColleague[] | null>(null);
  useEffect(() => {
    setFound(null);
    if (name.length < 2) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const answered = await find(name);
      if (isWanted) setFound(answered);
    }, pauseBeforeAsking);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [name, find]);
  return found;
}
