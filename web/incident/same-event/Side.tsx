import type { Dossier } from '../../../contract/incident.ts';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Link } from '../../components/Link.tsx';
import { Quote } from '../../components/Quote.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { useNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { useDossierText } from '../dossier/text.ts';
import { useOccurred } from '../occurred.ts';
import { stateTones } from '../stateTones.ts';
import { useIncidentText } from '../text.ts';
import { useSameEventText } from './text.ts';

/** One of the two, in the order in which people recognise an event: when, where, what, who, and in whose words. */
export function Side({ dossier }: { dossier: Dossier }) {
  const text = useSameEventText();
  const words = useIncidentText();
  return (
    <Card heading={dossier.number} aside={<Tag tone={stateTones[dossier.state]}>{words.states[dossier.state]}</Tag>}>
      <Stack>
        <Facts dossier={dossier} />
        <Stories dossier={dossier} />
        <Row>
          <Link href={`/meldingen/${dossier.incidentId}`}>{text.open(dossier.number)}</Link>
        </Row>
      </Stack>
    </Card>
  );
}

function Facts({ dossier }: { dossier: Dossier }) {
  const { fields, nobody } = useSameEventText();
  const text = useDossierText();
  const words = useIncidentText();
  const moments = useMoments();
  const occurred = useOccurred();
  const { place, people } = dossier;
  const named = (role: Dossier['people'][number]['role']) =>
    people
      .filter((someone) => someone.role === role)
      .map(({ person, identity }) => person?.name ?? identity ?? text.people.unknownAggressor)
      .join(', ');
  const where = [place?.locationName, place?.roomName].filter(Boolean).join(', ') || place?.text;
  const items = [
    {
      term: fields.occurred,
      value: occurred(dossier.occurredAt, dossier.occurredPrecision, dossier.imported ? undefined : moments.fullMoment),
    },
    { term: fields.reported, value: moments.fullMoment(dossier.reportedAt) },
    { term: fields.where, value: where || (place && words.placeKinds[place.kind]) },
    { term: fields.severity, value: words.severities[dossier.severity] },
    { term: fields.reporter, value: named('reporter') },
    { term: fields.victims, value: named('victim') },
    { term: fields.witnesses, value: named('witness') },
    { term: fields.aggressor, value: named('aggressor') },
    { term: fields.hasIt, value: dossier.hasIt?.person.name ?? nobody },
  ].filter(({ value }) => value);
  return <DefinitionList items={items} />;
}

function Stories({ dossier: { accounts } }: { dossier: Dossier }) {
  const text = useSameEventText();
  const moments = useMoments();
  const now = useNow();
  const told = accounts.filter(({ story }) => story);
  if (told.length === 0) return <Text soft>{text.noStory}</Text>;
  return told.map(({ person, story, givenAt }) => (
    <Quote key={person.id} by={[person.name, givenAt && moments.moment(givenAt, now)].filter(Boolean).join(', ')}>
      {story}
    </Quote>
  ));
}
