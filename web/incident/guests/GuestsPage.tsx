import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { hasRole, useMe } from '../../session/me.tsx';
import { GuestLinks } from './GuestLinks.tsx';
import { InviteGuestDialog } from './InviteGuestDialog.tsx';
import { useGuestText } from './text.ts';

/** For the coordinator: everybody who comes in by a personal link. */
export function GuestsPage() {
  const { list: text } = useGuestText();
  const me = useMe();
  const inviting = useAsking<'invite'>();
  if (!hasRole(me, 'coordinator')) {
    return (
      <Stack gap="l">
        <PageHeader title={text.title} />
        <EmptyState title={text.notForYou}>{text.notForYouWhy}</EmptyState>
      </Stack>
    );
  }
  return (
    <Stack gap="l">
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <Button icon="plus" onClick={() => inviting.ask('invite')}>
            {text.invite}
          </Button>
        }
      />
      <Card>
        <GuestLinks />
      </Card>
      {inviting.what && <InviteGuestDialog incidentId={null} onClose={inviting.stop} />}
    </Stack>
  );
}
