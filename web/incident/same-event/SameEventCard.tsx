import { type Dossier, decideSameEvent, readSameEvents } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { Link } from '../../components/Link.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { explain, type SameEvent } from './explain.ts';
import { SeparateDialog } from './SeparateDialog.tsx';
import { useSameEventText } from './text.ts';

/** For who follows it up: what may be the same event, what was joined, and what a person said are two. */
export function SameEventCard({ dossier: { incidentId, may } }: { dossier: Dossier }) {
  const text = useSameEventText();
  const { data } = useRead(
    readSameEvents,
    { params: { incidentId } },
    { live: ['incident'], enabled: may.includes('join') },
  );
  const events = data?.events ?? [];
  const open = events.filter(({ state, other }) => state !== 'same' && other);
  const separating = useAsking<string>();
  const isAsked = open.some(({ state }) => state === 'proposed');
  return (
    <>
      {events
        .filter(({ state }) => state === 'same')
        .map((event) => (
          <Joined key={event.sameEventId} event={event} onSeparate={() => separating.ask(event.sameEventId)} />
        ))}
      {open.length > 0 && (
        <Card heading={text.title}>
          <Stack>
            {isAsked && <Text soft>{text.lead}</Text>}
            {open.map((event) => (
              <Other key={event.sameEventId} incidentId={incidentId} event={event} />
            ))}
          </Stack>
        </Card>
      )}
      {separating.what && <SeparateDialog sameEventId={separating.what} onClose={separating.stop} />}
    </>
  );
}

function Joined({ event: { part, other }, onSeparate }: { event: SameEvent; onSeparate: () => void }) {
  const text = useSameEventText();
  const isLeading = part === 'leading';
  const hidden = isLeading ? text.leadsHidden : text.isJoinedHidden;
  const isJoined = other?.state === 'closed' ? text.isJoinedClosed : text.isJoined;
  const told = other ? (isLeading ? text.leads : isJoined)(other.number) : hidden;
  return (
    <Advice tone="teal" title={text.joinedTitle}>
      <Stack gap="s">
        <Text>
          {told} {!isLeading && text.stays}
        </Text>
        {other && (
          <Row>
            <Link href={`/meldingen/${other.incidentId}`}>{text.open(other.number)}</Link>
            <Button kind="plain" aria-label={text.separateFor(other.number)} onClick={onSeparate}>
              {text.separate}
            </Button>
          </Row>
        )}
      </Stack>
    </Advice>
  );
}

function Other({ incidentId, event }: { incidentId: string; event: SameEvent }) {
  const text = useSameEventText();
  const moments = useMoments();
  const { sameEventId, state, other, decidedBy } = event;
  if (!other) return null;
  if (state === 'different')
    return <KeptApart sameEventId={sameEventId} number={other.number} by={decidedBy?.name ?? null} />;
  return (
    <Stack gap="s">
      <Text>
        <strong>{text.maybe(other.number)}</strong>
        <br />
        {explain(text, event, moments.spokenDuration)}.
      </Text>
      <Row>
        <ButtonLink
          kind="secondary"
          href={`/meldingen/${incidentId}/naast/${sameEventId}`}
          aria-label={text.compareWith(other.number)}
        >
          {text.compare}
        </ButtonLink>
      </Row>
    </Stack>
  );
}

interface KeptApartProps {
  sameEventId: string;
  number: string;
  by: string | null;
}

function KeptApart({ sameEventId, number, by }: KeptApartProps) {
  const text = useSameEventText();
  const tell = useSay();
  const deciding = useWrite(decideSameEvent);

  async function undo() {
    if (await deciding.send({ params: { sameEventId }, body: { decision: 'proposed' } })) tell(text.undone);
  }

  return (
    <Stack gap="xs">
      <WriteProblem of={deciding} />
      <Row between>
        <Text soft small>
          {text.different(number)} {by && text.by(by)}
        </Text>
        <Button kind="plain" busy={deciding.isBusy} aria-label={text.undoFor(number)} onClick={() => void undo()}>
          {text.undo}
        </Button>
      </Row>
    </Stack>
  );
}
