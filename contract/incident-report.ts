import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, incidentParams, moment, shortText, story, writtenIncident } from './incident-shapes.ts';
import * as words from './incident-words.ts';
import { detailWords, reportedWords } from './vocabulary.ts';

const place = z.strictObject({
  kind: z.enum(words.placeKinds),
  locationId: id.nullish(),
  roomId: id.nullish(),
  /** The road, the telephone line, the website: in the reporter's own words. */
  text: shortText.nullish(),
});

const reportedAggressor = z.strictObject({
  knowledge: z.enum(words.reportedKnowledges),
  /** Name or description. Sealed; only those who follow up can read it. */
  text: shortText.nullish(),
});

const missingChild = z.strictObject({
  name: shortText,
  lastSeen: shortText.nullish(),
  whoKnows: shortText.nullish(),
});

/** What happened after the reporter addressed verbal aggression; decides whether a light note is enough. */
export const correction = z.strictObject({
  stopped: z.boolean().nullable(),
  againInSameTalk: z.boolean().nullable(),
  earlier: z.boolean().nullable(),
});

export const incidentReport = z.strictObject({
  /** Made by the reporter's device, unique for ever: the same report sent twice is one incident. */
  incidentId: id,
  kind: z.enum(words.incidentKinds),
  safe: z.boolean().nullable(),
  personGone: z.boolean().nullable(),
  injured: z.boolean().nullable(),
  columns: z.array(z.enum(words.matrixColumns)).max(5),
  correction: correction.nullish(),
  form: z.enum(words.aggressionForms).nullish(),
  story: story.nullish(),
  target: z.enum(words.targets),
  /** Colleagues to whom it happened, beside the reporter when `target` is `me`. */
  victimIds: z.array(id).max(30),
  witnessIds: z.array(id).max(30),
  occurredAt: moment,
  occurredPrecision: z.enum(words.occurrencePrecisions),
  place,
  aggressor: reportedAggressor.nullish(),
  child: missingChild.nullish(),
  actions: z.array(z.enum(words.momentActions)).max(9),
  needs: z.array(z.enum(words.reporterNeeds)).max(4),
  route: z.enum(words.followUpRoutes).default('manager'),
  chosenWords: reportedWords.optional(),
  /** The draft this report was made from; it is thrown away with sending. */
  draftId: id.nullish(),
});
export type IncidentReport = z.infer<typeof incidentReport>;

export const reportIncident = endpoint({
  name: 'reportIncident',
  method: 'POST',
  path: '/incidents',
  access: 'session',
  summary: 'Report an incident; the employer is told at once',
  body: incidentReport,
  answer: z.strictObject({
    incidentId: id,
    number: z.string(),
    state: z.enum(words.incidentStates),
    reportedAt: moment,
  }),
  refusals: ['incident-already-reported', 'colleague-misconduct-goes-to-confidential-adviser'],
});

export const addDetails = endpoint({
  name: 'addDetails',
  method: 'POST',
  path: '/incidents/{incidentId}/details',
  access: 'session',
  summary: 'Add the calm details after sending; earlier answers stay',
  params: incidentParams,
  body: z.strictObject({
    form: z.enum(words.aggressionForms).nullish(),
    flags: z.array(z.enum(words.incidentFlags)).max(3).optional(),
    cause: z.enum(words.observedCauses).nullish(),
    injuries: z.enum(words.injuryKinds).nullish(),
    damage: z.boolean().nullish(),
    policePresent: z.boolean().nullish(),
    demanded: shortText.nullish(),
    injuryText: shortText.nullish(),
    damageText: shortText.nullish(),
    witnessIds: z.array(id).max(30).optional(),
    chosenWords: detailWords.optional(),
  }),
  answer: writtenIncident,
  refusals: ['incident-corrected'],
});

export const addAddendum = endpoint({
  name: 'addAddendum',
  method: 'POST',
  path: '/incidents/{incidentId}/addenda',
  access: 'session',
  summary: 'Add to what was reported; what was reported is never altered',
  params: incidentParams,
  body: z.strictObject({ text: story }),
  answer: writtenIncident,
  refusals: ['incident-corrected'],
});

export const giveAccount = endpoint({
  name: 'giveAccount',
  method: 'POST',
  path: '/incidents/{incidentId}/account',
  access: 'session',
  summary: 'Give your own account, before seeing that of others',
  params: incidentParams,
  body: z.strictObject({ story }),
  answer: writtenIncident,
  refusals: ['account-already-given', 'account-not-asked', 'incident-corrected'],
});

export const declineAccount = endpoint({
  name: 'declineAccount',
  method: 'POST',
  path: '/incidents/{incidentId}/account/refusal',
  access: 'session',
  summary: 'Say that you do not want to give an account',
  params: incidentParams,
  body: z.strictObject({}),
  answer: writtenIncident,
  refusals: ['account-already-given', 'account-not-asked', 'incident-corrected'],
});
