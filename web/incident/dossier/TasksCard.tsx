import type { Dossier } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { TaskList } from '../../components/TaskRow.tsx';
import { Text } from '../../components/Text.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { TaskItem } from '../tasks/TaskItem.tsx';
import { useTasksText } from '../tasks/text.ts';
import { useTaskDialogs } from '../tasks/useTaskDialogs.tsx';
import { AddTaskDialog } from './AddTaskDialog.tsx';
import { useDossierText } from './text.ts';

const finishedShown = 4;

/** What is needed now, by when; done tasks below, folded when there are many. */
export function TasksCard({ dossier, isHelper }: { dossier: Dossier; isHelper: boolean }) {
  const text = useDossierText();
  const tasks = useTasksText();
  const adding = useAsking<'task'>();
  const { onDeed, dialog } = useTaskDialogs();
  const open = dossier.tasks.filter(({ state }) => state === 'open');
  const finished = dossier.tasks.filter(({ state }) => state !== 'open');
  const canWork = dossier.may.includes('work_on_tasks');
  const item = (task: Dossier['tasks'][number]) => (
    <TaskItem key={task.taskId} task={task} canWork={canWork} onDeed={onDeed} />
  );
  if (dossier.tasks.length === 0 && !dossier.may.includes('add_task')) return null;
  return (
    <Card
      heading={isHelper ? text.task.heading : tasks.title}
      aside={
        isHelper ? undefined : <span className="soft">{tasks.progress(finished.length, dossier.tasks.length)}</span>
      }
    >
      {dossier.tasks.length === 0 && <Text soft>{tasks.empty}</Text>}
      <TaskList>
        {open.map(item)}
        {finished.length <= finishedShown && finished.map(item)}
      </TaskList>
      {finished.length > finishedShown && (
        <Disclosure summary={tasks.showFinished(finished.length)}>
          <TaskList>{finished.map(item)}</TaskList>
        </Disclosure>
      )}
      {isHelper && (
        <Text soft small>
          {text.task.noMore}
        </Text>
      )}
      {dossier.may.includes('add_task') && (
        <Button kind="plain" icon="plus" onClick={() => adding.ask('task')}>
          {tasks.add}
        </Button>
      )}
      {adding.what && <AddTaskDialog incidentId={dossier.incidentId} onClose={adding.stop} />}
      {dialog}
    </Card>
  );
}
