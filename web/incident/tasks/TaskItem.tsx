import type { ReactNode } from 'react';
import { reopenTask, type TaskView } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Menu } from '../../components/Menu.tsx';
import { Tag } from '../../components/Tag.tsx';
import { TaskRow } from '../../components/TaskRow.tsx';
import { useNow } from '../../session/now.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useBilingual } from '../../text/index.ts';
import { useMoments } from '../../text/moments.ts';
import { incidentTitle } from '../incidentTitle.ts';
import { useIncidentText } from '../text.ts';
import { useTasksText } from './text.ts';
import type { OnTaskDeed } from './useTaskDialogs.tsx';

interface TaskItemProps {
  task: TaskView;
  /** On "Mijn werk" each task leads to its dossier and says which; on the dossier it does not. */
  href?: string;
  canWork: boolean;
  onDeed: OnTaskDeed;
  /** Stands there while somebody chooses several: then there is nothing else to do with one. */
  box?: ReactNode;
}

/** One task with what can be done with it. Every press can be taken back. */
export function TaskItem({ task, href, canWork, onDeed, box }: TaskItemProps) {
  const text = useTasksText();
  const say = useBilingual();
  const title = say(task.title);
  return (
    <TaskRow
      title={href ? <a href={href}>{title}</a> : title}
      explanation={<Explanation task={task} />}
      due={<Due task={task} />}
      state={task.state}
      box={box}
    >
      {!box && canWork && task.state === 'open' && (
        <>
          <Button kind="secondary" onClick={() => onDeed(task, 'complete')} aria-label={text.doneTitle(title)}>
            {text.done}
          </Button>
          <Menu button={text.more} label={text.moreFor(title)}>
            <Button kind="plain" onClick={() => onDeed(task, 'hand-over')}>
              {text.handOver}
            </Button>
            <Button kind="plain" onClick={() => onDeed(task, 'drop')}>
              {text.drop}
            </Button>
          </Menu>
        </>
      )}
      {canWork && task.state !== 'open' && <UndoTask taskId={task.taskId} />}
    </TaskRow>
  );
}

function Explanation({ task }: { task: TaskView }) {
  const text = useTasksText();
  const words = useIncidentText();
  const say = useBilingual();
  const moments = useMoments();
  const now = useNow();
  if (task.state !== 'open') {
    const who = task.finishedBy?.name ?? '';
    const when = task.finishedAt ? moments.moment(task.finishedAt, now) : '';
    return (
      <>
        {text.finished(who, when)}
        {task.dropReason && <span> · {text.reason(task.dropReason)}</span>}
        <RecordedAnswers task={task} />
      </>
    );
  }
  const owner = task.isMine ? null : (task.owner?.name ?? say(task.ownerName));
  const dossier = task.about && `${incidentTitle(words, task.about)}, ${task.incidentNumber}`;
  return (
    <>
      {[dossier, owner].filter(Boolean).join(' · ')}
      {(dossier || owner) && task.explanation ? <br /> : null}
      {task.explanation && say(task.explanation)}
    </>
  );
}

/** What was recorded when it was done: "Melding of aangifte: aangifte". */
function RecordedAnswers({ task }: { task: TaskView }) {
  const text = useIncidentText();
  const say = useBilingual();
  if (!task.record) return null;
  const told = task.records.flatMap((field) => {
    const value = task.record?.[field.name];
    if (value === undefined || value === '') return [];
    const choice = field.choices?.find((candidate) => candidate.value === value);
    const shown = typeof value === 'boolean' ? (value ? text.yes : text.no) : choice ? say(choice.label) : value;
    return [`${say(field.label)} ${shown}`];
  });
  return told.length > 0 ? <span className="task-record"> · {told.join(' · ')}</span> : null;
}

function Due({ task }: { task: TaskView }) {
  const text = useTasksText();
  const moments = useMoments();
  const now = useNow();
  if (task.state !== 'open') return null;
  if (task.isOverdue) return <Tag tone="amber">{text.late}</Tag>;
  const day = moments.day(task.dueAt, now);
  const isToday = day === moments.day(now.toISOString(), now);
  return isToday ? <Tag tone="amber">{text.today(moments.time(task.dueAt))}</Tag> : <span className="soft">{day}</span>;
}

function UndoTask({ taskId }: { taskId: string }) {
  const text = useTasksText();
  const reopen = useWrite(reopenTask);
  return (
    <Button kind="plain" busy={reopen.isBusy} onClick={() => void reopen.send({ params: { taskId } })}>
      {text.undo}
    </Button>
  );
}
