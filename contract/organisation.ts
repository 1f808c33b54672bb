import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './id.ts';
import * as words from './organisation-words.ts';

export * from './organisation-management.ts';
export * from './organisation-words.ts';

const moment = z.iso.datetime({ offset: true });
const clockTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);
/** The last person of the page before. */
const cursor = id;
/** Anything people write as a number: 0318 12 34 56, +31 (0)318 123456. */
const phoneNumber = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ()-]{3,24}$/);
const personParams = z.strictObject({ personId: id });

/** A colleague as others may see them. */
export const colleagueRef = z.strictObject({ id, name: z.string(), initials: z.string() });
export type ColleagueRef = z.infer<typeof colleagueRef>;

export const teamRef = z.strictObject({ id, name: z.string() });
export type TeamRef = z.infer<typeof teamRef>;

/** Whether somebody is at work now. `untilAt` says how long that lasts, or else when they are back. */
export const reachability = z.strictObject({
  isReachable: z.boolean(),
  untilAt: moment.nullable(),
  because: z.enum(words.unreachableBecauses).nullable(),
});
export type Reachability = z.infer<typeof reachability>;

export const reachableColleague = z.strictObject({
  ...colleagueRef.shape,
  phone: z.string().nullable(),
  reachability,
});
export type ReachableColleague = z.infer<typeof reachableColleague>;

const heldRole = z.strictObject({
  holdingId: id,
  role: z.enum(words.roles),
  team: teamRef.nullable(),
  /** Set when the role is somebody else's, held as their deputy. */
  deputyFor: colleagueRef.nullable(),
});
export type HeldRole = z.infer<typeof heldRole>;

const bilingualWords = z.strictObject({
  nl: z.record(z.enum(words.sectorWords), z.string()),
  en: z.record(z.enum(words.sectorWords), z.string()),
});
export type BilingualWords = z.infer<typeof bilingualWords>;

const workingDay = z.strictObject({ weekday: z.int().min(1).max(7), opens: clockTime, closes: clockTime });
export type WorkingDay = z.infer<typeof workingDay>;

// ── Me ───────────────────────────────────────────────────────────────────────

export const getMe = endpoint({
  name: 'getMe',
  method: 'GET',
  path: '/me',
  access: 'session',
  summary: 'Who is signed in: person, employer, roles, teams with their managers, and who stands in',
  answer: z.strictObject({
    person: z.strictObject({
      ...colleagueRef.shape,
      givenName: z.string(),
      familyName: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      jobTitle: z.string(),
      kind: z.enum(words.personKinds),
      homeEmployerName: z.string().nullable(),
      language: z.enum(words.languages),
    }),
    employer: z.strictObject({
      id,
      name: z.string(),
      sector: z.enum(words.sectors),
      isDemonstration: z.boolean(),
      words: bilingualWords,
    }),
    /** By a personal link, without an account: then there is no account page, and no colleagues to look up. */
    cameByLink: z.boolean(),
    roles: z.array(heldRole),
    teams: z.array(z.strictObject({ ...teamRef.shape, managers: z.array(reachableColleague) })),
    /** Who stands in for me now. */
    deputies: z.array(z.strictObject({ ...colleagueRef.shape, untilAt: moment })),
    reachability,
  }),
});

export const changeMe = endpoint({
  name: 'changeMe',
  method: 'PATCH',
  path: '/me',
  access: 'session',
  summary: 'Change my own language or work phone',
  body: z.strictObject({
    language: z.enum(words.languages).optional(),
    phone: phoneNumber.nullable().optional(),
  }),
  answer: z.strictObject({ personId: id }),
});

/** The number to call in one tap: managers first, then who comes after them, only who can be reached now first. */
export const listWhoToCall = endpoint({
  name: 'listWhoToCall',
  method: 'GET',
  path: '/me/who-to-call',
  access: 'session',
  summary: 'Who I can call now, in order: manager, deputy, coordinator, leadership',
  answer: z.strictObject({
    people: z.array(z.strictObject({ ...reachableColleague.shape, capacity: z.enum(words.callCapacities) })),
  }),
});

/** When a colleague did it: that is no report, and these are the people to talk to. */
export const listConfidentialAdvisers = endpoint({
  name: 'listConfidentialAdvisers',
  method: 'GET',
  path: '/confidential-advisers',
  access: 'session',
  summary: 'The confidential advisers of the organisation, and how to reach them',
  answer: z.strictObject({
    advisers: z.array(z.strictObject({ ...reachableColleague.shape, email: z.string().nullable() })),
  }),
});

// ── Colleagues, teams and places ─────────────────────────────────────────────

const colleague = z.strictObject({
  ...colleagueRef.shape,
  jobTitle: z.string(),
  kind: z.enum(words.personKinds),
  homeEmployerName: z.string().nullable(),
  teams: z.array(teamRef),
});
export type Colleague = z.infer<typeof colleague>;

export const searchPeople = endpoint({
  name: 'searchPeople',
  method: 'POST',
  path: '/people/search',
  access: 'session',
  summary: 'Find colleagues by a part of their name',
  idempotency: 'none',
  body: z.strictObject({
    /** Two characters at least. Without a name: everybody, in order of family name. */
    name: z.string().trim().min(2).max(80).optional(),
    teamId: id.optional(),
    /** `next` of the page before. */
    after: cursor.optional(),
    limit: z.int().min(1).max(100).default(25),
  }),
  answer: z.strictObject({ people: z.array(colleague), next: cursor.nullable() }),
});

