import { joinPerson } from '../../../contract/incident.ts';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { OtherDossierDialog } from '../OtherDossierDialog.tsx';
import { usePeopleText } from './text.ts';

/** Somebody knows this person from another dossier; the program saw nothing. */
export function JoinPersonDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = usePeopleText();
  const tell = useSay();
  const join = useWrite(joinPerson);

  async function joinTo(number: string) {
    if (!(await join.send({ params: { incidentId }, body: { number } }))) return;
    tell(text.decided);
    onClose();
  }

  return (
    <OtherDossierDialog
      title={text.joinTitle}
      lead={text.joinLead}
      saveLabel={text.joinSave}
      write={join}
      onNumber={joinTo}
      onClose={onClose}
    />
  );
}
