import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, moment } from './incident-shapes.ts';

export const handOverReasons = ['away', 'too_much', 'fits_better', 'other_work', 'agreed'] as const;
export type HandOverReason = (typeof handOverReasons)[number];

/** So many at once: more than anybody has at hand, and little enough to be done in one go. */
export const mostHandedOver = 100;

/** What became of one: it went, it came back, or why it did not go. */
export const handOverOutcomes = [
  'handed-over',
  'taken-back',
  'not-yours',
  'already-theirs',
  'task-not-open',
  'not-taken-up',
  'incident-closed',
  'incident-corrected',
  'may-not-have-it',
] as const;
export type HandOverOutcome = (typeof handOverOutcomes)[number];

const chosen = z.array(id).min(1).max(mostHandedOver);
const handOverParams = z.strictObject({ handOverId: id });
const handOverAnswer = z.strictObject({
  handOverId: id,
  /** Until when whoever gave it can take it back. */
  untilAt: moment,
  items: z.array(z.strictObject({ id, outcome: z.enum(handOverOutcomes) })),
});
export type HandOverAnswer = z.infer<typeof handOverAnswer>;

export const handOverMany = endpoint({
  name: 'handOverMany',
  method: 'PUT',
  path: '/hand-overs/{handOverId}',
  access: 'session',
  summary:
    'Hand several tasks or dossiers over to one colleague; told of each whether it went. The same id twice is once',
  params: handOverParams,
  body: z.strictObject({
    what: z.enum(['tasks', 'dossiers']),
    ids: chosen,
    toPersonId: id,
    reason: z.enum(handOverReasons),
  }),
  answer: handOverAnswer,
  refusals: ['person-has-left'],
});

export const takeBackMany = endpoint({
  name: 'takeBackMany',
  method: 'POST',
  path: '/hand-overs/{handOverId}/taking-back',
  access: 'session',
  summary: 'Undo, within a quarter of an hour: what the other did not finish or give away comes back',
  params: handOverParams,
  body: z.strictObject({}),
  answer: handOverAnswer,
  refusals: ['too-late-to-take-back'],
});

/** By POST, because so many ids do not fit an address. */
export const listWhoMayHave = endpoint({
  name: 'listWhoMayHave',
  method: 'POST',
  path: '/hand-over-candidates',
  access: 'session',
  summary: 'Who may be given these dossiers: whoever could take them up. Those of whom I may not decide do not count',
  idempotency: 'none',
  body: z.strictObject({ incidentIds: chosen }),
  answer: z.strictObject({
    people: z.array(z.strictObject({ id, name: z.string(), initials: z.string(), mayHave: z.number().int() })),
  }),
});
