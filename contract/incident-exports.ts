import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { incidentFilters } from './incident-rows.ts';
import { id, moment } from './incident-shapes.ts';
import type { Vocabulary } from './vocabulary-words.ts';

export const exportFormats = ['xlsx', 'ods', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Without names: what the list itself tells. */
export const plainColumns = [
  'number',
  'reportedAt',
  'occurredAt',
  'kind',
  'severity',
  'state',
  'team',
  'place',
  'location',
  'takenUpAt',
  'contactAt',
  'responseDueAt',
  'responseSentAt',
  'closedAt',
  'openTasks',
  'target',
  'actions',
  'form',
  'flags',
  'cause',
  'injuries',
] as const;

/** Beside a choice that has words: the code that the organisation itself gave it, for its other systems. */
export const codeColumnOf = {
  kind: 'kindCode',
  place: 'placeCode',
  target: 'targetCode',
  actions: 'actionCodes',
  form: 'formCode',
  flags: 'flagCodes',
  cause: 'causeCode',
  injuries: 'injuryCode',
} as const satisfies Partial<Record<(typeof plainColumns)[number], string>>;
export type WordColumn = keyof typeof codeColumnOf;
export type CodeColumn = (typeof codeColumnOf)[WordColumn];
/** The list that the words of a column are chosen from. */
export const listOfColumn: Readonly<Record<WordColumn, Vocabulary>> = {
  kind: 'kind',
  place: 'place',
  target: 'target',
  actions: 'action',
  form: 'form',
  flags: 'flag',
  cause: 'cause',
  injuries: 'injury',
};
export const wordColumns = Object.keys(codeColumnOf) as readonly WordColumn[];
const codeColumns = Object.values(codeColumnOf);

/** Only with a reason, and only where the reader sees that part of the dossier. What people told never leaves this way. */
export const nameColumns = ['holder', 'reporter', 'victims', 'aggressor'] as const;

export type ExportColumn = (typeof plainColumns)[number] | CodeColumn | (typeof nameColumns)[number];

/** In the order of the file: a code stands beside its word. */
export const exportColumns: readonly ExportColumn[] = [
  ...plainColumns.flatMap((column) => (isWordColumn(column) ? [column, codeColumnOf[column]] : [column])),
  ...nameColumns,
];

function isWordColumn(column: ExportColumn): column is WordColumn {
  return column in codeColumnOf;
}

/** More rows than this is no work for a spreadsheet; with names fewer, because each dossier is a look on the record. */
export const MOST_ROWS = 100_000;
export const MOST_ROWS_WITH_NAMES = 5_000;

/** As a list is narrowed; in a body days are called what they are. */
const { from, until, ...filters } = incidentFilters;

const exportParams = z.strictObject({ exportId: id });

export const askExport = endpoint({
  name: 'askExport',
  method: 'POST',
  path: '/incident-exports',
  access: 'session',
  summary: 'Make a spreadsheet of what I may see of a list. It is made by a job and kept for a day',
  body: z.strictObject({
    exportId: id,
    format: z.enum(exportFormats),
    language: z.enum(['nl', 'en']),
    filters: z.strictObject({ ...filters, fromOn: from, untilOn: until }),
    columns: z
      .array(z.enum([...plainColumns, ...codeColumns, ...nameColumns]))
      .min(1)
      .max(exportColumns.length),
    /** Why names are needed; obliged with a column of names. */
    reason: z.string().trim().max(500).optional(),
  }),
  answer: exportParams,
  refusals: ['too-many-exports'],
});

export const exportRow = z.strictObject({
  exportId: id,
  format: z.enum(exportFormats),
  state: z.enum(['making', 'ready', 'failed']),
  rows: z.number().int().nullable(),
  /** There was more than a file holds: these are the newest. */
  isCut: z.boolean(),
  hasNames: z.boolean(),
  askedAt: moment,
  expiresAt: moment,
});
export type ExportRow = z.infer<typeof exportRow>;

export const listExports = endpoint({
  name: 'listExports',
  method: 'GET',
  path: '/incident-exports',
  access: 'session',
  summary: 'The files I asked for and can still fetch, newest first',
  answer: z.strictObject({ exports: z.array(exportRow) }),
});

export const fetchExport = endpoint({
  name: 'fetchExport',
  method: 'GET',
  path: '/incident-exports/{exportId}/file',
  access: 'session',
  summary: 'Fetch a file that I asked for, until it expires',
  params: exportParams,
  bytes: 'answer',
  answer: z.unknown(),
});
