import type { ReactNode } from 'react';
import { listTasks, type TaskView, workSummary } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { FilterBar } from '../../components/FilterBar.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Select } from '../../components/Select.tsx';
import { Stack } from '../../components/Stack.tsx';
import { TaskList } from '../../components/TaskRow.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressWords } from '../../session/address.ts';
import { MorePages } from '../../session/MorePages.tsx';
import { useNow } from '../../session/now.ts';
import { useRead, useReadPages } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { useHandingOver } from '../hand-over/useHandingOver.tsx';
import { incidentTitle } from '../incidentTitle.ts';
import { TaskItem } from '../tasks/TaskItem.tsx';
import { useTaskDialogs } from '../tasks/useTaskDialogs.tsx';
import { useIncidentText } from '../text.ts';
import { useWorkText } from './text.ts';

const shows = ['open', 'today', 'overdue', 'finished'] as const;
type Show = (typeof shows)[number];

/** Everything that waits for me, across dossiers: first a colleague who waits for a call, then tasks by when they are due. */
export function MyWorkPage() {
  const text = useWorkText();
  const [words, change] = useAddressWords();
  const show = shows.find((known) => known === words.toon) ?? 'open';
  return (
    <Stack gap="l">
      <PageHeader title={text.title} lead={text.lead} />
      <WaitingIncidents />
      <FilterBar active={show === 'open' ? 0 : 1} onClear={() => change({ toon: undefined })}>
        <Field id="toon" label={text.show}>
          <Select
            emptyLabel={text.shows.open}
            options={shows.slice(1).map((value) => ({ value, label: text.shows[value] }))}
            value={show === 'open' ? '' : show}
            onChange={(toon) => change({ toon: toon || undefined })}
          />
        </Field>
      </FilterBar>
      <Tasks show={show} />
    </Stack>
  );
}

function WaitingIncidents() {
  const text = useWorkText();
  const words = useIncidentText();
  const summary = useRead(workSummary, {}, { live: ['incident', 'tasks'] });
  return (
    <Answered of={summary} loading={null}>
      {({ waitingForMe }) =>
        waitingForMe.map((incident) => (
          <Advice
            key={incident.incidentId}
            tone="amber"
            title={`${text.waitingTitle}: ${incidentTitle(words, incident)}`}
          >
            <Stack gap="s">
              <Text>{text.waiting}</Text>
              <div>
                <ButtonLink href={`/meldingen/${incident.incidentId}`}>{text.open}</ButtonLink>
              </div>
            </Stack>
          </Advice>
        ))
      }
    </Answered>
  );
}

function Tasks({ show }: { show: Show }) {
  const pages = useReadPages(listTasks, (cursor) => ({ query: cursor ? { show, cursor } : { show } }), {
    live: ['tasks', 'incident'],
  });
  return (
    <Answered of={pages}>
      {({ pages: answered }) => (
        <TaskPages
          show={show}
          tasks={answered.flatMap((page) => page.tasks)}
          pager={(shown) => <MorePages of={pages} shown={shown} />}
        />
      )}
    </Answered>
  );
}

interface TaskPagesProps {
  show: Show;
  tasks: readonly TaskView[];
  pager: (shown: number) => ReactNode;
}

function TaskPages({ show, tasks, pager }: TaskPagesProps) {
  const now = useNow();
  const text = useWorkText();
  const say = useBilingual();
  const chosen = (task: TaskView) => ({ id: task.taskId, title: say(task.title) });
  const open = tasks.filter(({ state }) => state === 'open');
  const { onDeed, dialog } = useTaskDialogs();
  const handing = useHandingOver('tasks', open.map(chosen));
  return (
    <>
      {handing.result}
      {tasks.length === 0 ? (
        <EmptyState drawing="calm" title={text.emptyTitle}>
          {show === 'finished' ? text.emptyFinished : text.empty}
        </EmptyState>
      ) : (
        <Card heading={text.shows[show]} aside={handing.start}>
          <TaskList>
            {tasks.map((task) => (
              <TaskItem
                key={task.taskId}
                task={task}
                href={`/meldingen/${task.incidentId}`}
                canWork={isTheirsStill(task, now)}
                onDeed={onDeed}
                box={task.state === 'open' && handing.boxOf(chosen(task))}
              />
            ))}
          </TaskList>
          {pager(tasks.length)}
        </Card>
      )}
      {handing.bar}
      {dialog}
    </>
  );
}

const undoMs = 24 * 60 * 60 * 1000;

/** A day to take back what was a mistake; after that the dossier is no longer theirs, and the server says so too. */
function isTheirsStill({ state, finishedAt }: TaskView, now: Date): boolean {
  return state === 'open' || (finishedAt !== null && now.getTime() - Date.parse(finishedAt) < undoMs);
}
