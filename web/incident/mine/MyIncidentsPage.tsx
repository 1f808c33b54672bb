import type { AnswerOf } from '../../../contract/endpoint.ts';
import { myIncidents } from '../../../contract/incident.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { StandaloneLink } from '../../components/Link.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { AnsweredList } from '../../session/AnsweredList.tsx';
import { useNow } from '../../session/now.ts';
import { useReadPages } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { useMoments } from '../../text/moments.ts';
import { firstName, incidentTitle } from '../incidentTitle.ts';
import { useIncidentText } from '../text.ts';
import { useMineText } from './text.ts';

type MyIncident = AnswerOf<typeof myIncidents>['incidents'][number];

/** Everything I reported, that happened to me or that I saw, the newest first. */
export function MyIncidentsPage() {
  const text = useMineText();
  const pages = useReadPages(myIncidents, (cursor) => ({ query: cursor ? { cursor } : {} }), { live: ['incident'] });
  return (
    <Stack gap="l">
      <PageHeader title={text.title} lead={text.lead} actions={<ButtonLink href="/melden">{text.report}</ButtonLink>} />
      <AnsweredList
        of={pages}
        itemsOf={(page) => page.incidents}
        empty={
          <EmptyState
            drawing="path"
            title={text.emptyTitle}
            action={<ButtonLink href="/melden">{text.report}</ButtonLink>}
          >
            {text.empty}
          </EmptyState>
        }
      >
        {(incidents) => incidents.map((incident) => <IncidentCard key={incident.incidentId} incident={incident} />)}
      </AnsweredList>
    </Stack>
  );
}

function IncidentCard({ incident }: { incident: MyIncident }) {
  const text = useMineText();
  const words = useIncidentText();
  const say = useBilingual();
  const moments = useMoments();
  const now = useNow();
  const roles = incident.myRoles.map((role) => text.roles[role]).filter(Boolean);
  return (
    <Card as="article" heading={incidentTitle(words, incident)}>
      <Stack gap="s">
        <Text soft>{[moments.moment(incident.occurredAt, now), ...roles].join(' · ')}</Text>
        <Row>
          {incident.accountAsked && <Tag tone="amber">{text.accountAsked}</Tag>}
          <Standing incident={incident} />
        </Row>
        {incident.lastStep && <Text>{say(incident.lastStep.text)}</Text>}
        <StandaloneLink
          href={`/mijn-meldingen/${incident.incidentId}`}
          aria-label={`${text.see}: ${incidentTitle(words, incident)}, ${incident.number}`}
        >
          {text.see}
        </StandaloneLink>
      </Stack>
    </Card>
  );
}

function Standing({ incident }: { incident: MyIncident }) {
  const text = useMineText();
  const words = useIncidentText();
  if (incident.state === 'closed') return <Tag tone="green">{text.closed}</Tag>;
  if (incident.hasIt) return <Tag tone="teal">{text.hasIt(firstName(incident.hasIt))}</Tag>;
  return <Tag>{words.states[incident.state]}</Tag>;
}
