import { decideSamePerson } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Link } from '../../components/Link.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { explainSame, identityInLine, type OtherDossier } from './explain-same.ts';
import { usePeopleText } from './text.ts';

/** Another dossier in which the same person may be: why, and what a person says of it. */
export function OtherDossierPart({ other }: { other: OtherDossier }) {
  const text = usePeopleText();
  const moments = useMoments();
  const { state, incident, decidedBy, identity } = other;
  if (!incident) return <Text soft>{state === 'same' ? text.hiddenSame : text.hidden}</Text>;
  const title = { same: text.same, proposed: text.maybe, different: text.different }[state](incident.number);
  const known = identity && identityInLine(identity, (on) => moments.date(on));
  return (
    <Stack gap="s">
      <Link href={`/meldingen/${incident.incidentId}`}>{title}</Link>
      <Text soft small>
        {[explainSame(other, text), state !== 'proposed' && decidedBy && text.by(decidedBy.name)]
          .filter(Boolean)
          .join(' ')}
      </Text>
      {known && <Text>{text.knownThere(known)}</Text>}
      {state === 'proposed' && other.why.includes('looks') && (
        <Text soft small>
          {text.whatItMeans}
        </Text>
      )}
      {/* Anew for each state: what was just decided can be undone at once, also while the page still asks around. */}
      <Decide key={state} other={other} />
      <History history={other.history} />
    </Stack>
  );
}

function Decide({ other: { sameId, state } }: { other: OtherDossier }) {
  const text = usePeopleText();
  const tell = useSay();
  const deciding = useWrite(decideSamePerson);

  async function decide(decision: OtherDossier['state']) {
    if (await deciding.send({ params: { sameId }, body: { decision } })) {
      tell(decision === 'proposed' ? text.undone : text.decided);
    }
  }

  return (
    <>
      <WriteProblem of={deciding} />
      {state === 'proposed' ? (
        <Row>
          <Button kind="secondary" busy={deciding.isBusy} onClick={() => void decide('same')}>
            {text.confirm}
          </Button>
          <Button kind="plain" onClick={() => void decide('different')}>
            {text.deny}
          </Button>
        </Row>
      ) : (
        <Button kind="plain" busy={deciding.isBusy} onClick={() => void decide('proposed')}>
          {text.undo}
        </Button>
      )}
    </>
  );
}

/** One decision stands above already; from the second on, how it came to be matters. */
function History({ history }: { history: OtherDossier['history'] }) {
  const text = usePeopleText();
  const moments = useMoments();
  const now = useNow();
  if (history.length < 2) return null;
  return (
    <Disclosure summary={text.history}>
      <Stack gap="s">
        {history.map(({ decision, at, by }) => (
          <Text key={at} small>
            {text.said[decision](by.name, moments.day(at, now))}
          </Text>
        ))}
      </Stack>
    </Disclosure>
  );
}