export const getColleague = endpoint({
  name: 'getColleague',
  method: 'GET',
  path: '/people/{personId}',
  access: 'session',
  summary: 'One colleague: work details, roles, whether they can be reached and who stands in',
  params: personParams,
  answer: z.strictObject({
    ...colleague.shape,
    email: z.string().nullable(),
    phone: z.string().nullable(),
    roles: z.array(heldRole),
    reachability,
    deputies: z.array(z.strictObject({ ...colleagueRef.shape, untilAt: moment })),
    hasLeft: z.boolean(),
  }),
});

export const listTeams = endpoint({
  name: 'listTeams',
  method: 'GET',
  path: '/teams',
  access: 'session',
  summary: 'The teams of the organisation with their managers',
  answer: z.strictObject({
    teams: z.array(
      z.strictObject({
        ...teamRef.shape,
        parentTeamId: id.nullable(),
        locationId: id.nullable(),
        people: z.int(),
        managers: z.array(colleagueRef),
      }),
    ),
  }),
});

export const listLocations = endpoint({
  name: 'listLocations',
  method: 'GET',
  path: '/locations',
  access: 'session',
  summary: 'The locations of the organisation with their rooms and desks',
  answer: z.strictObject({
    locations: z.array(
      z.strictObject({
        id,
        name: z.string(),
        address: z.string(),
        rooms: z.array(z.strictObject({ id, name: z.string(), kind: z.enum(words.roomKinds) })),
      }),
    ),
  }),
});

// ── Standing in, being away, working hours ───────────────────────────────────

export const listDeputyships = endpoint({
  name: 'listDeputyships',
  method: 'GET',
  path: '/deputyships',
  access: 'session',
  summary: 'Who stands in for whom, now and later: mine, or everybody for coordinators and administrators',
  query: z.strictObject({ scope: z.enum(['mine', 'everybody']).default('mine') }),
  answer: z.strictObject({
    deputyships: z.array(
      z.strictObject({
        id,
        absent: colleagueRef,
        deputy: colleagueRef,
        /** Absent: for every role. */
        holding: z.strictObject({ id, role: z.enum(words.roles), team: teamRef.nullable() }).nullable(),
        sinceAt: moment,
        untilAt: moment,
      }),
    ),
  }),
});

export const nameDeputy = endpoint({
  name: 'nameDeputy',
  method: 'POST',
  path: '/deputyships',
  access: 'session',
  summary: 'Name who stands in for somebody during a period',
  body: z.strictObject({
    /** Myself when absent. Coordinators and administrators may name a deputy for others. */
    absentPersonId: id.optional(),
    deputyPersonId: id,
    /** One role only; absent: all of them. */
    roleHoldingId: id.optional(),
    sinceAt: moment,
    untilAt: moment,
  }),
  answer: z.strictObject({ deputyshipId: id }),
  refusals: [
    'period-ends-before-it-begins',
    'period-in-the-past',
    'deputy-is-the-absent-person',
    'deputyship-overlaps',
    'deputyship-makes-a-loop',
    'role-for-yourself',
    'person-has-left',
    'holding-is-not-theirs',
  ],
});

export const endDeputyship = endpoint({
  name: 'endDeputyship',
  method: 'POST',
  path: '/deputyships/{deputyshipId}/end',
  access: 'session',
  summary: 'End standing in, from now',
  params: z.strictObject({ deputyshipId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ deputyshipId: id }),
  refusals: ['already-ended'],
});

export const listAbsences = endpoint({
  name: 'listAbsences',
  method: 'GET',
  path: '/people/{personId}/absences',
  access: 'session',
  summary: 'When somebody is away, now and later. Never why',
  params: personParams,
  answer: z.strictObject({ absences: z.array(z.strictObject({ id, sinceAt: moment, untilAt: moment })) }),
});

export const recordAbsence = endpoint({
  name: 'recordAbsence',
  method: 'POST',
  path: '/people/{personId}/absences',
  access: 'session',
  summary: 'Say that I, or somebody of my team, am away during a period',
  params: personParams,
  body: z.strictObject({ sinceAt: moment, untilAt: moment }),
  answer: z.strictObject({ absenceId: id }),
  refusals: ['period-ends-before-it-begins', 'period-in-the-past', 'absence-overlaps', 'person-has-left'],
});

export const endAbsence = endpoint({
  name: 'endAbsence',
  method: 'POST',
  path: '/people/{personId}/absences/{absenceId}/end',
  access: 'session',
  summary: 'Back at work, from now',
  params: z.strictObject({ personId: id, absenceId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ absenceId: id }),
  refusals: ['already-ended'],
});

export const getWorkingHours = endpoint({
  name: 'getWorkingHours',
  method: 'GET',
  path: '/people/{personId}/working-hours',
  access: 'session',
  summary: 'The working week of somebody; their own, or that of the organisation',
  params: personParams,
  answer: z.strictObject({ isOwn: z.boolean(), days: z.array(workingDay) }),
});

export const setWorkingHours = endpoint({
  name: 'setWorkingHours',
  method: 'PUT',
  path: '/people/{personId}/working-hours',
  access: 'session',
  summary: 'Set the working week of me or somebody of my team; without days it is that of the organisation',
  params: personParams,
  body: z.strictObject({ days: z.array(workingDay).max(21) }),
  answer: z.strictObject({ personId: id }),
  refusals: ['working-hours-overlap', 'working-day-ends-before-it-begins', 'person-has-left'],
});
