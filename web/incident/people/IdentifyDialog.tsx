import { useState } from 'react';
import {
  ageGroups,
  builds,
  hairs,
  identifyPerson,
  type PersonIdentity,
  type PersonLooks,
} from '../../../contract/incident.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { usePeopleText } from './text.ts';

interface IdentifyProps {
  incidentId: string;
  known: PersonIdentity | null;
  onClose: () => void;
}

const lines = ['name', 'postcode', 'houseNumber'] as const;
const ownWords = ['marks', 'voice', 'clothing'] as const;
const noLooks: PersonLooks = { age: null, build: null, hair: null, clothing: null, voice: null, marks: null };
const longest = { name: 500, postcode: 7, houseNumber: 12 } as const;

/** What is known for certain about who did it. An empty field says that we do not know. */
export function IdentifyDialog({ incidentId, known, onClose }: IdentifyProps) {
  const text = usePeopleText();
  const tell = useSay();
  const identify = useWrite(identifyPerson);
  const [typed, setTyped] = useState(() => ({
    name: known?.name ?? '',
    bornOn: known?.bornOn ?? '',
    postcode: known?.postcode ?? '',
    houseNumber: known?.houseNumber ?? '',
    description: known?.description ?? '',
  }));
  const [looks, setLooks] = useState<PersonLooks>(known?.looks ?? noLooks);
  const look = (more: Partial<PersonLooks>) => setLooks({ ...looks, ...more });
  const change = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more });

  async function save() {
    const body = {
      name: typed.name.trim() || null,
      bornOn: typed.bornOn || null,
      postcode: typed.postcode.trim() || null,
      houseNumber: typed.houseNumber.trim() || null,
      description: typed.description.trim() || null,
      looks: trimmed(looks),
    };
    if (await identify.send({ params: { incidentId }, body })) {
      tell(text.saved);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.dialogTitle}
      lead={text.dialogLead}
      saveLabel={text.save}
      onSave={() => void save()}
      onClose={onClose}
      write={identify}
    >
      {lines.map((line) => (
        <Field key={line} id={line} label={text.labels[line]} error={identify.errorAt(line)}>
          <TextInput
            autoComplete="off"
            width={line === 'name' ? 'full' : 's'}
            maxLength={longest[line]}
            value={typed[line]}
            onChange={({ target }) => change({ [line]: target.value })}
          />
        </Field>
      ))}
      <DateInput
        id="bornOn"
        legend={text.labels.bornOn}
        hint={text.bornHint}
        error={identify.errorAt('bornOn')}
        value={typed.bornOn}
        onChange={(bornOn) => change({ bornOn })}
      />
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
      {ownWords.map((line) => (
        <Field
          key={line}
          id={line}
          label={text.labels[line]}
          hint={line === 'clothing' ? undefined : text[`${line}Hint`]}
          error={identify.errorAt(`looks-${line}`)}
        >
          <TextInput
            autoComplete="off"
            maxLength={200}
            value={looks[line] ?? ''}
            onChange={({ target }) => look({ [line]: target.value })}
          />
        </Field>
      ))}
      <Field id="description" label={text.labels.description} error={identify.errorAt('description')}>
        <TextArea
          value={typed.description}
          limit={500}
          onChange={({ target }) => change({ description: target.value })}
        />
      </Field>
    </DialogForm>
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
function trimmed(looks: PersonLooks): PersonLooks | null {
  const told = Object.fromEntries(ownWords.map((line) => [line, looks[line]?.trim() || null]));
  const kept = { ...looks, ...told };
  return Object.values(kept).some((value) => value !== null) ? kept : null;
}
