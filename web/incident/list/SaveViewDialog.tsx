import { useState } from 'react';
import { type SavedView, saveView } from '../../../contract/incident.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useListText } from './text.ts';

/** A name for the filters, new or another one. */
export function SaveViewDialog({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const text = useListText().views;
  const say = useSay();
  const save = useWrite(saveView);
  const [name, setName] = useState(view.name);
  const [isFirst, setFirst] = useState(view.isFirst);
  const [isAsked, setAsked] = useState(false);
  const error = isAsked && name.trim() === '' ? text.noName : undefined;

  async function keep() {
    setAsked(true);
    if (name.trim() === '') return;
    const body = { name: name.trim(), words: view.words, isFirst };
    if (!(await save.send({ params: { viewId: view.viewId }, body }))) return;
    say(text.saved(name.trim()));
    onClose();
  }

  return (
    <DialogForm
      title={view.name ? text.renameTitle : text.saveTitle}
      saveLabel={text.keep}
      onSave={() => void keep()}
      onClose={onClose}
      write={save}
      errors={error ? [{ fieldId: 'name', message: error }] : []}
    >
      <Field id="name" label={text.name} hint={text.nameHint} error={error ?? save.errorAt('name')}>
        <TextInput value={name} maxLength={60} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </Field>
      <Checkbox id="isFirst" checked={isFirst} onChange={setFirst} hint={text.firstHint}>
        {text.first}
      </Checkbox>
    </DialogForm>
  );
}
