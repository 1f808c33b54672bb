import { ageGroups, builds, hairs, type PersonLooks } from '../../../contract/incident.ts';
import { Field } from '../../components/Field.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Select } from '../../components/Select.tsx';
import { Row } from '../../components/Stack.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { usePeopleText } from './text.ts';

const ownWords = ['marks', 'voice', 'clothing'] as const;
export const noLooks: PersonLooks = { age: null, build: null, hair: null, clothing: null, voice: null, marks: null };

interface LooksFieldsProps {
  looks: PersonLooks;
  onChange: (looks: PersonLooks) => void;
  errorAt: (id: string) => string | undefined;
}

/** How somebody looked and sounded: three rough guesses, and own words. */
export function LooksFields({ looks, onChange, errorAt }: LooksFieldsProps) {
  const text = usePeopleText();
  const look = (more: Partial<PersonLooks>) => onChange({ ...looks, ...more });
  return (
    <>
      <Heading level={3}>{text.looksTitle}</Heading>
      <Row gap="m" align="start">
        <Hint
          label={text.labels.age}
          id="age"
          codes={ageGroups}
          names={text.ages}
          value={looks.age}
          onChange={(age) => look({ age })}
        />
        <Hint
          label={text.labels.build}
          id="build"
          codes={builds}
          names={text.builds}
          value={looks.build}
          onChange={(build) => look({ build })}
        />
        <Hint
          label={text.labels.hair}
          id="hair"
          codes={hairs}
          names={text.hairs}
          value={looks.hair}
          onChange={(hair) => look({ hair })}
        />
      </Row>
      {ownWords.map((line) => (
        <Field
          key={line}
          id={`looks-${line}`}
          label={text.labels[line]}
          hint={line === 'clothing' ? undefined : text[`${line}Hint`]}
          error={errorAt(`looks-${line}`)}
        >
          <TextInput
            autoComplete="off"
            maxLength={200}
            value={looks[line] ?? ''}
            onChange={({ target }) => look({ [line]: target.value })}
          />
        </Field>
      ))}
    </>
  );
}

interface HintProps<Code extends string> {
  id: string;
  label: string;
  codes: readonly Code[];
  names: Readonly<Record<Code, string>>;
  value: Code | null;
  onChange: (value: Code | null) => void;
}

/** A rough guess out of a few; nothing chosen says that we do not know. */
function Hint<Code extends string>({ id, label, codes, names, value, onChange }: HintProps<Code>) {
  const text = usePeopleText();
  return (
    <Field id={id} label={label}>
      <Select
        width="m"
        emptyLabel={text.notKnown}
        options={codes.map((code) => ({ value: code, label: names[code] }))}
        value={value ?? ''}
        onChange={(chosen) => onChange(chosen || null)}
      />
    </Field>
  );
}

/** Null when nothing of it is known. */
export function trimmed(looks: PersonLooks): PersonLooks | null {
  const told = Object.fromEntries(ownWords.map((line) => [line, looks[line]?.trim() || null]));
  const kept = { ...looks, ...told };
  return Object.values(kept).some((value) => value !== null) ? kept : null;
}
