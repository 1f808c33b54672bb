import { useState } from 'react';
import { type Dossier, openProtectedPlace, type PlaceReason, placeReasons } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useGuestText } from './text.ts';

/** Where an office-holder lives is closed until somebody says why they must know it. */
export function ProtectedPlace({ dossier }: { dossier: Dossier }) {
  const { place: text } = useGuestText();
  const [isAsking, setAsking] = useState(false);
  if (!dossier.place?.isProtected) return null;
  const mayOpen = dossier.may.includes('add_people');
  return (
    <Advice tone="teal" title={text.title}>
      <Stack>
        <Text>{mayOpen ? text.lead : text.elsewhere}</Text>
        {mayOpen && (
          <div>
            <Button kind="secondary" onClick={() => setAsking(true)}>
              {text.open}
            </Button>
          </div>
        )}
      </Stack>
      {isAsking && <WhyDialog incidentId={dossier.incidentId} onClose={() => setAsking(false)} />}
    </Advice>
  );
}

function WhyDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const { place: text } = useGuestText();
  const write = useWrite(openProtectedPlace);
  const [reason, setReason] = useState<PlaceReason | null>(null);
  const [isMissing, setMissing] = useState(false);
  const errors = isMissing && reason === null ? [{ fieldId: 'reason', message: text.missing }] : [];
  async function save() {
    setMissing(reason === null);
    if (reason && (await write.send({ params: { incidentId }, body: { reason } }))) onClose();
  }
  return (
    <DialogForm
      title={text.dialogTitle}
      lead={text.dialogLead}
      saveLabel={text.save}
      onSave={() => void save()}
      onClose={onClose}
      write={write}
      errors={errors}
    >
      <OneChoice
        id="reason"
        legend={text.dialogTitle}
        hideLegend
        choices={placeReasons.map((value) => ({ value, label: text.reasons[value] }))}
        chosen={reason}
        error={errors[0]?.message}
        onChange={setReason}
      />
    </DialogForm>
  );
}
