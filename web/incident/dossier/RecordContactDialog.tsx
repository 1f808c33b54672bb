import { useState } from 'react';
import { contactWays, type Dossier, recordContact } from '../../../contract/incident.ts';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useMe } from '../../session/me.tsx';
import { serverNow } from '../../session/now.ts';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useDossierText } from './text.ts';

/** Only contact that reached the colleague ends the chain; an attempt is kept too. */
export function RecordContactDialog({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const text = useDossierText();
  const tell = useSay();
  const me = useMe();
  const record = useWrite(recordContact);
  const colleagues = concerned(dossier, me.person.id);
  const [withPersonId, setWith] = useState(colleagues[0]?.id ?? null);
  const [way, setWay] = useState<(typeof contactWays)[number]>('phone');
  const [reached, setReached] = useState(true);
  const [note, setNote] = useState('');

  async function save() {
    if (!withPersonId) return;
    const body = { withPersonId, way, reached, at: serverNow().toISOString(), note: note.trim() || null };
    if (await record.send({ params: { incidentId: dossier.incidentId }, body })) {
      tell(text.contact.done);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.contact.title}
      lead={text.contact.lead}
      saveLabel={text.contact.save}
      onSave={() => void save()}
      onClose={onClose}
      write={record}
    >
      <OneChoice
        id="withPersonId"
        legend={text.contact.with}
        beside
        error={record.errorAt('withPersonId')}
        choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={withPersonId}
        onChange={setWith}
      />
      <OneChoice
        id="reached"
        legend={text.contact.reached}
        choices={[
          { value: 'yes', label: text.contact.reachedYes },
          { value: 'no', label: text.contact.reachedNo },
        ]}
        chosen={reached ? 'yes' : 'no'}
        onChange={(chosen) => setReached(chosen === 'yes')}
      />
      <OneChoice
        id="way"
        legend={text.contact.way}
        beside
        choices={contactWays.map((value) => ({ value, label: text.contact.ways[value] }))}
        chosen={way}
        onChange={setWay}
      />
      <Field id="note" label={text.contact.note} error={record.errorAt('note')} optional>
        <TextArea value={note} limit={500} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </DialogForm>
  );
}

/** Victims first, then who reported, then witnesses; each once, and never oneself. */
function concerned({ people }: Dossier, myself: string): { id: string; name: string }[] {
  const order = ['victim', 'reporter', 'witness'] as const;
  const inOrder = order.flatMap((role) =>
    people.filter((person) => person.role === role).flatMap(({ person }) => person ?? []),
  );
  return inOrder.filter(
    (person, place) => person.id !== myself && inOrder.findIndex(({ id }) => id === person.id) === place,
  );
}
