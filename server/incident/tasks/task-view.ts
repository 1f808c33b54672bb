import type { PersonRef, TaskView } from '../../../contract/incident.ts';
import type { Words } from '../../../contract/protocol-words.ts';
import type { Texts } from '../../platform/index.ts';
import type { TaskPart } from '../dossier/dossier-document.ts';
import { refOf } from '../person-ref.ts';
import { named, ownerInWords } from '../rules/task-words.ts';
import { sealedAs } from '../sealed-names.ts';
import type { TaskRecord } from './task-record.ts';

/** A task as the screen shows it. Without the key of the dossier its sealed texts stay shut. */
export function taskView(
  task: TaskPart,
  texts: Texts | null,
  now: Date,
  { hasIt = null, about = null }: { hasIt?: PersonRef | null; about?: TaskView['about'] } = {},
): TaskView {
  const record = recordOf(task, texts);
  const owner = refOf(task.owner);
  return {
    taskId: task.taskId,
    incidentId: task.incidentId,
    incidentNumber: task.incidentNumber,
    about,
    code: task.code,
    title: titleOf(task, texts),
    explanation: task.explanation,
    ownerRole: task.ownerRole,
    owner,
    ownerName: ownerName(task, owner, hasIt),
    isMine: task.isMine,
    state: task.state,
    dueAt: new Date(task.dueAt).toISOString(),
    isOverdue: task.state === 'open' && new Date(task.dueAt) < now,
    finishedAt: task.finishedAt && new Date(task.finishedAt).toISOString(),
    finishedBy: refOf(task.finishedBy),
    records: task.records.map((field) => ({ ...field })),
    record: task.state === 'done' ? record : null,
    dropReason: task.state === 'dropped' ? dropReasonIn(record) : null,
  };
}

/** A task of the lead is that of whoever has it; until somebody does, it is told by its role. */
function ownerName({ ownerRole }: TaskPart, owner: PersonRef | null, hasIt: PersonRef | null): Words {
  if (owner) return named(owner.name);
  return hasIt && ownerRole === 'lead' ? named(hasIt.name) : ownerInWords(ownerRole ?? 'lead');
}

export function titleOf({ taskId, title, sealedTitle }: TaskPart, texts: Texts | null): Words {
  if (title !== null) return title;
  if (sealedTitle === null || texts === null) return unreadable;
  return named(texts.open(sealedAs.taskTitle(taskId), Buffer.from(sealedTitle, 'base64')));
}

const unreadable: Words = { nl: 'Taak', en: 'Task' };

function recordOf({ taskId, sealedRecord }: TaskPart, texts: Texts | null): TaskRecord | null {
  if (sealedRecord === null || texts === null) return null;
  return JSON.parse(texts.open(sealedAs.taskRecord(taskId), Buffer.from(sealedRecord, 'base64'))) as TaskRecord;
}

function dropReasonIn(record: TaskRecord | null): string | null {
  const reason = record?.['reason'];
  return typeof reason === 'string' ? reason : null;
}
