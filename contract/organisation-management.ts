import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './id.ts';
import * as words from './organisation-words.ts';

/** What only the administrator of an organisation does: its places, teams, people and roles. Never a dossier. */

const name = z.string().trim().min(1).max(120);
const personName = z.string().trim().min(1).max(80);
const email = z.email().max(254).toLowerCase();
const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ()-]{3,24}$/);
const jobTitle = z.string().trim().max(120);
const clockTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);
const workingDay = z.strictObject({ weekday: z.int().min(1).max(7), opens: clockTime, closes: clockTime });
const ownWords = z.strictObject({
  nl: z.partialRecord(z.enum(words.sectorWords), z.string().trim().min(1).max(60)),
  en: z.partialRecord(z.enum(words.sectorWords), z.string().trim().min(1).max(60)),
});

export const getOrganisation = endpoint({
  name: 'getOrganisation',
  method: 'GET',
  path: '/organisation',
  access: 'session',
  summary: 'The organisation as its administrator sets it up',
  answer: z.strictObject({
    id,
    name: z.string(),
    sector: z.enum(words.sectors),
    isDemonstration: z.boolean(),
    /** Only the words that differ from those of the sector. */
    words: ownWords,
    /** What the sector says for every word. */
    sectorWords: ownWords,
    workingWeek: z.array(workingDay),
    /** Days on which the organisation is closed, beside the public holidays: a bridging day, 5 May in some years. */
    closedOn: z.array(z.iso.date()),
    /** Shown on the first screen, before anybody signs in: who is called when help is needed now. */
    dutyNumber: z.string().nullable(),
  }),
});

export const changeOrganisation = endpoint({
  name: 'changeOrganisation',
  method: 'PATCH',
  path: '/organisation',
  access: 'session',
  summary: 'Change the name, sector, words or working week of the organisation',
  body: z.strictObject({
    name: name.optional(),
    sector: z.enum(words.sectors).optional(),
    words: ownWords.optional(),
    workingWeek: z.array(workingDay).max(21).optional(),
    closedOn: z.array(z.iso.date()).max(100).optional(),
    dutyNumber: phone.nullable().optional(),
  }),
  answer: z.strictObject({ employerId: id }),
  refusals: ['working-hours-overlap', 'working-day-ends-before-it-begins'],
});

// ── Places ───────────────────────────────────────────────────────────────────

export const addLocation = endpoint({
  name: 'addLocation',
  method: 'POST',
  path: '/locations',
  access: 'session',
  summary: 'Add a location',
  body: z.strictObject({ name, address: z.string().trim().max(200).default('') }),
  answer: z.strictObject({ locationId: id }),
  refusals: ['name-taken'],
});

export const changeLocation = endpoint({
  name: 'changeLocation',
  method: 'PATCH',
  path: '/locations/{locationId}',
  access: 'session',
  summary: 'Change a location, or take it out of use',
  params: z.strictObject({ locationId: id }),
  body: z.strictObject({
    name: name.optional(),
    address: z.string().trim().max(200).optional(),
    isInUse: z.boolean().optional(),
  }),
  answer: z.strictObject({ locationId: id }),
  refusals: ['name-taken'],
});

export const addRoom = endpoint({
  name: 'addRoom',
  method: 'POST',
  path: '/locations/{locationId}/rooms',
  access: 'session',
  summary: 'Add a room or desk to a location',
  params: z.strictObject({ locationId: id }),
  body: z.strictObject({ name, kind: z.enum(words.roomKinds) }),
  answer: z.strictObject({ roomId: id }),
  refusals: ['name-taken'],
});

export const changeRoom = endpoint({
  name: 'changeRoom',
  method: 'PATCH',
  path: '/rooms/{roomId}',
  access: 'session',
  summary: 'Change a room or desk, or take it out of use',
  params: z.strictObject({ roomId: id }),
  body: z.strictObject({
    name: name.optional(),
    kind: z.enum(words.roomKinds).optional(),
    isInUse: z.boolean().optional(),
  }),
  answer: z.strictObject({ roomId: id }),
  refusals: ['name-taken'],
});

// ── Teams ────────────────────────────────────────────────────────────────────

export const addTeam = endpoint({
  name: 'addTeam',
  method: 'POST',
  path: '/teams',
  access: 'session',
  summary: 'Add a team',
  body: z.strictObject({ name, parentTeamId: id.optional(), locationId: id.optional() }),
  answer: z.strictObject({ teamId: id }),
  refusals: ['name-taken'],
});

export const changeTeam = endpoint({
  name: 'changeTeam',
  method: 'PATCH',
  path: '/teams/{teamId}',
  access: 'session',
  summary: 'Change a team, or end it',
  params: z.strictObject({ teamId: id }),
  body: z.strictObject({
    name: name.optional(),
    parentTeamId: id.nullable().optional(),
    locationId: id.nullable().optional(),
    isInUse: z.boolean().optional(),
  }),
  answer: z.strictObject({ teamId: id }),
  refusals: ['name-taken', 'team-above-itself', 'team-has-people'],
});

// ── People and roles ─────────────────────────────────────────────────────────

export const addPerson = endpoint({
  name: 'addPerson',
  method: 'POST',
  path: '/people',
  access: 'session',
  summary: 'Add a person',
  body: z.strictObject({
    givenName: personName,
    familyName: personName,
    email: email.optional(),
    phone: phone.optional(),
    jobTitle: jobTitle.default(''),
    kind: z.enum(words.personKinds).default('employee'),
    /** For guests, and only for them. */
    homeEmployerName: name.optional(),
    teamIds: z.array(id).max(20).default([]),
  }),
  answer: z.strictObject({ personId: id }),
  refusals: ['email-taken', 'home-employer-missing', 'home-employer-only-for-guests'],
});

