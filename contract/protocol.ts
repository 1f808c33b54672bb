import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  approaches,
  dossierParts,
  matrixColumns,
  playbookCodes,
  taskConditions,
  taskOwners,
} from './protocol-words.ts';

/** Content that people read and edit, always in both languages. */
export const Text = z.strictObject({ nl: z.string().trim().min(1).max(1200), en: z.string().trim().min(1).max(1200) });
export type Text = z.infer<typeof Text>;

const MatrixColumnCode = z.enum(matrixColumns);
const PlaybookCodeName = z.enum(playbookCodes);
const TaskOwnerCode = z.enum(taskOwners);
const DossierPartCode = z.enum(dossierParts);

/** What a rule over a whole list says when it does not hold. */
const complaint = (code: string, nl: string, en: string) => ({ params: { code, nl, en } });
const noDoubles = complaint('double', 'Dezelfde code staat er twee keer in.', 'The same code stands in it twice.');
const columnsInOrder = complaint(
  'columns-in-order',
  'De vijf kolommen staan altijd in dezelfde volgorde.',
  'The five columns always stand in the same order.',
);

/** A short name within one list: stable, because dossiers refer to it. */
const Code = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);

const Example = z.strictObject({ code: Code, text: Text });

const ColumnContent = z.strictObject({
  column: MatrixColumnCode,
  title: Text,
  /** How to recognise it. */
  recognise: Text,
  examples: z.array(Example).min(1).max(20),
  /** What the organisation allows and what it does not. */
  norm: Text,
  approach: z.enum(approaches),
  approachTitle: Text,
  /** What to do now, one line per step, in order. */
  steps: z.array(Text).min(1).max(10),
  reporting: Text,
});
export type MatrixColumnContent = z.infer<typeof ColumnContent>;

/** Exactly the five columns, each once, in their order: the order is what decides. */
export const MatrixContent = z.strictObject({
  columns: z
    .array(ColumnContent)
    .length(matrixColumns.length)
    .refine((columns) => columns.every(({ column }, at) => column === matrixColumns[at]), columnsInOrder)
    .refine((columns) => hasNoDoubles(columns.flatMap(({ examples }) => examples.map(({ code }) => code))), noDoubles),
});
export type MatrixContent = z.infer<typeof MatrixContent>;

/**
 * When a task must be done. Clock hours run at night and on holidays too; working days do not.
 * `today` ends with the day of the report, and leaves at least two hours to whoever gets it late in the evening.
 */
export const Deadline = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('minutes'),
    minutes: z
      .int()
      .min(5)
      .max(24 * 60),
  }),
  z.strictObject({
    kind: z.literal('hours'),
    hours: z
      .int()
      .min(1)
      .max(28 * 24),
    from: z.enum(['report', 'incident']),
  }),
  z.strictObject({ kind: z.literal('today') }),
  z.strictObject({ kind: z.literal('working_days'), days: z.int().min(1).max(90) }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(400) }),
]);
export type Deadline = z.infer<typeof Deadline>;

/** Within which time a person must have spoken to the colleague. Minutes count at any hour. */
export const ContactTerm = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('minutes'),
    minutes: z
      .int()
      .min(5)
      .max(24 * 60),
  }),
  z.strictObject({ kind: z.literal('working_days'), days: z.int().min(1).max(10) }),
]);
export type ContactTerm = z.infer<typeof ContactTerm>;

/** What "done" leaves behind: a form of a few fields. Personal stories do not belong here, they have their own place. */
export const RecordField = z.discriminatedUnion('kind', [
  z.strictObject({
    name: Code,
    kind: z.enum(['text', 'longText', 'date', 'yesNo']),
    label: Text,
    optional: z.boolean(),
  }),
  z.strictObject({
    name: Code,
    kind: z.literal('choice'),
    label: Text,
    optional: z.boolean(),
    choices: z
      .array(z.strictObject({ value: Code, label: Text }))
      .min(2)
      .max(10),
  }),
]);
export type RecordField = z.infer<typeof RecordField>;

/** What the reporter and the victim read about a task. `{who}` and `{when}` are filled in. */
const ReporterWords = z.strictObject({ ahead: Text, done: Text });
export type ReporterWords = z.infer<typeof ReporterWords>;

export const PlaybookTask = z.strictObject({
  code: Code,
  title: Text,
  explanation: Text,
  owner: TaskOwnerCode,
  deadline: Deadline,
  records: z
    .array(RecordField)
    .max(6)
    .refine((fields) => hasNoDoubles(fields.map(({ name }) => name)), noDoubles),
  /** What of the dossier opens for the owner, for as long as the task does. */
  needs: z.array(DossierPartCode).max(dossierParts.length),
  /** Only when at least one of these holds; always when the list is empty. */
  onlyWhen: z.array(z.enum(taskConditions)).max(taskConditions.length),
  reporterWords: ReporterWords.nullable(),
});
export type PlaybookTask = z.infer<typeof PlaybookTask>;

