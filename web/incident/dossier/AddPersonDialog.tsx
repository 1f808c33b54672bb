import { useState } from 'react';
import { addInvolved, type Dossier } from '../../../contract/incident.ts';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { type Colleague, PeoplePicker } from '../../components/PeoplePicker.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { findColleagues } from '../../session/findColleagues.ts';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useIncidentText } from '../text.ts';
import { useDossierText } from './text.ts';

export function AddPersonDialog({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const text = useDossierText();
  const words = useIncidentText();
  const tell = useSay();
  const add = useWrite(addInvolved);
  const [chosen, setChosen] = useState<readonly Colleague[]>([]);
  const [role, setRole] = useState<'victim' | 'witness'>('witness');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const here = dossier.people.flatMap(({ person }) => person?.id ?? []);

  async function save() {
    const person = chosen[0];
    setErrors(person ? [] : [{ fieldId: 'personId', message: words.fillIn(text.people.who) }]);
    if (
      person &&
      (await add.send({ params: { incidentId: dossier.incidentId }, body: { personId: person.id, role } }))
    ) {
      tell(text.people.added);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.people.addTitle}
      lead={text.people.addHint}
      saveLabel={text.people.addSave}
      onSave={() => void save()}
      onClose={onClose}
      write={add}
      errors={errors}
    >
      <PeoplePicker
        id="personId"
        label={text.people.who}
        find={findColleagues}
        single
        error={errors[0]?.message ?? add.errorAt('personId')}
        chosen={chosen}
        leaveOut={here}
        onChange={setChosen}
      />
      <OneChoice
        id="role"
        legend={text.people.role}
        beside
        choices={[
          { value: 'victim', label: text.people.addRoles.victim },
          { value: 'witness', label: text.people.addRoles.witness },
        ]}
        chosen={role}
        onChange={setRole}
      />
    </DialogForm>
  );
}