export const changePerson = endpoint({
  name: 'changePerson',
  method: 'PATCH',
  path: '/people/{personId}',
  access: 'session',
  summary: 'Change the work details of a person',
  params: z.strictObject({ personId: id }),
  body: z.strictObject({
    givenName: personName.optional(),
    familyName: personName.optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    jobTitle: jobTitle.optional(),
    kind: z.enum(words.personKinds).optional(),
    homeEmployerName: name.nullable().optional(),
    /** The whole list: teams that are not in it are left. */
    teamIds: z.array(id).max(20).optional(),
  }),
  answer: z.strictObject({ personId: id }),
  refusals: ['email-taken', 'home-employer-missing', 'home-employer-only-for-guests', 'person-has-left'],
});

export const recordLeaving = endpoint({
  name: 'recordLeaving',
  method: 'POST',
  path: '/people/{personId}/leaving',
  access: 'session',
  summary: 'Somebody left: their sessions, teams, roles and standing in end now; their history stays',
  params: z.strictObject({ personId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ personId: id }),
  refusals: ['person-has-left', 'last-administrator'],
});

export const giveRole = endpoint({
  name: 'giveRole',
  method: 'POST',
  path: '/role-holdings',
  access: 'session',
  summary: 'Give somebody a role, in a team or in the whole organisation',
  body: z.strictObject({ personId: id, role: z.enum(words.roles), teamId: id.optional() }),
  answer: z.strictObject({ holdingId: id }),
  refusals: ['role-needs-a-team', 'role-has-no-team', 'role-already-held', 'role-for-yourself', 'person-has-left'],
});

export const endRole = endpoint({
  name: 'endRole',
  method: 'POST',
  path: '/role-holdings/{holdingId}/end',
  access: 'session',
  summary: 'Take a role from somebody, from now',
  params: z.strictObject({ holdingId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ holdingId: id }),
  refusals: ['already-ended', 'last-administrator'],
});

/** What needs the eye of the administrator: a team that nobody answers for now, a manager away without a deputy. */
export const listStaffingWarnings = endpoint({
  name: 'listStaffingWarnings',
  method: 'GET',
  path: '/staffing-warnings',
  access: 'session',
  summary: 'Teams without a reachable manager, and roles that nobody holds',
  answer: z.strictObject({
    warnings: z.array(
      z.strictObject({
        code: z.enum(['team-without-manager', 'manager-away-without-deputy', 'role-without-holder']),
        teamId: id.nullable(),
        teamName: z.string().nullable(),
        role: z.enum(words.roles).nullable(),
      }),
    ),
  }),
});

// ── Importing people from a file ─────────────────────────────────────────────

/** The file itself, in base64: at most 2 MB of it. */
const file = z.base64().max(2_800_000);
const columns = z.partialRecord(z.enum(words.importColumns), z.int().min(0).max(200));
const importFile = z.strictObject({
  file,
  /** Which column of the file (from 0) holds what. */
  columns,
});

export const previewImport = endpoint({
  name: 'previewImport',
  method: 'POST',
  path: '/people/import/preview',
  access: 'session',
  summary: 'Read the head of a file of people and guess what its columns hold',
  idempotency: 'none',
  bodyLimit: 3_000_000,
  body: z.strictObject({ file }),
  answer: z.strictObject({
    encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le']),
    delimiter: z.enum([',', ';', '\t']),
    headers: z.array(z.string()),
    sample: z.array(z.array(z.string())),
    rows: z.int(),
    columns,
  }),
  refusals: ['file-unreadable', 'file-empty', 'too-many-rows'],
});

export const importProblem = z.strictObject({
  /** As a spreadsheet counts: the headers are row 1. */
  row: z.int(),
  column: z.enum(words.importColumns).nullable(),
  code: z.string(),
  nl: z.string(),
  en: z.string(),
});
export type ImportProblem = z.infer<typeof importProblem>;

const importOutcome = z.strictObject({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Teams that are made because a row names them. */
  teamsAdded: z.int(),
  skipped: z.int(),
});

export const tryImport = endpoint({
  name: 'tryImport',
  method: 'POST',
  path: '/people/import/trial',
  access: 'session',
  summary: 'Say what an import would do, and which rows cannot be read; nothing is changed',
  idempotency: 'none',
  bodyLimit: 3_000_000,
  body: importFile,
  answer: z.strictObject({ ...importOutcome.shape, problems: z.array(importProblem) }),
  refusals: ['file-unreadable', 'file-empty', 'too-many-rows', 'import-columns-missing'],
});

export const importPeople = endpoint({
  name: 'importPeople',
  method: 'POST',
  path: '/people/import',
  access: 'session',
  summary: 'Add and change people from a file; nobody is removed',
  bodyLimit: 3_000_000,
  body: z.strictObject({
    ...importFile.shape,
    /** Leaves out the rows with a problem. Otherwise one problem stops it all. */
    skipProblems: z.boolean().default(false),
  }),
  answer: importOutcome,
  refusals: [
    'file-unreadable',
    'file-empty',
    'too-many-rows',
    'import-columns-missing',
    'import-has-problems',
    'role-for-yourself',
  ],
});
