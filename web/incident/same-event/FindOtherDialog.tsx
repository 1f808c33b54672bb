import { proposeSameEvent } from '../../../contract/incident.ts';
import { useGoTo } from '../../session/address.ts';
import { useWrite } from '../../session/useWrite.ts';
import { OtherDossierDialog } from '../OtherDossierDialog.tsx';
import { useSameEventText } from './text.ts';

/** What no rule found: somebody knows that this was reported twice. */
export function FindOtherDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = useSameEventText();
  const goTo = useGoTo();
  const propose = useWrite(proposeSameEvent);

  async function compareWith(number: string) {
    const found = await propose.send({ params: { incidentId }, body: { number } });
    if (found) goTo(`/meldingen/${incidentId}/naast/${found.sameEventId}`);
  }

  return (
    <OtherDossierDialog
      title={text.findTitle}
      lead={text.findLead}
      saveLabel={text.findSave}
      write={propose}
      onNumber={compareWith}
      onClose={onClose}
    />
  );
}
