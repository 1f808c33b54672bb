import type { Dossier } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Text } from '../../components/Text.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { GuestLinks } from './GuestLinks.tsx';
import { InviteGuestDialog } from './InviteGuestDialog.tsx';
import { useGuestText } from './text.ts';

/** On the dossier, for who acts on it: whoever takes part without an account. */
export function GuestsCard({ dossier }: { dossier: Dossier }) {
  const { list: text } = useGuestText();
  const inviting = useAsking<'invite'>();
  if (!dossier.may.includes('add_people')) return null;
  return (
    <Card heading={text.card} className="guests-card">
      <Text soft className="not-on-paper">
        {text.cardWhy}
      </Text>
      <GuestLinks incidentId={dossier.incidentId} />
      <Button kind="plain" icon="plus" onClick={() => inviting.ask('invite')}>
        {text.invite}
      </Button>
      {inviting.what && <InviteGuestDialog incidentId={dossier.incidentId} onClose={inviting.stop} />}
    </Card>
  );
}
