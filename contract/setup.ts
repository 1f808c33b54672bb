import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { newWayToSignIn, passkeyOptions, recoveryCodes, totpEnrolment } from './identity-shapes.ts';
import { sectors, sectorWords } from './organisation-words.ts';

/** Setting up an empty installation. The code is printed by the server when it starts, so that no stranger comes first. */

const setUpCode = z.string().trim().min(8).max(40);
const personName = z.string().trim().min(1).max(80);
const email = z.email().max(254).toLowerCase();
const allWords = z.record(z.enum(sectorWords), z.string());
const ownWords = z.partialRecord(z.enum(sectorWords), z.string().trim().min(1).max(60));

export const getSetUp = endpoint({
  name: 'getSetUp',
  method: 'GET',
  path: '/set-up',
  access: 'public',
  summary: 'Whether this installation still has to be set up, and the sectors to choose from',
  answer: z.strictObject({
    isSetUp: z.boolean(),
    sectors: z.array(
      z.strictObject({
        sector: z.enum(sectors),
        nl: z.strictObject({ name: z.string(), words: allWords }),
        en: z.strictObject({ name: z.string(), words: allWords }),
      }),
    ),
  }),
});

export const checkSetUpCode = endpoint({
  name: 'checkSetUpCode',
  method: 'POST',
  path: '/set-up/code',
  access: 'public',
  summary: 'Check the code that the server printed',
  idempotency: 'none',
  body: z.strictObject({ setUpCode }),
  answer: z.strictObject({ state: z.literal('right') }),
  refusals: ['already-set-up', 'set-up-code-wrong', 'too-many-tries'],
});

const firstAdministrator = z.strictObject({ givenName: personName, familyName: personName, email });

export const beginSetUpTotp = endpoint({
  name: 'beginSetUpTotp',
  method: 'POST',
  path: '/set-up/authenticator-app',
  access: 'public',
  summary: 'The picture for the authenticator app of the first administrator',
  idempotency: 'none',
  body: z.strictObject({ setUpCode, email }),
  answer: totpEnrolment,
  refusals: ['already-set-up', 'set-up-code-wrong', 'too-many-tries'],
});

export const beginSetUpPasskey = endpoint({
  name: 'beginSetUpPasskey',
  method: 'POST',
  path: '/set-up/passkey',
  access: 'public',
  summary: 'Begin making the passkey of the first administrator',
  idempotency: 'none',
  body: z.strictObject({ setUpCode, administrator: firstAdministrator }),
  answer: passkeyOptions,
  refusals: ['already-set-up', 'set-up-code-wrong', 'too-many-tries'],
});

export const setUp = endpoint({
  name: 'setUp',
  method: 'POST',
  path: '/set-up',
  access: 'public',
  summary: 'Make the organisation and its first administrator, who is signed in from here',
  idempotency: 'none',
  body: z.strictObject({
    setUpCode,
    organisation: z.strictObject({
      name: z.string().trim().min(1).max(120),
      sector: z.enum(sectors),
      /** Only the words that differ from those of the sector. */
      words: z.strictObject({ nl: ownWords, en: ownWords }).optional(),
    }),
    administrator: firstAdministrator,
    way: newWayToSignIn,
  }),
  answer: z.strictObject({ state: z.literal('signed_in'), recoveryCodes }),
  refusals: [
    'already-set-up',
    'set-up-code-wrong',
    'ceremony-over',
    'code-wrong',
    'password-too-common',
    'passkey-not-accepted',
    'too-many-tries',
  ],
});

/** What the first administrator still has to do; teams, people and roles go through the ordinary addresses. */
export const getSetUpProgress = endpoint({
  name: 'getSetUpProgress',
  method: 'GET',
  path: '/set-up/progress',
  access: 'session',
  summary: 'Which steps of setting up are done; administrators only',
  answer: z.strictObject({
    isFinished: z.boolean(),
    locations: z.int(),
    teams: z.int(),
    people: z.int(),
    teamsWithManager: z.int(),
    hasCoordinator: z.boolean(),
    hasConfidentialAdviser: z.boolean(),
  }),
});

export const finishSetUp = endpoint({
  name: 'finishSetUp',
  method: 'POST',
  path: '/set-up/finish',
  access: 'session',
  summary: 'Setting up is done; administrators only',
  body: z.strictObject({}),
  answer: z.strictObject({ state: z.literal('finished') }),
  refusals: ['set-up-needs-a-team', 'set-up-needs-a-coordinator'],
});
