import { useRef } from 'react';
import type { PlaybookTask } from '../../../contract/protocol.ts';
import { Button } from '../../components/Button.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Stack } from '../../components/Stack.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useBilingual } from '../../text/index.ts';
import { Foldable } from '../editing/Foldable.tsx';
import { moved, removed, replaced } from '../editing/lists.ts';
import { OrderButtons } from '../editing/OrderButtons.tsx';
import { useProtocolText } from '../text.ts';
import { deadlineInWords } from './deadlines.ts';
import { newTask } from './newTask.ts';
import { TaskFields } from './TaskFields.tsx';

interface TasksEditorProps {
  tasks: readonly PlaybookTask[];
  onChange: (tasks: PlaybookTask[]) => void;
}

const mostTasks = 30;
/** The program itself gives these two their meaning: they are never taken away. */
const fixedTasks: readonly string[] = ['contact', 'response'];

/** The tasks of a playbook: add, change, put in order and take away. */
export function TasksEditor({ tasks, onChange }: TasksEditorProps) {
  const { playbook: text, editing } = useProtocolText();
  const say = useBilingual();
  const tell = useSay();
  const added = useRef(new Set<string>());
  const nameOf = ({ title }: PlaybookTask) => say(title).trim() || text.unnamed;

  function add() {
    if (tasks.length >= mostTasks) return tell(editing.most(mostTasks));
    const task = newTask(text.newTaskWords);
    added.current.add(task.code);
    onChange([...tasks, task]);
    requestAnimationFrame(() => document.getElementById(`content-tasks-${tasks.length}-title-nl`)?.focus());
  }

  function remove(at: number, name: string) {
    onChange(removed(tasks, at));
    tell(text.removed(name), { undo: () => onChange([...tasks]) });
  }

  return (
    <Stack gap="m">
      <Heading level={2}>{text.tasks}</Heading>
      <ol className="foldables plain-list">
        {tasks.map((task, at) => {
          const name = nameOf(task);
          const isFixed = fixedTasks.includes(task.code);
          return (
            <Foldable
              key={task.code}
              id={`content-tasks-${at}`}
              place={at + 1}
              headingLevel={3}
              title={name}
              note={`${text.owners[task.owner]} · ${deadlineInWords(task.deadline, text.deadlines)}`}
              isNew={added.current.has(task.code)}
              tools={
                <OrderButtons
                  id={`order-${task.code}`}
                  name={name}
                  at={at}
                  count={tasks.length}
                  onMove={(by) => onChange(moved(tasks, at, by))}
                  {...(!isFixed && { onRemove: () => remove(at, name) })}
                />
              }
            >
              <TaskFields
                id={`content-tasks-${at}`}
                task={task}
                onChange={(changed) => onChange(replaced(tasks, at, changed))}
              />
            </Foldable>
          );
        })}
      </ol>
      <Button kind="secondary" icon="plus" onClick={add}>
        {text.addTask}
      </Button>
    </Stack>
  );
}
