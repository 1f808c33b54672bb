import { useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { type getWaysToSignIn, makeRecoveryCodes } from '../../../contract/identity.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { RecoveryCodes } from '../RecoveryCodes.tsx';
import { useIdentityText } from '../text.ts';
import { AppDialog } from './AppDialog.tsx';
import { PasskeyList } from './PasskeyList.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';
import { useConfirmation } from './useConfirmation.tsx';

export type Ways = AnswerOf<typeof getWaysToSignIn>;

/** Passkeys, password, app and recovery codes. */
export function WaysCard({ ways }: { ways: Ways }) {
  const { account: text } = useIdentityText();
  const { confirmFirst, dialog } = useConfirmation(ways);
  return (
    <Card heading={text.ways}>
      <Stack gap="l">
        <PasskeyList ways={ways} confirmFirst={confirmFirst} />
        <PasswordPart ways={ways} />
        <AppPart ways={ways} confirmFirst={confirmFirst} />
        <CodesPart ways={ways} confirmFirst={confirmFirst} />
      </Stack>
      {dialog}
    </Card>
  );
}

export interface PartProps {
  ways: Ways;
  confirmFirst: (work: () => void) => void;
}

function PasswordPart({ ways: { hasPassword, passwordChangedAt } }: { ways: Ways }) {
  const { account: text } = useIdentityText();
  const moments = useMoments();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack gap="s">
      <Heading level={3}>{text.password}</Heading>
      <Text soft>
        {hasPassword && passwordChangedAt
          ? text.passwordSince(moments.moment(passwordChangedAt, now))
          : text.noPassword}
      </Text>
      {hasPassword && (
        <Row>
          <Button kind="secondary" onClick={() => setOpen(true)}>
            {text.changePassword}
          </Button>
        </Row>
      )}
      <PasswordDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </Stack>
  );
}

function AppPart({ ways, confirmFirst }: PartProps) {
  const { account: text } = useIdentityText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack gap="s">
      <Heading level={3}>{text.app}</Heading>
      <Text soft>{ways.hasAuthenticatorApp ? text.hasApp : text.noApp}</Text>
      <Row>
        <Button kind="secondary" onClick={() => confirmFirst(() => setOpen(true))}>
          {text.newApp}
        </Button>
      </Row>
      {isOpen && <AppDialog onClose={() => setOpen(false)} />}
    </Stack>
  );
}

function CodesPart({ ways, confirmFirst }: PartProps) {
  const { account: text, recovery } = useIdentityText();
  const making = useWrite(makeRecoveryCodes);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  async function make() {
    const answer = await making.send({});
    if (answer) setCodes(answer.recoveryCodes);
  }

  return (
    <Stack gap="s">
      <Heading level={3}>{text.codes}</Heading>
      <Text soft>
        {text.codesLeft(ways.recoveryCodesLeft)} {text.newCodesNote}
      </Text>
      <WriteProblem of={making} />
      <Row>
        <Button kind="secondary" busy={making.isBusy} onClick={() => confirmFirst(() => void make())}>
          {text.newCodes}
        </Button>
      </Row>
      <Dialog isOpen={codes !== null} onClose={() => setCodes(null)} title={recovery.title}>
        <RecoveryCodes codes={codes ?? []} onKept={() => setCodes(null)} />
      </Dialog>
    </Stack>
  );
}
