import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, incidentParams, moment, personRef, shortText, writtenIncident } from './incident-shapes.ts';

/** Who did it, as far as whoever follows up found out. Sealed in the dossier. */
export const personIdentity = z.strictObject({
  name: shortText.nullable(),
  bornOn: z.iso.date().nullable(),
  postcode: z
    .string()
    .trim()
    .regex(/^[1-9]\d{3} ?[a-zA-Z]{2}$/)
    .nullable(),
  houseNumber: z.string().trim().min(1).max(12).nullable(),
  description: shortText.nullable(),
});
export type PersonIdentity = z.infer<typeof personIdentity>;

/** Why two may be the same. */
export const samePersonReasons = ['name', 'sound', 'born', 'address'] as const;
export type SamePersonReason = (typeof samePersonReasons)[number];

export const samePersonStates = ['proposed', 'same', 'different'] as const;

export const readWhoDidIt = endpoint({
  name: 'readWhoDidIt',
  method: 'GET',
  path: '/incidents/{incidentId}/who-did-it',
  access: 'session',
  summary: 'For who leads it and the coordinator: who did it, and in which dossiers the same person may be',
  params: incidentParams,
  answer: z.strictObject({
    identity: personIdentity.nullable(),
    /** Nobody is named, described or identified: then there is nothing to tell. */
    isOnDossier: z.boolean(),
    others: z.array(
      z.strictObject({
        sameId: id,
        state: z.enum(samePersonStates),
        why: z.array(z.enum(samePersonReasons)),
        /** Null: a dossier that this reader does not see. */
        incident: z.strictObject({ incidentId: id, number: z.string(), occurredAt: moment }).nullable(),
        decidedBy: personRef.nullable(),
      }),
    ),
  }),
});

export const identifyPerson = endpoint({
  name: 'identifyPerson',
  method: 'PUT',
  path: '/incidents/{incidentId}/who-did-it',
  access: 'session',
  summary: 'Keep what was found out about who did it; replaces what was kept before',
  params: incidentParams,
  body: personIdentity,
  answer: writtenIncident,
  refusals: ['incident-corrected', 'nobody-to-identify', 'emotion-goes-without-a-name'],
});

export const decideSamePerson = endpoint({
  name: 'decideSamePerson',
  method: 'POST',
  path: '/same-people/{sameId}/decision',
  access: 'session',
  summary: 'Say that two are the same person, that they are not, or take that back',
  params: z.strictObject({ sameId: id }),
  body: z.strictObject({ decision: z.enum(samePersonStates) }),
  answer: z.strictObject({ sameId: id, state: z.enum(samePersonStates) }),
});
