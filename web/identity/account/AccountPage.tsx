import { getWaysToSignIn } from '../../../contract/identity.ts';
import { Advice } from '../../components/Advice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { DevicesCard } from '../../outbox/devices/DevicesCard.tsx';
import { Answered } from '../../session/Answered.tsx';
import { type Me, useMe } from '../../session/me.tsx';
import { useRead } from '../../session/useRead.ts';
import { useIdentityText } from '../text.ts';
import { SessionsCard } from './SessionsCard.tsx';
import { WaysCard } from './WaysCard.tsx';
import { YouCard } from './YouCard.tsx';

export function AccountPage() {
  const { account: text } = useIdentityText();
  const me = useMe();
  return (
    <>
      <PageHeader title={text.title} />
      {me.cameByLink ? <Advice>{text.byLink}</Advice> : <Account me={me} />}
    </>
  );
}

function Account({ me }: { me: Me }) {
  const { account: text } = useIdentityText();
  const ways = useRead(getWaysToSignIn, {});
  return (
    <Columns>
      <Stack gap="l">
        <YouCard me={me} />
        {me.employer.isDemonstration ? (
          <Advice>{text.demonstration}</Advice>
        ) : (
          <Answered of={ways}>{(mine) => <WaysCard ways={mine} />}</Answered>
        )}
        <DevicesCard />
      </Stack>
      <SessionsCard />
    </Columns>
  );
}
