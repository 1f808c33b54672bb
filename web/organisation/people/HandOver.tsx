import { useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { handOverInvitation } from '../../../contract/identity.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { useOrganisationText } from '../text.ts';

type Invitation = AnswerOf<typeof handOverInvitation>;

/** The invitation itself, for a colleague without e-mail or an organisation whose mail does not go out yet. */
export function HandOver({ personId }: { personId: string }) {
  const { person: text } = useOrganisationText();
  const making = useWrite(handOverInvitation);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  return (
    <Stack gap="s">
      <Text soft>{text.handOverWhy}</Text>
      <WriteProblem of={making} />
      <Button
        kind="secondary"
        busy={making.isBusy}
        onClick={async () => setInvitation(await making.send({ params: { personId }, body: {} }))}
      >
        {text.handOver}
      </Button>
      {invitation && <Link invitation={invitation} />}
    </Stack>
  );
}

function Link({ invitation: { link, untilAt } }: { invitation: Invitation }) {
  const { person: text } = useOrganisationText();
  const moments = useMoments();
  const say = useSay();
  async function copy() {
    await navigator.clipboard.writeText(link);
    say(text.handOverCopied);
  }
  return (
    <Advice announce title={text.handOverLink(moments.fullMoment(untilAt))}>
      <code className="invitation-link">{link}</code>
      <Button kind="plain" onClick={() => void copy()}>
        {text.handOverCopy}
      </Button>
    </Advice>
  );
}
