import { useState } from 'react';
import { identifyPerson, type PersonIdentity, type PersonLooks } from '../../../contract/incident.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { Field } from '../../components/Field.tsx';
import { Row } from '../../components/Stack.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { LooksFields, noLooks, trimmed } from './LooksFields.tsx';
import { usePeopleText } from './text.ts';

interface IdentifyProps {
  incidentId: string;
  known: PersonIdentity | null;
  onClose: () => void;
}

const addressLines = ['postcode', 'houseNumber'] as const;
const longest = { postcode: 7, houseNumber: 12 } as const;

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
      <Field id="name" label={text.labels.name} error={identify.errorAt('name')}>
        <TextInput
          autoComplete="off"
          maxLength={500}
          value={typed.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </Field>
      <Row gap="m" align="start">
        {addressLines.map((line) => (
          <Field key={line} id={line} label={text.labels[line]} error={identify.errorAt(line)}>
            <TextInput
              autoComplete="off"
              width="s"
              maxLength={longest[line]}
              value={typed[line]}
              onChange={({ target }) => change({ [line]: target.value })}
            />
          </Field>
        ))}
      </Row>
      <DateInput
        id="bornOn"
        legend={text.labels.bornOn}
        hint={text.bornHint}
        error={identify.errorAt('bornOn')}
        value={typed.bornOn}
        onChange={(bornOn) => change({ bornOn })}
      />
      <LooksFields looks={looks} onChange={setLooks} errorAt={identify.errorAt} />
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
