import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import * as words from './import-words.ts';
import { bilingual, cursor, id, limit, moment } from './incident-shapes.ts';
import { incidentKinds, incidentStates, placeKinds, severities } from './incident-words.ts';

/** How a file becomes incidents. The same document is the mapping file of `npm run import -- FILE --mapping MAPPING`. */
export const importMapping = z.strictObject({
  /** What each column is, by its name in the file. Columns that are not here are left out. */
  columns: z.record(z.string().max(300), z.enum(words.importTargets)),
  /** Per column, what each of its values is; an empty code takes the value over as nothing. */
  values: z.record(z.string().max(300), z.record(z.string().max(300), z.string().max(60))),
  dateOrder: z.enum(words.dateOrders),
});
export type ImportMapping = z.infer<typeof importMapping>;

const importParams = z.strictObject({ importId: id });
const started = z.strictObject({ importId: id, state: z.enum(words.importStates) });
const count = z.number().int();

export const importColumn = z.strictObject({
  header: z.string(),
  /** How many rows have something in this column. */
  filled: count,
  examples: z.array(z.string()),
  /** Every value there is, the most frequent first; null when there are too many for a list. */
  values: z.array(z.strictObject({ value: z.string(), count })).nullable(),
});
export type ImportColumn = z.infer<typeof importColumn>;

export const importReading = z.strictObject({
  format: z.enum(words.importFormats),
  encoding: z.enum(words.importEncodings).nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  otherSheets: z.array(z.string()),
  headerRow: count,
  /** Below the headers stands a second row of names for machines: it is no incident. */
  hasSecondHeader: z.boolean(),
  rows: count,
  columns: z.array(importColumn),
});
export type ImportReading = z.infer<typeof importReading>;

const importHead = z.strictObject({
  importId: id,
  fileName: z.string(),
  state: z.enum(words.importStates),
  startedAt: moment,
  startedBy: z.string().nullable(),
  rows: count,
  done: count,
  added: count,
  known: count,
  wrong: count,
});

const problem = z.strictObject({ code: z.string(), column: z.string().nullable(), text: bilingual });

export const listImports = endpoint({
  name: 'listImports',
  method: 'GET',
  path: '/incident-imports',
  access: 'session',
  summary: 'The older registers that were taken over, newest first, paged by key; for the coordinator',
  query: z.strictObject({ cursor, limit }),
  answer: z.strictObject({ imports: z.array(importHead), next: z.string().nullable() }),
});

export const startImport = endpoint({
  name: 'startImport',
  method: 'POST',
  path: '/incident-imports',
  access: 'session',
  summary: 'Announces a file; its pieces follow',
  body: z.strictObject({
    importId: id,
    fileName: z.string().trim().min(1).max(200),
    bytes: z.number().int().min(1),
  }),
  answer: started,
  refusals: ['import-too-large', 'import-known'],
});

export const sendImportPart = endpoint({
  name: 'sendImportPart',
  method: 'PUT',
  path: '/incident-imports/{importId}/parts/{part}',
  access: 'session',
  summary: 'One piece of the file, in base64; sent again it is the same piece',
  params: z.strictObject({
    importId: id,
    part: z.coerce
      .number()
      .int()
      .min(0)
      .max(words.IMPORT_MOST_PARTS - 1),
  }),
  body: z.strictObject({ content: z.base64().max(Math.ceil((words.IMPORT_PART_BYTES * 4) / 3) + 4) }),
  answer: started,
  refusals: ['import-not-uploading'],
  bodyLimit: 1_500_000,
  idempotency: 'none',
});

export const finishImportFile = endpoint({
  name: 'finishImportFile',
  method: 'POST',
  path: '/incident-imports/{importId}/read',
  access: 'session',
  summary: 'Every piece was sent: the file is read',
  params: importParams,
  answer: started,
  refusals: ['import-not-uploading', 'import-incomplete'],
});

