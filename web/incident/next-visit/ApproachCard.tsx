import {
  type Approach,
  type ApproachWay,
  type Dossier,
  endApproach,
  readApproach,
} from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { AgreeDialog } from './AgreeDialog.tsx';
import { type NextVisitText, useNextVisitText } from './text.ts';
import './next-visit.css';
import { useAsking } from '../../components/useAsking.ts';

/** On the dossier, for who leads it: how colleagues meet this person the next time, and who read that. */
export function ApproachCard({ dossier: { incidentId, may } }: { dossier: Dossier }) {
  const { card: text } = useNextVisitText();
  const moments = useMoments();
  const agreeing = useAsking<'agree'>();
  const enabled = may.includes('agree_approach');
  const { data } = useRead(readApproach, { params: { incidentId } }, { live: ['incident'], enabled });
  if (!data) return null;
  const { current, past, looks, isKnownEnough } = data;
  return (
    <Card
      heading={text.title}
      aside={current && <Tag tone="teal">{text.until(moments.date(current.untilOn))}</Tag>}
      {...(!current && past.length === 0 && { className: 'not-on-paper' })}
    >
      <Stack>
        {current ? <Current current={current} /> : <Text soft>{text.none}</Text>}
        {!isKnownEnough && <Advice tone="amber">{current ? text.lost : text.notKnown}</Advice>}
        <Row>
          {isKnownEnough && (
            <Button kind="secondary" onClick={() => agreeing.ask('agree')}>
              {current ? text.change : text.agree}
            </Button>
          )}
          {current && <EndIt incidentId={incidentId} />}
        </Row>
        {looks.length > 0 && <Looks looks={looks} />}
        {past.length > 0 && <Past past={past} />}
      </Stack>
      {agreeing.what && <AgreeDialog incidentId={incidentId} current={current} onClose={agreeing.stop} />}
    </Card>
  );
}

function Current({ current }: { current: NonNullable<Approach['current']> }) {
  const { card: text, ways } = useNextVisitText();
  const moments = useMoments();
  return (
    <Stack gap="s">
      <ul className="approach__ways">
        {current.ways.map((way) => (
          <li key={way}>{ways[way]}</li>
        ))}
        {current.words && <li>{current.words}</li>}
      </ul>
      <Text soft small>
        {text.by(current.agreedBy.name, moments.date(current.agreedAt))}
      </Text>
    </Stack>
  );
}

function EndIt({ incidentId }: { incidentId: string }) {
  const { card: text } = useNextVisitText();
  const say = useSay();
  const ending = useWrite(endApproach);
  async function end() {
    if (await ending.send({ params: { incidentId }, body: {} })) say(text.ended);
  }
  return (
    <>
      <WriteProblem of={ending} />
      <Button kind="plain" busy={ending.isBusy} onClick={() => void end()}>
        {text.end}
      </Button>
    </>
  );
}

function Looks({ looks }: { looks: Approach['looks'] }) {
  const { card: text, purposes } = useNextVisitText();
  const moments = useMoments();
  const now = useNow();
  return (
    <Disclosure summary={text.looks}>
      <ul className="plain-list">
        {looks.map(({ lookId, person, purpose, at }) => (
          <li key={lookId}>{text.look(person.name, purposes[purpose], moments.moment(at, now))}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Past({ past }: { past: Approach['past'] }) {
  const text = useNextVisitText();
  const moments = useMoments();
  return (
    <Disclosure summary={text.card.past}>
      <ul className="plain-list">
        {past.map(({ approachId, ways, words, endedAt }) => (
          <li key={approachId}>{text.card.pastLine(inWords(ways, words, text), moments.date(endedAt))}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Its own words end with the agreement; what was chosen stays. */
function inWords(ways: readonly ApproachWay[], words: string | null, text: NextVisitText): string {
  return [...ways.map((way) => text.ways[way]), ...(words ? [words] : [])].join(', ') || text.card.words;
}
