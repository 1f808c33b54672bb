import { useState } from 'react';
import {
  aggressionForms,
  type Classification,
  incidentFlags,
  incidentKinds,
  matrixColumns,
  observedCauses,
  readClassification,
  reclassifyIncident,
} from '../../../contract/incident.ts';
import { matrixFits } from '../../../contract/norm-matrix.ts';
import { ManyChoices, OneChoice } from '../../components/ChoiceCards.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useIncidentText } from '../text.ts';
import { useClassificationText } from './text.ts';

interface ReclassifyProps {
  incidentId: string;
  onClose: () => void;
}

/** Opens once it is known how it is filed: nobody changes what they did not see. */
export function ReclassifyDialog({ incidentId, onClose }: ReclassifyProps) {
  const { data } = useRead(readClassification, { params: { incidentId } });
  if (!data) return null;
  const { severity: _, ...current } = data.current;
  return <Form incidentId={incidentId} current={current} onClose={onClose} />;
}

function Form({ incidentId, current, onClose }: ReclassifyProps & { current: Classification }) {
  const text = useClassificationText();
  const tell = useSay();
  const reclassify = useWrite(reclassifyIncident);
  const [filed, setFiled] = useState(current);
  const [reason, setReason] = useState('');
  const change = (more: Partial<Classification>) => setFiled({ ...filed, ...more });

  async function save() {
    // What was ticked before belongs to the matrix; of a missing child there is none.
    const fitting = matrixFits(filed.kind) ? filed : { ...filed, columns: [], form: null, flags: [] };
    if (await reclassify.send({ params: { incidentId }, body: { ...fitting, reason } })) {
      tell(text.done);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.title}
      lead={text.lead}
      saveLabel={text.save}
      onSave={() => void save()}
      onClose={onClose}
      write={reclassify}
    >
      <Kind filed={filed} change={change} />
      {matrixFits(filed.kind) && <Behaviour filed={filed} change={change} error={reclassify.errorAt('columns')} />}
      <Field id="reason" label={text.reason} hint={text.reasonHint} error={reclassify.errorAt('reason')}>
        <TextArea value={reason} limit={500} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </DialogForm>
  );
}

interface PartProps {
  filed: Classification;
  change: (more: Partial<Classification>) => void;
}

function Kind({ filed, change }: PartProps) {
  const text = useClassificationText();
  const { kinds } = useIncidentText();
  return (
    <Field id="kind" label={text.kind}>
      <Select
        options={incidentKinds.map((value) => ({ value, label: kinds[value] }))}
        value={filed.kind}
        onChange={(kind) => kind && change({ kind })}
      />
    </Field>
  );
}

function Behaviour({ filed, change, error }: PartProps & { error: string | undefined }) {
  const text = useClassificationText();
  const { forms, details } = useIncidentText();
  return (
    <>
      <ManyChoices
        id="columns"
        legend={text.columns}
        hint={text.columnsHint}
        error={error}
        choices={matrixColumns.map((value) => ({ value, label: text.columnWords[value] }))}
        chosen={filed.columns}
        onChange={(columns) => change({ columns })}
      />
      <OneChoice
        id="form"
        legend={text.form}
        choices={[
          ...aggressionForms.map((value) => ({ value, label: forms[value] })),
          { value: 'unknown' as const, label: text.formUnknown },
        ]}
        beside="wide"
        chosen={filed.form ?? 'unknown'}
        onChange={(form) => change({ form: form === 'unknown' ? null : form })}
      />
      <ManyChoices
        id="flags"
        legend={text.flags}
        optional
        choices={incidentFlags.map((value) => ({ value, label: details.flagWords[value] }))}
        beside="wide"
        chosen={filed.flags}
        onChange={(flags) => change({ flags })}
      />
      <Field id="cause" label={text.cause} optional>
        <Select
          emptyLabel={text.causeUnknown}
          options={observedCauses.map((value) => ({ value, label: details.causes[value] }))}
          value={filed.cause ?? ''}
          onChange={(cause) => change({ cause: cause || null })}
        />
      </Field>
    </>
  );
}
