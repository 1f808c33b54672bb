import {
  endForwardingAddress,
  type Forwarding,
  makeForwardingAddress,
  readForwarding,
} from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { useSeriesText } from './text.ts';

/** Forty mails are in somebody's own mail program already: from there they are sent on to an address of this dossier. */
export function ForwardCard({ incidentId }: { incidentId: string }) {
  const { forward: text } = useSeriesText();
  const { data } = useRead(readForwarding, { params: { incidentId } }, { live: ['incident'] });
  if (!data?.isPossible) return null;
  const { address, cameIn } = data;
  return (
    <Card heading={text.title}>
      <Stack gap="s">
        <Text soft>{text.lead}</Text>
        {address ? <OwnAddress address={address} /> : <MakeAddress incidentId={incidentId} />}
        <div role="status">{cameIn && <CameIn cameIn={cameIn} />}</div>
      </Stack>
    </Card>
  );
}

function MakeAddress({ incidentId }: { incidentId: string }) {
  const { forward: text } = useSeriesText();
  const say = useSay();
  const making = useWrite(makeForwardingAddress);
  async function make() {
    const body = { addressId: crypto.randomUUID() };
    if (await making.send({ params: { incidentId }, body })) say(text.made);
  }
  return (
    <>
      <WriteProblem of={making} />
      <Row>
        <Button kind="secondary" busy={making.isBusy} onClick={() => void make()}>
          {text.make}
        </Button>
      </Row>
    </>
  );
}

function OwnAddress({ address: { addressId, address, until } }: { address: NonNullable<Forwarding['address']> }) {
  const { forward: text } = useSeriesText();
  const say = useSay();
  const moments = useMoments();
  const ending = useWrite(endForwardingAddress);
  async function copy() {
    await navigator.clipboard.writeText(address);
    say(text.copied);
  }
  async function end() {
    if (await ending.send({ params: { addressId }, body: {} })) say(text.ended);
  }
  const [secret, domain] = address.split('@');
  return (
    <>
      <p className="series-forward__address">
        <span className="soft small">{text.address}</span>
        <strong data-testid="forward-address">
          {secret}
          <wbr />@{domain}
        </strong>
      </p>
      <WriteProblem of={ending} />
      <Row>
        <Button kind="secondary" onClick={() => void copy()}>
          {text.copy}
        </Button>
        <Button kind="plain" busy={ending.isBusy} onClick={() => void end()}>
          {text.end}
        </Button>
      </Row>
      <Text soft small>
        {text.until(moments.date(until))} {text.secret}
      </Text>
    </>
  );
}

/** Told while they come in; and what somebody must know of a mail that is not there whole. */
function CameIn({ cameIn }: { cameIn: NonNullable<Forwarding['cameIn']> }) {
  const { forward: text } = useSeriesText();
  const moments = useMoments();
  const now = useNow();
  const { mails, lastAt, unreadable, withNumbers, withoutOriginal } = cameIn;
  return (
    <Stack gap="xs">
      <Text>{text.cameIn(mails, moments.moment(lastAt, now))}</Text>
      {unreadable > 0 && <Text small>{text.unreadable(unreadable)}</Text>}
      {withNumbers > 0 && <Text small>{text.withNumbers(withNumbers)}</Text>}
      {withoutOriginal > 0 && <Text small>{text.withoutOriginal(withoutOriginal)}</Text>}
    </Stack>
  );
}
