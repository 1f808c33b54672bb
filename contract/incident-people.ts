import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, incidentParams, moment, personRef, shortText, writtenIncident } from './incident-shapes.ts';

/** Rough, as somebody guesses who saw them for a minute. In order: who is two apart is somebody else. */
export const ageGroups = ['under_18', 'from_18', 'from_30', 'from_50', 'from_65'] as const;
export const builds = ['slim', 'average', 'heavy'] as const;
export const hairs = ['none', 'dark', 'fair', 'red', 'grey'] as const;

const inOwnWords = z.string().trim().min(1).max(200).nullable();
/** By what somebody was known: a few hints to choose from, the rest in own words. */
export const personLooks = z.strictObject({
  age: z.enum(ageGroups).nullable(),
  build: z.enum(builds).nullable(),
  hair: z.enum(hairs).nullable(),
  clothing: inOwnWords,
  voice: inOwnWords,
  marks: inOwnWords,
});
export type PersonLooks = z.infer<typeof personLooks>;
export const looksHints = ['age', 'build', 'hair'] as const;
export type LooksHint = (typeof looksHints)[number];

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
  looks: personLooks.nullish(),
});
export type PersonIdentity = z.infer<typeof personIdentity>;

/** Why two may be the same. `said`: nothing was compared, somebody said so. */
export const samePersonReasons = ['name', 'sound', 'born', 'address', 'looks', 'said'] as const;
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
        /** What both are told to look like; only of a dossier that this reader sees. */
        looks: z.strictObject({ words: z.array(z.string()), hints: z.array(z.enum(looksHints)) }).nullable(),
        /** The two were there both. */
        samePlace: z.string().nullable(),
        daysApart: z.int().min(0).nullable(),
        /** Who it is there, once they are the same. */
        identity: personIdentity.nullable(),
        decidedBy: personRef.nullable(),
        /** What people said of these two before, the newest first. */
        history: z.array(z.strictObject({ decision: z.enum(samePersonStates), at: moment, by: personRef })),
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

export const joinPerson = endpoint({
  name: 'joinPerson',
  method: 'POST',
  path: '/incidents/{incidentId}/who-did-it/same-as',
  access: 'session',
  summary: 'Say that who did it is the same person as in another dossier that I may act on',
  params: incidentParams,
  body: z.strictObject({ number: z.string().trim().min(1).max(20) }),
  answer: z.strictObject({ sameId: id, state: z.enum(samePersonStates) }),
  refusals: ['no-person-to-join'],
});

/** Who they are to the colleague, or to whoever it is about. */
export const relations = ['partner', 'child', 'parent', 'sibling', 'other'] as const;
export type Relation = (typeof relations)[number];
const relativeParams = z.strictObject({ ...incidentParams.shape, relativeId: id });

export const listRelatives = endpoint({
  name: 'listRelatives',
  method: 'GET',
  path: '/incidents/{incidentId}/relatives',
  access: 'session',
  summary: 'For who leads it: relatives whom it touches, and how to reach them',
  params: incidentParams,
  answer: z.strictObject({
    relatives: z.array(
      z.strictObject({
        relativeId: id,
        relation: z.enum(relations),
        /** Null: of somebody who is no colleague. */
        of: personRef.nullable(),
        name: z.string(),
        phone: z.string().nullable(),
      }),
    ),
  }),
});

export const addRelative = endpoint({
  name: 'addRelative',
  method: 'POST',
  path: '/incidents/{incidentId}/relatives',
  access: 'session',
  summary: 'Put a relative on the dossier: their name is sealed, and they are told nothing',
  params: incidentParams,
  body: z.strictObject({
    relativeId: id,
    relation: z.enum(relations),
    ofPersonId: id.nullish(),
    name: shortText,
    phone: z.string().trim().min(3).max(40).nullish(),
  }),
  answer: writtenIncident,
  refusals: ['incident-closed', 'incident-corrected', 'not-on-this-incident'],
});

export const removeRelative = endpoint({
  name: 'removeRelative',
  method: 'DELETE',
  path: '/incidents/{incidentId}/relatives/{relativeId}',
  access: 'session',
  summary: 'Take a relative off the dossier: nothing of them is kept',
  params: relativeParams,
  answer: writtenIncident,
});
