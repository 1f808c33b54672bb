import { useState } from 'react';
import { addLocation, changeLocation } from '../../../contract/organisation.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useOrganisationText } from '../text.ts';
import type { Location } from './PlacesPage.tsx';

export function LocationDialog({ location, onClose }: { location: Location | null; onClose: () => void }) {
  const { places: text, save, saved, add } = useOrganisationText();
  const say = useSay();
  const [name, setName] = useState(location?.name ?? '');
  const [address, setAddress] = useState(location?.address ?? '');
  const [wasSent, setSent] = useState(false);
  const adding = useWrite(addLocation);
  const changing = useWrite(changeLocation);
  const write = location ? changing : adding;
  const missing = wasSent && !name.trim() ? [{ fieldId: 'name', message: text.missing }] : [];

  async function send() {
    setSent(true);
    if (!name.trim()) return;
    const isDone = location
      ? await changing.send({ params: { locationId: location.id }, body: { name, address } })
      : await adding.send({ body: { name, address } });
    if (!isDone) return;
    say(saved);
    onClose();
  }

  async function end() {
    if (!location || !(await changing.send({ params: { locationId: location.id }, body: { isInUse: false } }))) return;
    say(text.closed);
    onClose();
  }

  return (
    <Dialog isOpen onClose={onClose} title={location ? location.name : text.add}>
      <SmallForm
        of={write}
        missing={missing}
        submit={location ? save : add}
        onSubmit={() => void send()}
        beside={
          location && (
            <Button kind="plain" onClick={() => void end()}>
              {text.close}
            </Button>
          )
        }
      >
        <Field id="name" label={text.name} error={missing[0]?.message ?? write.errorAt('name')}>
          <TextInput maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field id="address" label={text.address} optional error={write.errorAt('address')}>
          <TextInput maxLength={200} value={address} onChange={(event) => setAddress(event.target.value)} />
        </Field>
      </SmallForm>
    </Dialog>
  );
}
