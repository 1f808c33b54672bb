import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cursor, id, incidentParams, limit, moment, personRef, plainStep } from './incident-shapes.ts';
import * as words from './incident-words.ts';

export const myIncidents = endpoint({
  name: 'myIncidents',
  method: 'GET',
  path: '/my-incidents',
  access: 'session',
  summary: 'Incidents I reported, was the victim of or saw',
  query: z.strictObject({ cursor, limit }),
  answer: z.strictObject({
    incidents: z.array(
      z.strictObject({
        incidentId: id,
        number: z.string(),
        kind: z.enum(words.incidentKinds),
        severity: z.enum(words.severities),
        state: z.enum(words.incidentStates),
        occurredAt: moment,
        reportedAt: moment,
        placeName: z.string().nullable(),
        placeKind: z.enum(words.placeKinds),
        myRoles: z.array(z.enum(words.involvedRoles)),
        accountAsked: z.boolean(),
        lastStep: plainStep.nullable(),
        hasIt: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const myIncident = endpoint({
  name: 'myIncident',
  method: 'GET',
  path: '/my-incidents/{incidentId}',
  access: 'session',
  summary: 'Every step of the follow-up, for the person concerned',
  params: incidentParams,
  answer: z.strictObject({
    incidentId: id,
    number: z.string(),
    kind: z.enum(words.incidentKinds),
    severity: z.enum(words.severities),
    state: z.enum(words.incidentStates),
    occurredAt: moment,
    reportedAt: moment,
    placeName: z.string().nullable(),
    placeKind: z.enum(words.placeKinds),
    placeText: z.string().nullable(),
    myRoles: z.array(z.enum(words.involvedRoles)),
    /** Who has it now, and how to reach them. */
    hasIt: z.strictObject({ person: personRef, role: z.string(), phone: z.string().nullable() }).nullable(),
    contactDueAt: moment.nullable(),
    responseDueAt: moment.nullable(),
    responseSentAt: moment.nullable(),
    account: z
      .strictObject({
        state: z.enum(['asked', 'given', 'declined']),
        story: z.string().nullable(),
        givenAt: moment.nullable(),
      })
      .nullable(),
    othersAccounts: z.array(
      z.strictObject({ person: personRef, story: z.string().nullable(), givenAt: moment.nullable() }),
    ),
    addenda: z.array(z.strictObject({ id, person: personRef, addedAt: moment, text: z.string() })),
    aggressor: z.string().nullable(),
    needs: z.array(z.enum(words.reporterNeeds)),
    detailsGiven: z.boolean(),
    steps: z.array(plainStep),
  }),
});
