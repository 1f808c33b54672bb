import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { bilingual, cursor, id, incidentParams, limit, moment, personRef, shortText } from './incident-shapes.ts';
import * as words from './incident-words.ts';

/** What "done" records, by field: text, a choice, a date or yes/no, as the playbook asks. */
export const taskRecord = z.record(z.string().max(60), z.union([z.string().max(2000), z.boolean()]));

/** A field that "done" records, as the playbook describes it. */
export const recordField = z.strictObject({
  name: z.string(),
  kind: z.enum(['text', 'longText', 'choice', 'date', 'yesNo']),
  label: bilingual,
  optional: z.boolean(),
  choices: z.array(z.strictObject({ value: z.string(), label: bilingual })).optional(),
});
export type RecordField = z.infer<typeof recordField>;

export const taskView = z.strictObject({
  taskId: id,
  incidentId: id,
  incidentNumber: z.string(),
  /** What the dossier is about, for a list of tasks across dossiers; absent on the dossier itself. */
  about: z
    .strictObject({
      kind: z.enum(words.incidentKinds),
      severity: z.enum(words.severities),
      placeName: z.string().nullable(),
      /** Null for who has no part in the place: a home or a private life is nobody's business by a task alone. */
      placeKind: z.enum(words.placeKinds).nullable(),
    })
    .nullable(),
  code: z.string(),
  title: bilingual,
  explanation: bilingual.nullable(),
  ownerRole: z.string().nullable(),
  owner: personRef.nullable(),
  ownerName: bilingual,
  isMine: z.boolean(),
  state: z.enum(words.taskStates),
  dueAt: moment,
  isOverdue: z.boolean(),
  finishedAt: moment.nullable(),
  finishedBy: personRef.nullable(),
  records: z.array(recordField),
  record: taskRecord.nullable(),
  dropReason: z.string().nullable(),
});
export type TaskView = z.infer<typeof taskView>;

export const listTasks = endpoint({
  name: 'listTasks',
  method: 'GET',
  path: '/tasks',
  access: 'session',
  summary: 'My work: tasks across dossiers, most urgent first',
  query: z.strictObject({ show: z.enum(['open', 'overdue', 'today', 'finished']).default('open'), cursor, limit }),
  answer: z.strictObject({ tasks: z.array(taskView), next: z.string().nullable() }),
});

const taskParams = z.strictObject({ taskId: id });
const writtenTask = z.strictObject({ taskId: id, state: z.enum(words.taskStates) });

export const completeTask = endpoint({
  name: 'completeTask',
  method: 'POST',
  path: '/tasks/{taskId}/completion',
  access: 'session',
  summary: 'Done, with what the playbook asks to record',
  params: taskParams,
  body: z.strictObject({ record: taskRecord }),
  answer: writtenTask,
  refusals: ['task-not-open', 'record-incomplete', 'incident-closed'],
});

export const reopenTask = endpoint({
  name: 'reopenTask',
  method: 'DELETE',
  path: '/tasks/{taskId}/completion',
  access: 'session',
  summary: 'Undo: the task is open again',
  params: taskParams,
  answer: writtenTask,
  refusals: ['task-not-finished', 'incident-closed'],
});

export const dropTask = endpoint({
  name: 'dropTask',
  method: 'POST',
  path: '/tasks/{taskId}/drop',
  access: 'session',
  summary: 'Not needed, with the reason',
  params: taskParams,
  body: z.strictObject({ reason: shortText }),
  answer: writtenTask,
  refusals: ['task-not-open', 'incident-closed'],
});

export const handOverTask = endpoint({
  name: 'handOverTask',
  method: 'POST',
  path: '/tasks/{taskId}/hand-over',
  access: 'session',
  summary: 'Hand the task over to a colleague',
  params: taskParams,
  body: z.strictObject({ toPersonId: id }),
  answer: writtenTask,
  refusals: ['task-not-open', 'incident-closed', 'person-has-left', 'already-theirs'],
});

export const addTask = endpoint({
  name: 'addTask',
  method: 'POST',
  path: '/incidents/{incidentId}/tasks',
  access: 'session',
  summary: 'Add a task beside those of the playbook',
  params: incidentParams,
  body: z.strictObject({ taskId: id, title: z.string().trim().min(3).max(200), ownerPersonId: id, dueAt: moment }),
  answer: writtenTask,
  refusals: ['incident-closed', 'incident-corrected', 'person-has-left'],
});