export const PlaybookContent = z
  .strictObject({
    code: PlaybookCodeName,
    title: Text,
    /** In one or two lines: what this is about and what matters most. */
    summary: Text,
    contact: ContactTerm,
    /** Whether the clock for the response to the person who did it runs. */
    response: z.boolean(),
    tasks: z
      .array(PlaybookTask)
      .min(1)
      .max(30)
      .refine((tasks) => hasNoDoubles(tasks.map(({ code }) => code)), noDoubles),
  })
  .refine(({ tasks }) => isAlwaysThere(tasks, 'contact'), {
    path: ['tasks'],
    ...complaint(
      'contact-task-missing',
      'De taak “contact” hoort er altijd bij: niemand staat er alleen voor.',
      'The task “contact” always belongs in it: nobody stands alone.',
    ),
  })
  .refine(({ response, tasks }) => tasks.some(({ code }) => code === 'response') === response, {
    path: ['tasks'],
    ...complaint(
      'response-task-missing',
      'Loopt de klok voor de reactie? Dan hoort de taak “response” erbij, en anders niet.',
      'Does the response clock run? Then the task “response” belongs in it, and otherwise not.',
    ),
  });
export type PlaybookContent = z.infer<typeof PlaybookContent>;

const Version = z.strictObject({
  versionId: z.uuid(),
  version: z.int().min(1),
  sinceAt: z.iso.datetime({ offset: true }),
});

/** Both edits say which version they started from: of two people editing at once, the second is told. */
const BasedOn = z.int().min(1);

export const protocolRefusals = ['protocol-changed-meanwhile', 'playbook-code-differs'] as const;
export type ProtocolRefusal = (typeof protocolRefusals)[number];

export const getDefaultMatrix = endpoint({
  name: 'getDefaultMatrix',
  method: 'GET',
  path: '/protocol/matrix/default',
  access: 'public',
  summary: 'The norm matrix of this installation, for reporting before signing in and without a network',
  answer: MatrixContent,
});

export const getMatrix = endpoint({
  name: 'getMatrix',
  method: 'GET',
  path: '/protocol/matrix',
  access: 'session',
  summary: 'The norm matrix of the own organisation that counts now',
  answer: Version.extend({ content: MatrixContent }),
});

export const changeMatrix = endpoint({
  name: 'changeMatrix',
  method: 'PUT',
  path: '/protocol/matrix',
  access: 'session',
  summary: 'Put a new version of the norm matrix in force',
  body: z.strictObject({ basedOnVersion: BasedOn, content: MatrixContent }),
  answer: Version,
  refusals: protocolRefusals,
  bodyLimit: 256 * 1024,
});

export const listPlaybooks = endpoint({
  name: 'listPlaybooks',
  method: 'GET',
  path: '/protocol/playbooks',
  access: 'session',
  summary: 'The playbooks of the own organisation that count now',
  answer: z.strictObject({
    playbooks: z.array(Version.extend({ code: PlaybookCodeName, title: Text, summary: Text, taskCount: z.int() })),
  }),
});

const PlaybookAddress = z.strictObject({ code: PlaybookCodeName });

export const getPlaybook = endpoint({
  name: 'getPlaybook',
  method: 'GET',
  path: '/protocol/playbooks/{code}',
  access: 'session',
  summary: 'One playbook as it counts now',
  params: PlaybookAddress,
  answer: Version.extend({ content: PlaybookContent }),
});

export const changePlaybook = endpoint({
  name: 'changePlaybook',
  method: 'PUT',
  path: '/protocol/playbooks/{code}',
  access: 'session',
  summary: 'Put a new version of a playbook in force; dossiers keep the version they started with',
  params: PlaybookAddress,
  body: z.strictObject({ basedOnVersion: BasedOn, content: PlaybookContent }),
  answer: Version,
  refusals: protocolRefusals,
  bodyLimit: 256 * 1024,
});

/** Under no condition left out. */
function isAlwaysThere(
  tasks: readonly { readonly code: string; readonly onlyWhen: readonly string[] }[],
  code: string,
) {
  return tasks.some((task) => task.code === code && task.onlyWhen.length === 0);
}

function hasNoDoubles(codes: readonly string[]): boolean {
  return new Set(codes).size === codes.length;
}
