import { useState } from 'react';
import { addLocation, changeLocation } from '../../../contract/organisation.ts';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { PartDialog } from '../PartDialog.tsx';
import { useOrganisationText } from '../text.ts';
import type { Location } from './PlacesPage.tsx';

interface LocationDialogProps {
  /** Null for a new one. */
  location: Location | null;
  onClose: () => void;
}

export function LocationDialog({ location, onClose }: LocationDialogProps) {
  const { places: text } = useOrganisationText();
  const [address, setAddress] = useState(location?.address ?? '');
  const adding = useWrite(addLocation);
  const changing = useWrite(changeLocation);

  return (
    <PartDialog
      part={location}
      title={location?.name ?? text.add}
      text={text}
      write={location ? changing : adding}
      onSave={(name) =>
        location
          ? changing.send({ params: { locationId: location.id }, body: { name, address } })
          : adding.send({ body: { name, address } })
      }
      onEnd={location && (() => changing.send({ params: { locationId: location.id }, body: { isInUse: false } }))}
      onClose={onClose}
    >
      {(errorAt) => (
        <Field id="address" label={text.address} optional error={errorAt('address')}>
          <TextInput maxLength={200} value={address} onChange={(event) => setAddress(event.target.value)} />
        </Field>
      )}
    </PartDialog>
  );
}
