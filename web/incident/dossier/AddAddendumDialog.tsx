import { useState } from 'react';
import { addAddendum } from '../../../contract/incident.ts';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useDossierText } from './text.ts';

export function AddAddendumDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = useDossierText();
  const tell = useSay();
  const add = useWrite(addAddendum);
  const [added, setAdded] = useState('');

  async function save() {
    if (await add.send({ params: { incidentId }, body: { text: added } })) {
      tell(text.story.added);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.story.addTitle}
      lead={text.story.addHint}
      saveLabel={text.story.addSave}
      onSave={() => void save()}
      onClose={onClose}
      write={add}
    >
      <Field id="text" label={text.story.addText} error={add.errorAt('text')}>
        <TextArea value={added} rows={5} limit={20_000} onChange={(event) => setAdded(event.target.value)} />
      </Field>
    </DialogForm>
  );
}
