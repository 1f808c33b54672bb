import { myIncident, myIncidents } from '../../contract/incident.ts';
import { Card } from '../components/Card.tsx';
import { StandaloneLink } from '../components/Link.tsx';
import { Row } from '../components/Stack.tsx';
import { Tag } from '../components/Tag.tsx';
import { Text } from '../components/Text.tsx';
import { Timeline } from '../components/Timeline.tsx';
import { Answered } from '../session/Answered.tsx';
import { useNow } from '../session/now.ts';
import { useRead } from '../session/useRead.ts';
import { useBilingual } from '../text/index.ts';
import { useMoments } from '../text/moments.ts';
import { useAppText } from './text.ts';

const stepsShown = 4;

/** What became of the last thing that you reported or that concerns you, step by step. */
export function LatestReport() {
  const text = useAppText();
  const reports = useRead(myIncidents, { query: { limit: 5 } }, { live: ['incident'] });
  return (
    <Answered of={reports} loading={null}>
      {({ incidents }) => {
        const latest = incidents[0];
        if (!latest) {
          return (
            <Card heading={text.home.noReportsTitle}>
              <Text soft>{text.home.noReports}</Text>
            </Card>
          );
        }
        return <ReportCard incidentId={latest.incidentId} others={incidents.length - 1} />;
      }}
    </Answered>
  );
}

function ReportCard({ incidentId, others }: { incidentId: string; others: number }) {
  const text = useAppText();
  const say = useBilingual();
  const moments = useMoments();
  const now = useNow();
  const report = useRead(myIncident, { params: { incidentId } }, { live: ['incident'] });
  return (
    <Answered of={report}>
      {({ occurredAt, myRoles, hasIt, state, steps }) => {
        const isMine = myRoles.includes('reporter');
        return (
          <Card heading={text.home.reportOf(isMine, moments.day(occurredAt, now), moments.moment(occurredAt, now))}>
            <Tag tone={state === 'closed' ? 'green' : 'teal'}>
              {state === 'closed'
                ? text.home.closed
                : hasIt
                  ? text.home.hasIt(firstNameOf(hasIt.person.name))
                  : text.home.received(isMine)}
            </Tag>
            <Timeline
              items={latestOf(steps).map((step) => ({
                id: step.id,
                title: say(step.text),
                note: moments.moment(step.at, now),
                state: step.isAhead ? ('expected' as const) : ('done' as const),
              }))}
            />
            <Row gap="l">
              <StandaloneLink href={`/mijn-meldingen/${incidentId}`}>{text.home.seeReport(isMine)}</StandaloneLink>
              {others > 0 && <StandaloneLink href="/mijn-meldingen">{text.home.otherReports(others)}</StandaloneLink>}
            </Row>
          </Card>
        );
      }}
    </Answered>
  );
}

/** What comes next counts most, then what happened last. Told in the order of time. */
function latestOf<Step extends { at: string; isAhead: boolean }>(steps: readonly Step[]): Step[] {
  const inOrder = [...steps].sort((one, other) => one.at.localeCompare(other.at));
  const ahead = inOrder.filter((step) => step.isAhead).slice(0, 2);
  const behind = inOrder.filter((step) => !step.isAhead).slice(-(stepsShown - ahead.length));
  return [...behind, ...ahead];
}

function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name;
}
