import type { AnswerOf } from '../../contract/endpoint.ts';
import { workSummary } from '../../contract/incident.ts';
import { ButtonLink } from '../components/ButtonLink.tsx';
import { Card } from '../components/Card.tsx';
import { StandaloneLink } from '../components/Link.tsx';
import { Tag } from '../components/Tag.tsx';
import { TaskList, TaskRow } from '../components/TaskRow.tsx';
import { Text } from '../components/Text.tsx';
import { Answered } from '../session/Answered.tsx';
import { useNow } from '../session/now.ts';
import { useRead } from '../session/useRead.ts';
import { useMoments } from '../text/moments.ts';
import { type AppText, useAppText } from './text.ts';

type Waiting = AnswerOf<typeof workSummary>['waitingForMe'][number];

/** For who follows up: the reports that wait for them first, then how much work there is. */
export function WaitingForMe() {
  const text = useAppText();
  const moments = useMoments();
  const now = useNow();
  const summary = useRead(workSummary, {}, { live: ['incident', 'tasks'] });
  return (
    <Answered of={summary}>
      {({ waitingForMe, openTasks, overdueTasks }) => (
        <Card
          heading={text.waiting.title}
          aside={overdueTasks > 0 ? <Tag tone="amber">{text.waiting.overdue(overdueTasks)}</Tag> : undefined}
        >
          {waitingForMe.length > 0 ? (
            <TaskList>
              {waitingForMe.map((incident) => (
                <TaskRow
                  key={incident.incidentId}
                  title={<a href={`/meldingen/${incident.incidentId}`}>{nameOf(incident, text)}</a>}
                  explanation={[incident.teamName, incident.placeName, moments.moment(incident.occurredAt, now)]
                    .filter(Boolean)
                    .join(' · ')}
                  due={<Tag tone="amber">{text.waiting.callNow}</Tag>}
                />
              ))}
            </TaskList>
          ) : (
            <Text soft>{text.waiting.nobody}</Text>
          )}
          {openTasks > 0 ? (
            <ButtonLink kind="secondary" href="/mijn-werk">
              {text.waiting.tasks(openTasks)}
            </ButtonLink>
          ) : (
            <StandaloneLink href="/mijn-werk">{text.waiting.noTasks}</StandaloneLink>
          )}
        </Card>
      )}
    </Answered>
  );
}

/** By what was done to somebody; a missing child or a calamity has no severity and goes by its kind. */
function nameOf({ kind, severity }: Waiting, text: AppText): string {
  return severity === 'none' ? text.kinds[kind] : text.severities[severity];
}
