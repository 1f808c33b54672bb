import { useState } from 'react';
import { invitePerson, resetAccount } from '../../../contract/identity.ts';
import { recordLeaving } from '../../../contract/organisation.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useOrganisationText } from '../text.ts';
import { HandOver } from './HandOver.tsx';
import type { Person } from './PersonPage.tsx';

/** Coming in, coming in again, and leaving. */
export function AccountCard({ person }: { person: Person }) {
  const { person: text } = useOrganisationText();
  const say = useSay();
  const inviting = useWrite(invitePerson);
  const resetting = useWrite(resetAccount);
  const params = { personId: person.id };
  return (
    <Card heading={text.account}>
      <WriteProblem of={inviting.problem ? inviting : resetting} />
      <Stack gap="s">
        <Text soft>{text.inviteWhy}</Text>
        <Button
          kind="secondary"
          icon="mail"
          busy={inviting.isBusy}
          onClick={async () => {
            if (await inviting.send({ params })) say(text.invited);
          }}
        >
          {text.invite}
        </Button>
      </Stack>
      <HandOver personId={person.id} />
      <Stack gap="s">
        <Text soft>{text.resetWhy}</Text>
        <Button
          kind="secondary"
          busy={resetting.isBusy}
          onClick={async () => {
            if (await resetting.send({ params })) say(text.resetDone);
          }}
        >
          {text.reset}
        </Button>
      </Stack>
      <Leaving person={person} />
    </Card>
  );
}

function Leaving({ person: { id, name } }: { person: Person }) {
  const { person: text, cancel } = useOrganisationText();
  const say = useSay();
  const [isAsked, setAsked] = useState(false);
  const leaving = useWrite(recordLeaving);

  async function leave() {
    if (!(await leaving.send({ params: { personId: id } }))) return;
    setAsked(false);
    say(text.left);
  }

  return (
    <>
      <Button kind="plain" onClick={() => setAsked(true)}>
        {text.leave}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={text.leaveTitle(name)}
        actions={
          <>
            <Button busy={leaving.isBusy} onClick={() => void leave()}>
              {text.leaveDo}
            </Button>
            <Button kind="plain" onClick={() => setAsked(false)}>
              {cancel}
            </Button>
          </>
        }
      >
        <Text>{text.leaveWhy}</Text>
        <WriteProblem of={leaving} />
      </Dialog>
    </>
  );
}
