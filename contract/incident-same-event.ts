import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, incidentParams, moment, personRef, shortText } from './incident-shapes.ts';
import * as words from './incident-words.ts';

/** Why two dossiers may tell of the same event. `chosen`: a person put them beside each other. */
export const sameEventReasons = [
  'same_reporter',
  'people',
  'room',
  'location',
  'building',
  'place_kind',
  'team',
  'form',
  'flags',
  'chosen',
] as const;
export type SameEventReason = (typeof sameEventReasons)[number];

export const sameEventStates = ['proposed', 'same', 'different'] as const;
export type SameEventState = (typeof sameEventStates)[number];

const sameEventParams = z.strictObject({ sameEventId: id });
const decided = z.strictObject({ sameEventId: id, state: z.enum(sameEventStates) });

export const readSameEvents = endpoint({
  name: 'readSameEvents',
  method: 'GET',
  path: '/incidents/{incidentId}/same-events',
  access: 'session',
  summary: 'For who follows it up: which dossiers may tell of the same event, and which are joined',
  params: incidentParams,
  answer: z.strictObject({
    events: z.array(
      z.strictObject({
        sameEventId: id,
        state: z.enum(sameEventStates),
        why: z.array(z.enum(sameEventReasons)),
        minutesApart: z.number().int(),
        /** What this dossier is of the two, once they are joined. */
        part: z.enum(['leading', 'joined']).nullable(),
        /** Null: a dossier that this reader does not act on. */
        other: z
          .strictObject({
            incidentId: id,
            number: z.string(),
            occurredAt: moment,
            reportedAt: moment,
            state: z.enum(words.incidentStates),
          })
          .nullable(),
        decidedBy: personRef.nullable(),
      }),
    ),
  }),
});

export const proposeSameEvent = endpoint({
  name: 'proposeSameEvent',
  method: 'POST',
  path: '/incidents/{incidentId}/same-events',
  access: 'session',
  summary: 'Put two dossiers beside each other, by the number of the other',
  params: incidentParams,
  body: z.strictObject({ number: z.string().trim().min(1).max(20) }),
  answer: decided,
  refusals: ['number-not-yours', 'incident-corrected'],
});

export const decideSameEvent = endpoint({
  name: 'decideSameEvent',
  method: 'POST',
  path: '/same-events/{sameEventId}/decision',
  access: 'session',
  summary:
    'Say that two dossiers tell of the same event, and which leads; that they do not; or take back that they do not',
  params: sameEventParams,
  body: z.union([
    z.strictObject({ decision: z.literal('same'), leadingId: id }),
    z.strictObject({ decision: z.enum(['different', 'proposed']) }),
  ]),
  answer: decided,
  refusals: ['joined-elsewhere', 'joined-already', 'incident-corrected'],
});

export const separateSameEvent = endpoint({
  name: 'separateSameEvent',
  method: 'POST',
  path: '/same-events/{sameEventId}/separation',
  access: 'session',
  summary: 'Take two joined dossiers apart again, with the reason; the joined one gets its work back',
  params: sameEventParams,
  body: z.strictObject({ reason: shortText }),
  answer: decided,
  refusals: ['not-joined'],
});
