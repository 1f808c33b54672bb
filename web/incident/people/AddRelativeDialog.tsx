import { useState } from 'react';
import { addRelative, type Dossier, type Relation, relations } from '../../../contract/incident.ts';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { usePeopleText } from './text.ts';

/** Somebody at home whom it touches. Nobody writes to them from here. */
export function AddRelativeDialog({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const { relatives: text } = usePeopleText();
  const tell = useSay();
  const add = useWrite(addRelative);
  const [relativeId] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [relation, setRelation] = useState<Relation | ''>('');
  const [ofPersonId, setOf] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const errorAt = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message ?? add.errorAt(id);
  const colleagues = new Map(dossier.people.flatMap(({ person }) => (person ? [[person.id, person.name]] : [])));

  async function save() {
    const missing = [
      ...(name.trim() ? [] : [{ fieldId: 'name', message: text.missing(text.name) }]),
      ...(relation ? [] : [{ fieldId: 'relation', message: text.missing(text.relation) }]),
    ];
    setErrors(missing);
    if (missing.length > 0 || !relation) return;
    const body = { relativeId, relation, name, phone: phone.trim() || null, ofPersonId: ofPersonId || null };
    if (await add.send({ params: { incidentId: dossier.incidentId }, body })) {
      tell(text.added);
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
      write={add}
      errors={errors}
    >
      <Field id="name" label={text.name} error={errorAt('name')}>
        <TextInput autoComplete="off" maxLength={500} value={name} onChange={({ target }) => setName(target.value)} />
      </Field>
      <Field id="relation" label={text.relation} error={errorAt('relation')}>
        <Select
          width="m"
          options={relations.map((value) => ({ value, label: text.relations[value] }))}
          value={relation}
          onChange={setRelation}
        />
      </Field>
      <Field id="ofPersonId" label={text.of} error={errorAt('ofPersonId')}>
        <Select
          emptyLabel={text.ofNobody}
          options={[...colleagues].map(([value, label]) => ({ value, label }))}
          value={ofPersonId}
          onChange={setOf}
        />
      </Field>
      <Field id="phone" label={text.phone} error={errorAt('phone')} optional>
        <TextInput
          type="tel"
          autoComplete="off"
          width="m"
          maxLength={40}
          value={phone}
          onChange={({ target }) => setPhone(target.value)}
        />
      </Field>
    </DialogForm>
  );
}
