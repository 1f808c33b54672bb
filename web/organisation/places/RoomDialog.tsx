import { useState } from 'react';
import { addRoom, changeRoom } from '../../../contract/organisation.ts';
import { type RoomKind, roomKinds } from '../../../contract/organisation-words.ts';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useWords } from '../../text/words.ts';
import { PartDialog } from '../PartDialog.tsx';
import { useOrganisationText } from '../text.ts';
import type { Location, Room } from './PlacesPage.tsx';

interface RoomDialogProps {
  location: Location;
  /** Null for a new one. */
  room: Room | null;
  onClose: () => void;
}

export function RoomDialog({ location, room, onClose }: RoomDialogProps) {
  const { places: text } = useOrganisationText();
  const words = useWords();
  const [kind, setKind] = useState<RoomKind | ''>(room?.kind ?? '');
  const adding = useWrite(addRoom);
  const changing = useWrite(changeRoom);

  async function save(name: string) {
    if (!kind) return null;
    const body = { name, kind };
    return room
      ? changing.send({ params: { roomId: room.id }, body })
      : adding.send({ params: { locationId: location.id }, body });
  }

  return (
    <PartDialog
      part={room}
      title={room?.name ?? text.addRoomTo(location.name)}
      text={{ ...text, name: text.roomName }}
      write={room ? changing : adding}
      missing={kind ? [] : [{ fieldId: 'kind', message: text.missingKind }]}
      onSave={save}
      onEnd={room && (() => changing.send({ params: { roomId: room.id }, body: { isInUse: false } }))}
      onClose={onClose}
    >
      {(errorAt) => (
        <Field id="kind" label={text.roomKind} error={errorAt('kind')}>
          <Select
            value={kind}
            onChange={setKind}
            options={roomKinds.map((known) => ({ value: known, label: words.roomKinds[known] }))}
            width="full"
          />
        </Field>
      )}
    </PartDialog>
  );
}
