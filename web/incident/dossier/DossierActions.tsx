import type { Dossier } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Menu } from '../../components/Menu.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { ReclassifyDialog } from '../classification/ReclassifyDialog.tsx';
import { useClassificationText } from '../classification/text.ts';
import { useClosingText } from '../closing/text.ts';
import { FindOtherDialog } from '../same-event/FindOtherDialog.tsx';
import { useSameEventText } from '../same-event/text.ts';
import { AddAddendumDialog } from './AddAddendumDialog.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { RecordContactDialog } from './RecordContactDialog.tsx';
import { ReopenDialog } from './ReopenDialog.tsx';
import { SendResponseDialog } from './SendResponseDialog.tsx';
import { useDossierText } from './text.ts';

type Asking = 'addendum' | 'response' | 'contact' | 'reopen' | 'correct' | 'join' | 'reclassify';

/** The one obvious next step as the large button; what is done less often stands beside it or in the menu. */
export function DossierActions({ dossier }: { dossier: Dossier }) {
  const text = useDossierText();
  const closing = useClosingText();
  const { what: asking, ask, stop } = useAsking<Asking>();
  const may = (act: Dossier['may'][number]) => dossier.may.includes(act);
  const next = nextStep(dossier);
  return (
    <>
      {may('add_addendum') && (
        <Button kind="secondary" onClick={() => ask('addendum')}>
          {text.story.add}
        </Button>
      )}
      {next === 'contact' && <Button onClick={() => ask('contact')}>{text.chain.contact}</Button>}
      {next === 'response' && <Button onClick={() => ask('response')}>{text.response.button}</Button>}
      {next === 'close' && (
        <ButtonLink href={`/meldingen/${dossier.incidentId}/afsluiten`}>{closing.button}</ButtonLink>
      )}
      {next === 'reopen' && (
        <Button kind="secondary" onClick={() => ask('reopen')}>
          {closing.reopen}
        </Button>
      )}
      <MoreActions dossier={dossier} next={next} ask={ask} />
      {asking === 'addendum' && <AddAddendumDialog incidentId={dossier.incidentId} onClose={stop} />}
      {asking === 'contact' && <RecordContactDialog dossier={dossier} onClose={stop} />}
      {asking === 'response' && <SendResponseDialog incidentId={dossier.incidentId} onClose={stop} />}
      {asking === 'reopen' && <ReopenDialog incidentId={dossier.incidentId} onClose={stop} />}
      {asking === 'reclassify' && <ReclassifyDialog incidentId={dossier.incidentId} onClose={stop} />}
      {asking === 'join' && <FindOtherDialog incidentId={dossier.incidentId} onClose={stop} />}
      {asking === 'correct' && <CorrectDialog incidentId={dossier.incidentId} onClose={stop} />}
    </>
  );
}

type Next = 'contact' | 'response' | 'close' | 'reopen' | null;

/** Somebody is spoken to first; then the response, then closing. Taking up stands with the chain itself. */
function nextStep({ may, contactAt, clock, takenUpAt }: Dossier): Next {
  if (may.includes('record_contact') && !contactAt && takenUpAt) return 'contact';
  if (may.includes('send_response') && contactAt && (clock.state === 'running' || clock.state === 'overdue'))
    return 'response';
  if (may.includes('close') && contactAt) return 'close';
  if (may.includes('reopen')) return 'reopen';
  return null;
}

function MoreActions({ dossier, next, ask }: { dossier: Dossier; next: Next; ask: (asking: Asking) => void }) {
  const text = useDossierText();
  const closing = useClosingText();
  const sameEvent = useSameEventText();
  const classification = useClassificationText();
  const { may, contactAt, clock, incidentId } = dossier;
  const canRespond = may.includes('send_response') && clock.state !== 'none' && clock.state !== 'sent';
  const items = [
    may.includes('record_contact') &&
      next !== 'contact' && { id: 'contact', label: text.chain.contact, act: () => ask('contact') },
    canRespond && next !== 'response' && { id: 'response', label: text.response.button, act: () => ask('response') },
    may.includes('reclassify') && { id: 'reclassify', label: classification.button, act: () => ask('reclassify') },
    may.includes('join') && { id: 'join', label: sameEvent.findButton, act: () => ask('join') },
    may.includes('correct') && { id: 'correct', label: text.correction.button, act: () => ask('correct') },
  ].filter((item) => item !== false);
  const canCloseLater = may.includes('close') && contactAt && next !== 'close';
  if (items.length === 0 && !canCloseLater) return null;
  return (
    <Menu button={text.more.button} label={text.more.label}>
      {items.map(({ id, label, act }) => (
        <Button key={id} kind="plain" onClick={act}>
          {label}
        </Button>
      ))}
      {canCloseLater && (
        <ButtonLink kind="plain" href={`/meldingen/${incidentId}/afsluiten`}>
          {closing.button}
        </ButtonLink>
      )}
    </Menu>
  );
}
