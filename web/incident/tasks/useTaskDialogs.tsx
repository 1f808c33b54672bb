import type { ReactNode } from 'react';
import type { TaskView } from '../../../contract/incident.ts';
import { useAsking } from '../../components/useAsking.ts';
import { CompleteTaskDialog } from './CompleteTaskDialog.tsx';
import { DropTaskDialog } from './DropTaskDialog.tsx';
import { HandOverTaskDialog } from './HandOverTaskDialog.tsx';

const dialogs = { complete: CompleteTaskDialog, drop: DropTaskDialog, 'hand-over': HandOverTaskDialog };

export type OnTaskDeed = (task: TaskView, deed: keyof typeof dialogs) => void;

/** The dialogs of a list of tasks, beside that list: a task may leave it while somebody still types about it. */
export function useTaskDialogs(): { onDeed: OnTaskDeed; dialog: ReactNode } {
  const { what, ask, stop } = useAsking<{ task: TaskView; deed: keyof typeof dialogs }>();
  const Dialog = what && dialogs[what.deed];
  return {
    onDeed: (task, deed) => ask({ task, deed }),
    dialog: Dialog && <Dialog task={what.task} onClose={stop} />,
  };
}
