import type { AnswerOf } from '../../../contract/endpoint.ts';
import { type Dossier, readWhoDidIt } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { IdentifyDialog } from './IdentifyDialog.tsx';
import { JoinPersonDialog } from './JoinPersonDialog.tsx';
import { OtherDossierPart } from './OtherDossierPart.tsx';
import { usePeopleText } from './text.ts';

type WhoDidIt = AnswerOf<typeof readWhoDidIt>;

/** For who leads the dossier: what was found out about who did it, and where the same person may be too. */
export function WhoDidItCard({ dossier }: { dossier: Dossier }) {
  const text = usePeopleText();
  const { what: open, ask, stop } = useAsking<'fill' | 'join'>();
  const mayFill = dossier.may.includes('add_people');
  const { incidentId } = dossier;
  const { data } = useRead(readWhoDidIt, { params: { incidentId } }, { live: ['incident'], enabled: mayFill });
  if (!data?.isOnDossier) return null;
  return (
    <Card heading={text.title}>
      <Stack>
        <Identity identity={data.identity} />
        {data.others.map((other) => (
          <OtherDossierPart key={other.sameId} other={other} />
        ))}
      </Stack>
      <Button kind="plain" icon="plus" onClick={() => ask('fill')}>
        {text.fill}
      </Button>
      <Button kind="plain" icon="plus" onClick={() => ask('join')}>
        {text.join}
      </Button>
      {open === 'fill' && <IdentifyDialog incidentId={incidentId} known={data.identity} onClose={stop} />}
      {open === 'join' && <JoinPersonDialog incidentId={incidentId} onClose={stop} />}
    </Card>
  );
}

function Identity({ identity }: { identity: WhoDidIt['identity'] }) {
  const { labels, nothing, ages, builds, hairs } = usePeopleText();
  const looks = identity?.looks;
  const moments = useMoments();
  const items = identity
    ? [
        { term: labels.name, value: identity.name },
        { term: labels.bornOn, value: identity.bornOn && moments.date(identity.bornOn) },
        { term: labels.address, value: [identity.postcode, identity.houseNumber].filter(Boolean).join(' ') },
        { term: labels.age, value: looks?.age && ages[looks.age] },
        { term: labels.build, value: looks?.build && builds[looks.build] },
        { term: labels.hair, value: looks?.hair && hairs[looks.hair] },
        { term: labels.marks, value: looks?.marks },
        { term: labels.voice, value: looks?.voice },
        { term: labels.clothing, value: looks?.clothing },
        { term: labels.description, value: identity.description },
      ].filter(({ value }) => value)
    : [];
  return items.length === 0 ? <Text soft>{nothing}</Text> : <DefinitionList items={items} />;
}
