import { useState } from 'react';
import { addRoom, changeRoom } from '../../../contract/organisation.ts';
import { type RoomKind, roomKinds } from '../../../contract/organisation-words.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useWords } from '../../text/words.ts';
import { useOrganisationText } from '../text.ts';
import type { Location, Room } from './PlacesPage.tsx';

interface RoomDialogProps {
  location: Location;
  /** Null for a new one. */
  room: Room | null;
  onClose: () => void;
}

export function RoomDialog({ location, room, onClose }: RoomDialogProps) {
  const { places: text, save, saved, add } = useOrganisationText();
  const words = useWords();
  const say = useSay();
  const [name, setName] = useState(room?.name ?? '');
  const [kind, setKind] = useState<RoomKind | ''>(room?.kind ?? '');
  const [wasSent, setSent] = useState(false);
  const adding = useWrite(addRoom);
  const changing = useWrite(changeRoom);
  const write = room ? changing : adding;
  const missing = wasSent
    ? [
        ...(name.trim() ? [] : [{ fieldId: 'name', message: text.missing }]),
        ...(kind ? [] : [{ fieldId: 'kind', message: text.missingKind }]),
      ]
    : [];
  const missingAt = (id: string) => missing.find(({ fieldId }) => fieldId === id)?.message;

  async function send() {
    setSent(true);
    if (!name.trim() || !kind) return;
    const isDone = room
      ? await changing.send({ params: { roomId: room.id }, body: { name, kind } })
      : await adding.send({ params: { locationId: location.id }, body: { name, kind } });
    if (!isDone) return;
    say(saved);
    onClose();
  }

  async function end() {
    if (!room || !(await changing.send({ params: { roomId: room.id }, body: { isInUse: false } }))) return;
    say(text.closed);
    onClose();
  }

  return (
    <Dialog isOpen onClose={onClose} title={room ? room.name : text.addRoomTo(location.name)}>
      <SmallForm
        of={write}
        missing={missing}
        submit={room ? save : add}
        onSubmit={() => void send()}
        beside={
          room && (
            <Button kind="plain" onClick={() => void end()}>
              {text.close}
            </Button>
          )
        }
      >
        <Field id="name" label={text.roomName} error={missingAt('name') ?? write.errorAt('name')}>
          <TextInput maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field id="kind" label={text.roomKind} error={missingAt('kind')}>
          <Select
            value={kind}
            onChange={setKind}
            options={roomKinds.map((known) => ({ value: known, label: words.roomKinds[known] }))}
            width="full"
          />
        </Field>
      </SmallForm>
    </Dialog>
  );
}
