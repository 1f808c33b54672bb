import type { AnswerOf } from '../../../contract/endpoint.ts';
import { myIncidents } from '../../../contract/incident.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { KeysetPager } from '../../components/KeysetPager.tsx';
import { StandaloneLink } from '../../components/Link.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useNow } from '../../session/now.ts';
import { useReadPages } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { useMoments } from '../../text/moments.ts';
import { firstName, incidentTitle } from '../incidentTitle.ts';
import { useIncidentText } from '../text.ts';

type MyIncident = AnswerOf<typeof myIncidents>['incidents'][number];

/** Everything I reported, that happened to me or that I saw, the newest first. */
export function MyIncidentsPage() {
  const text = useIncidentText();
  const pages = useReadPages(myIncidents, (cursor) => ({ query: cursor ? { cursor } : {} }), { live: ['incident'] });
  return (
    <Stack gap="l">
      <PageHeader
        title={text.mine.title}
        lead={text.mine.lead}
        actions={<ButtonLink href="/melden">{text.mine.report}</ButtonLink>}
      />
      <Answered of={pages}>
        {({ pages: answered }) => {
          const incidents = answered.flatMap((page) => page.incidents);
          if (incidents.length === 0) {
            return (
              <EmptyState
                drawing="path"
                title={text.mine.emptyTitle}
                action={<ButtonLink href="/melden">{text.mine.report}</ButtonLink>}
              >
                {text.mine.empty}
              </EmptyState>
            );
          }
          return (
            <Stack>
              {incidents.map((incident) => (
                <IncidentCard key={incident.incidentId} incident={incident} />
              ))}
              <KeysetPager
                shown={incidents.length}
                hasMore={pages.hasNextPage}
                busy={pages.isFetchingNextPage}
                onMore={() => void pages.fetchNextPage()}
              />
            </Stack>
          );
        }}
      </Answered>
    </Stack>
  );
}

function IncidentCard({ incident }: { incident: MyIncident }) {
  const text = useIncidentText();
  const say = useBilingual();
  const moments = useMoments();
  const now = useNow();
  const roles = incident.myRoles.map((role) => text.mine.roles[role]).filter(Boolean);
  return (
    <Card as="article" heading={incidentTitle(text, incident)}>
      <Stack gap="s">
        <Text soft>{[moments.moment(incident.occurredAt, now), ...roles].join(' · ')}</Text>
        <Row>
          {incident.accountAsked && <Tag tone="amber">{text.mine.accountAsked}</Tag>}
          <Standing incident={incident} />
        </Row>
        {incident.lastStep && <Text>{say(incident.lastStep.text)}</Text>}
        <StandaloneLink
          href={`/mijn-meldingen/${incident.incidentId}`}
          aria-label={`${text.mine.see}: ${incidentTitle(text, incident)}, ${incident.number}`}
        >
          {text.mine.see}
        </StandaloneLink>
      </Stack>
    </Card>
  );
}

function Standing({ incident }: { incident: MyIncident }) {
  const text = useIncidentText();
  if (incident.state === 'closed') return <Tag tone="green">{text.mine.closed}</Tag>;
  if (incident.hasIt) return <Tag tone="teal">{text.mine.hasIt(firstName(incident.hasIt))}</Tag>;
  return <Tag>{text.states[incident.state]}</Tag>;
}