export const readImport = endpoint({
  name: 'readImport',
  method: 'GET',
  path: '/incident-imports/{importId}',
  access: 'session',
  summary: 'One import: what the file holds, how it is understood, how far it is and what came of it',
  params: importParams,
  answer: importHead.extend({
    problem: bilingual.nullable(),
    reading: importReading.nullable(),
    mapping: importMapping.nullable(),
    wrongBy: z.array(z.strictObject({ code: z.string(), count, text: bilingual })),
    /** Counted from what stands in the register now, to lay beside the file. */
    totals: z
      .strictObject({
        years: z.array(z.strictObject({ year: count, count })),
        sorts: z.array(z.strictObject({ sort: z.string(), count })),
      })
      .nullable(),
    removed: count,
    /** What stayed after undoing, because people have worked on it since. */
    kept: count,
    /** How many pieces of the list of rows that did not work there are. */
    wrongParts: count,
  }),
});
export type ImportView = z.infer<typeof readImport.answer>;

export const previewImportRows = endpoint({
  name: 'previewImportRows',
  method: 'POST',
  path: '/incident-imports/{importId}/preview',
  access: 'session',
  summary: 'The first rows as they will stand with this mapping; nothing is kept',
  params: importParams,
  body: z.strictObject({ mapping: importMapping }),
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        row: count,
        problems: z.array(problem),
        incident: z
          .strictObject({
            number: z.string().nullable(),
            occurredAt: moment,
            occurredPrecision: z.enum(['exact', 'day', 'month', 'year']),
            kind: z.enum(incidentKinds),
            severity: z.enum(severities),
            state: z.enum(incidentStates),
            placeKind: z.enum(placeKinds),
            locationName: z.string().nullable(),
            placeText: z.string().nullable(),
            teamName: z.string().nullable(),
            aggressor: z.string().nullable(),
            story: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
  }),
  refusals: ['import-not-read'],
  bodyLimit: 512 * 1024,
  idempotency: 'none',
});

export const checkImport = endpoint({
  name: 'checkImport',
  method: 'POST',
  path: '/incident-imports/{importId}/check',
  access: 'session',
  summary: 'Tries every row with this mapping and counts; nothing comes into the register',
  params: importParams,
  body: z.strictObject({ mapping: importMapping }),
  answer: started,
  refusals: ['import-not-read', 'import-busy'],
  bodyLimit: 512 * 1024,
});

export const runImport = endpoint({
  name: 'runImport',
  method: 'POST',
  path: '/incident-imports/{importId}/run',
  access: 'session',
  summary: 'Takes over every row that works; also goes on where an import was interrupted',
  params: importParams,
  answer: started,
  refusals: ['import-not-checked', 'import-busy', 'import-incomplete'],
});

export const readWrongRows = endpoint({
  name: 'readWrongRows',
  method: 'GET',
  path: '/incident-imports/{importId}/wrong-rows',
  access: 'session',
  summary: 'The rows that did not work, as CSV with the reason in a last column; piece by piece',
  params: importParams,
  query: z.strictObject({
    part: z.coerce.number().int().min(0).max(10_000_000).default(0),
    language: z.enum(['nl', 'en']).default('nl'),
  }),
  answer: z.strictObject({ fileName: z.string(), csv: z.string(), next: z.number().int().nullable() }),
});

export const fetchWrongRows = endpoint({
  name: 'fetchWrongRows',
  method: 'GET',
  path: '/incident-imports/{importId}/wrong-rows-file',
  access: 'session',
  summary: 'The rows that did not work, the first twenty thousand, as one file of the kind that they came in',
  params: importParams,
  query: z.strictObject({ language: z.enum(['nl', 'en']).default('nl') }),
  answer: z.unknown(),
  bytes: 'answer',
});

export const undoImport = endpoint({
  name: 'undoImport',
  method: 'POST',
  path: '/incident-imports/{importId}/undo',
  access: 'session',
  summary: 'Takes out what came with this import and was not touched since',
  params: importParams,
  answer: started,
  refusals: ['import-not-done', 'import-busy'],
});
