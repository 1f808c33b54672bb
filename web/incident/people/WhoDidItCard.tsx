import { useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { type Dossier, decideSamePerson, readWhoDidIt } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Link } from '../../components/Link.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { IdentifyDialog } from './IdentifyDialog.tsx';
import { usePeopleText } from './text.ts';

type WhoDidIt = AnswerOf<typeof readWhoDidIt>;
type Other = WhoDidIt['others'][number];

/** For who leads the dossier: what was found out about who did it, and where the same person may be too. */
export function WhoDidItCard({ dossier }: { dossier: Dossier }) {
  const text = usePeopleText();
  const [isFilling, setFilling] = useState(false);
  const mayFill = dossier.may.includes('add_people');
  const { incidentId } = dossier;
  const { data } = useRead(readWhoDidIt, { params: { incidentId } }, { live: ['incident'], enabled: mayFill });
  if (!data?.isOnDossier) return null;
  return (
    <Card heading={text.title}>
      <Stack>
        <Identity identity={data.identity} />
        {data.others.map((other) => (
          <OtherDossier key={other.sameId} other={other} />
        ))}
        <Row>
          <Button kind="plain" icon="plus" onClick={() => setFilling(true)}>
            {text.fill}
          </Button>
        </Row>
      </Stack>
      {isFilling && <IdentifyDialog incidentId={incidentId} known={data.identity} onClose={() => setFilling(false)} />}
    </Card>
  );
}

function Identity({ identity }: { identity: WhoDidIt['identity'] }) {
  const { labels, nothing } = usePeopleText();
  const moments = useMoments();
  const items = identity
    ? [
        { term: labels.name, value: identity.name },
        { term: labels.bornOn, value: identity.bornOn && moments.date(identity.bornOn) },
        { term: labels.address, value: [identity.postcode, identity.houseNumber].filter(Boolean).join(' ') },
        { term: labels.description, value: identity.description },
      ].filter(({ value }) => value)
    : [];
  return items.length === 0 ? <Text soft>{nothing}</Text> : <DefinitionList items={items} />;
}

function OtherDossier({ other: { sameId, state, why, incident, decidedBy } }: { other: Other }) {
  const text = usePeopleText();
  const tell = useSay();
  const deciding = useWrite(decideSamePerson);
  if (!incident) return <Text soft>{state === 'same' ? text.hiddenSame : text.hidden}</Text>;
  const title = { same: text.same, proposed: text.maybe, different: text.different }[state](incident.number);

  async function decide(decision: Other['state']) {
    if (await deciding.send({ params: { sameId }, body: { decision } })) {
      tell(decision === 'proposed' ? text.undone : text.decided);
    }
  }

  return (
    <Stack gap="s">
      <WriteProblem of={deciding} />
      <Link href={`/meldingen/${incident.incidentId}`}>{title}</Link>
      <Text soft small>
        {[
          text.because(why.map((reason) => text.why[reason]).join(', ')),
          state !== 'proposed' && decidedBy && text.by(decidedBy.name),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
      <Row>
        {state === 'proposed' ? (
          <>
            <Button kind="secondary" busy={deciding.isBusy} onClick={() => void decide('same')}>
              {text.confirm}
            </Button>
            <Button kind="plain" onClick={() => void decide('different')}>
              {text.deny}
            </Button>
          </>
        ) : (
          <Button kind="plain" busy={deciding.isBusy} onClick={() => void decide('proposed')}>
            {text.undo}
          </Button>
        )}
      </Row>
    </Stack>
  );
}
