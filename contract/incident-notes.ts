import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cursor, id, limit, moment } from './incident-shapes.ts';
import * as words from './incident-words.ts';

export const noteSignal = endpoint({
  name: 'noteSignal',
  method: 'POST',
  path: '/notes',
  access: 'session',
  summary: 'Note in one tap what need not be reported; no person is named',
  body: z.strictObject({
    noteId: id,
    column: z.enum(['self_directed_emotion', 'organisation_directed_emotion', 'verbal_aggression']),
    corrected: z.boolean(),
    placeKind: z.enum(words.placeKinds),
    locationId: id.nullish(),
    occurredAt: moment,
    draftId: id.nullish(),
  }),
  answer: z.strictObject({ noteId: id, notedAt: moment }),
});

export const undoNote = endpoint({
  name: 'undoNote',
  method: 'DELETE',
  path: '/notes/{noteId}',
  access: 'session',
  summary: 'Take back a note of my own',
  params: z.strictObject({ noteId: id }),
  answer: z.strictObject({ noteId: id }),
});

export const listNotes = endpoint({
  name: 'listNotes',
  method: 'GET',
  path: '/notes',
  access: 'session',
  summary: 'My notes; for the coordinator those of the organisation, without makers',
  query: z.strictObject({ scope: z.enum(['mine', 'organisation']).default('mine'), cursor, limit }),
  answer: z.strictObject({
    notes: z.array(
      z.strictObject({
        noteId: id,
        column: z.enum(words.matrixColumns),
        corrected: z.boolean(),
        placeKind: z.enum(words.placeKinds),
        locationName: z.string().nullable(),
        teamName: z.string().nullable(),
        occurredAt: moment,
        isMine: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
