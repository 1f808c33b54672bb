import { useEffect, useId, useState } from 'react';
import { Field, FieldGroup } from '../components/Field.tsx';
import { Icon } from '../components/Icon.tsx';
import { TextInput } from '../components/TextInput.tsx';
import { type FoundPeople, write } from './api.ts';
import type { Colleague } from './draft.ts';
import { useReportText } from './text.ts';

interface PeoplePickerProps {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
  chosen: readonly Colleague[];
  /** Already somebody else on this report, or oneself. */
  leaveOut: readonly string[];
  onChange: (chosen: Colleague[]) => void;
}

const pauseBeforeAsking = 250;
const shownAtOnce = 6;

/** Colleagues found by a part of their name; a press adds one, the cross takes one away again. */
export function PeoplePicker({ id, label, hint, error, optional, chosen, leaveOut, onChange }: PeoplePickerProps) {
  const text = useReportText();
  const [typed, setTyped] = useState('');
  const found = useFoundPeople(typed.trim());
  const taken = new Set([...leaveOut, ...chosen.map((person) => person.id)]);
  const shown = found?.filter((person) => !taken.has(person.id)).slice(0, shownAtOnce);

  function add(person: Colleague) {
    onChange([...chosen, person]);
    setTyped('');
    document.getElementById(id)?.focus();
  }

  return (
    <div className="picker">
      <Field id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
        <TextInput
          autoComplete="off"
          placeholder={text.whom.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed === '') return;
            event.preventDefault();
            const first = shown?.[0];
            if (first) add(first);
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
        {found && shown?.length === 0 && text.whom.none(typed.trim())}
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
  const text = useReportText();
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
              aria-label={text.whom.remove(person.name)}
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

interface FoundPerson extends Colleague {
  readonly team: string;
}

/** `null` until something was asked and answered. Names go in the body of a request, never in an address. */
function useFoundPeople(name: string): readonly FoundPerson[] | null {
  const [found, setFound] = useState<readonly FoundPerson[] | null>(null);
  useEffect(() => {
    setFound(null);
    if (name.length < 2) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const answered = await write<FoundPeople>('POST', '/people/search', crypto.randomUUID(), { name, limit: 20 });
      if (isWanted && answered.ok) setFound(answered.body.people.map(asFound));
    }, pauseBeforeAsking);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [name]);
  return found;
}

function asFound(person: FoundPeople['people'][number]): FoundPerson {
  return {
    id: person.id,
    name: person.name,
    team: person.teams.map((team) => team.name).join(', ') || person.jobTitle,
  };
}
