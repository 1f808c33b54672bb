import { createHash } from 'node:crypto';
import type { IncidentKind, IncidentState, MatrixColumn, PlaceKind, Severity } from '../../contract/incident-words.ts';
import type { Words } from '../../contract/protocol-words.ts';
import { bitsOf } from '../../server/incident/incident-access.ts';
import { contactTask, responseTask, teamMeetingTask } from '../../server/protocol/content/tasks.ts';
import { inventedPeople } from './invented-names.ts';
import { type Chance, chanceOf } from './seeded.ts';
import { conclusions, people } from './words.ts';

/** A team as the register knows it: who leads it, who works there and where. */
export interface RegisterTeam {
  readonly id: string;
  readonly managerId: string;
  readonly managerSubject: string;
  readonly memberIds: readonly string[];
  readonly locationId: string | null;
  readonly roomIds: readonly string[];
}

export interface RegisterPlan {
  readonly employerId: string;
  readonly coordinatorSubject: string;
  readonly teams: readonly RegisterTeam[];
  readonly count: number;
  readonly since: Date;
  readonly until: Date;
  readonly seed: string;
  /** Members report one after the other, each for a while: the first ones have old incidents only. Else: anybody at any time. */
  readonly inTurn: boolean;
  /**
   * A town that goes on living: people report by day, and nothing waits, because there is no job that would go on with it.
   * Else: something to measure with, in which every state occurs at every moment.
   */
  readonly isLivedIn: boolean;
}

/** One incident of the register, before it becomes rows. */
export interface RegisterIncident {
  readonly id: string;
  readonly employerId: string;
  readonly coordinatorSubject: string;
  readonly number: string;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly columns: readonly MatrixColumn[];
  readonly state: IncidentState;
  readonly isUrgent: boolean;
  readonly playbookCode: string;
  readonly team: RegisterTeam;
  readonly reporterId: string;
  readonly victimId: string | null;
  readonly witnessId: string | null;
  readonly aggressor: { readonly knowledge: string; readonly text: string | null } | null;
  readonly place: { readonly kind: PlaceKind; readonly locationId: string | null; readonly roomId: string | null };
  readonly story: string;
  readonly conclusion: string;
  readonly occurredAt: Date;
  readonly reportedAt: Date;
  readonly contactDueAt: Date;
  readonly takenUpAt: Date | null;
  readonly contactAt: Date | null;
  readonly responseDueAt: Date | null;
  readonly responseSentAt: Date | null;
  readonly closedAt: Date | null;
  readonly tasks: readonly RegisterTask[];
  readonly steps: readonly RegisterStep[];
  /** The id of a row that belongs to this incident, by its number among them (1 to 255). */
  childId(number: number): string;
}

interface RegisterTask {
  readonly code: string;
  readonly title: Words;
  readonly ownerRole: string;
  readonly ownerSubject: string;
  readonly givesParts: number;
  readonly tellsReporter: boolean;
  readonly dueAt: Date;
  readonly finishedAt: Date | null;
}

interface RegisterStep {
  readonly kind: string;
  readonly at: Date;
  readonly actorId: string;
  readonly concernsId: string | null;
  readonly data: Readonly<Record<string, string>>;
}

/** Of so many incidents, one person did on average so many. */
const PER_PERSON = 50;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One after the other, oldest first. */
export function* registerIncidents(plan: RegisterPlan): Generator<RegisterIncident> {
  const chance = chanceOf(plan.seed);
  const idOf = idsOf(plan);
  const somebody = plan.isLivedIn ? () => chance.pick(people.named) : peopleOf(plan);
  for (let at = 0; at < plan.count; at++) yield incidentAt(plan, at, { chance, idOf, somebody });
}

/** Ids that grow with time, as those of the program do: the index of a million of them is written from one end. */
function idsOf({ employerId, seed }: RegisterPlan): (moment: number, at: number, child: number) => string {
  const own = createHash('sha256').update(`${employerId} ${seed}`).digest('hex');
  return (moment, at, child) => {
    const time = moment.toString(16).padStart(12, '0');
    const place = at.toString(16).padStart(10, '0') + child.toString(16).padStart(2, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${own.slice(0, 3)}-8${own.slice(3, 6)}-${place}`;
  };
}

/** Who did it, in a register to measure with: each time the name of somebody of whom it holds something. */
export function peopleOf({ count, seed }: RegisterPlan): () => string {
  return inventedPeople(Math.ceil(count / PER_PERSON), chanceOf(`${seed} people`));
}

interface Means {
  readonly chance: Chance;
  readonly idOf: ReturnType<typeof idsOf>;
  /** The name of somebody who did it. */
  readonly somebody: () => string;
}

function incidentAt(plan: RegisterPlan, at: number, { chance, idOf, somebody }: Means): RegisterIncident {
  const span = plan.until.getTime() - plan.since.getTime();
  const evenly = Math.floor(plan.since.getTime() + (span * (at + chance.next())) / plan.count);
  const reported = plan.isLivedIn ? byDay(evenly, chance) : evenly;
  const reportedAt = new Date(reported);
  const after = (milliseconds: number) => new Date(Math.min(reported + milliseconds, plan.until.getTime()));
  const team = plan.teams[at % plan.teams.length] as RegisterTeam;
  const reporterId = reporterOf(plan, team, at, chance);
  const { kind, severity, columns, playbookCode } = natureOf(chance);
  const closesAfter = chance.between(3, 30) * DAY;
  const isPast = reported + closesAfter < plan.until.getTime();
  const state = stateOf(plan, isPast, chance);
  const isUrgent = severity === 'threat' || severity === 'violence' || severity === 'none';
  const isAnswered = kind !== 'missing_person' && kind !== 'calamity';
  const occurredAt = new Date(reported - chance.between(5, 240) * MINUTE);
  const takenUpAt = state === 'reported' || state === 'corrected' ? null : after(chance.between(2, 14) * MINUTE);
  const hasContact = state === 'in_follow_up' || state === 'closed';
  const contactAt = hasContact ? after(chance.between(15, 55) * MINUTE) : null;
  const responseDueAt = isAnswered ? new Date(occurredAt.getTime() + 48 * HOUR) : null;
  const isSent = isAnswered && (state === 'closed' || (state === 'in_follow_up' && chance.happens(0.9)));
  const responseSentAt = isSent ? after(chance.between(10, 44) * HOUR) : null;
  const closedAt = state === 'closed' ? after(closesAfter) : null;
  const contactDueAt = new Date(reported + HOUR);
  const witness = chance.happens(0.3) ? chance.pick(team.memberIds) : reporterId;
  const moments = { reportedAt, takenUpAt, contactAt, responseSentAt, closedAt };
  const isAt = team.locationId !== null && chance.happens(0.7);
  return {
    id: idOf(reported, at, 0),
    childId: (child) => idOf(reported, at, child),
    employerId: plan.employerId,
    coordinatorSubject: plan.coordinatorSubject,
    number: `${reportedAt.getUTCFullYear()}-${String(at + 1).padStart(4, '0')}`,
    kind,
    severity,
    columns,
    state,
    isUrgent,
    playbookCode,
    team,
    reporterId,
    victimId: isAnswered ? reporterId : null,
    witnessId: witness === reporterId ? null : witness,
    aggressor: isAnswered && severity !== 'emotion' ? aggressorOf(plan, chance, somebody) : null,
    place: {
      kind: isAt ? 'location' : chance.pick(['phone', 'road', 'home_visit', 'online'] as const),
      locationId: isAt ? team.locationId : null,
      roomId: isAt && team.roomIds.length > 0 ? chance.pick(team.roomIds) : null,
    },
    story: chance.pick(stories),
    conclusion: chance.pick(conclusions.verbal),
    occurredAt,
    ...moments,
    contactDueAt,
    responseDueAt,
    tasks: state === 'corrected' ? [] : tasksOf(team, { ...moments, contactDueAt, responseDueAt }),
    steps: stepsOf({ reporterId, managerId: team.managerId, state, ...moments }),
  };
}

function reporterOf({ inTurn, teams, count }: RegisterPlan, team: RegisterTeam, at: number, chance: Chance): string {
  if (!inTurn) return chance.pick(team.memberIds);
  const perTeam = Math.ceil(count / teams.length);
  const turn = Math.floor((Math.floor(at / teams.length) * team.memberIds.length) / perTeam);
  return team.memberIds[turn] as string;
}

function natureOf(chance: Chance) {
  const luck = chance.next();
  if (luck < 0.02) return nature('missing_person', 'none', [], 'missing_person');
  if (luck < 0.03) return nature('calamity', 'none', [], 'calamity');
  if (luck < 0.09) return nature('incident', 'emotion', ['organisation_directed_emotion'], 'emotion_persistent');
  if (luck < 0.12) return nature('social_media', 'verbal', ['verbal_aggression'], 'social_media');
  if (luck < 0.68) return nature('incident', 'verbal', ['verbal_aggression'], 'verbal');
  if (luck < 0.92) return nature('incident', 'threat', ['threat'], 'threat');
  return nature('incident', 'violence', ['physical_violence'], 'physical_violence');
}

function nature(kind: IncidentKind, severity: Severity, columns: readonly MatrixColumn[], playbookCode: string) {
  return { kind, severity, columns, playbookCode };
}

/** Almost everything of the past is closed; the newest are not yet. */
function stateOf({ isLivedIn }: RegisterPlan, isPast: boolean, chance: Chance): IncidentState {
  const luck = chance.next();
  if (luck < 0.01) return 'corrected';
  // Nobody leaves something open for years in a town that they live in.
  if (isPast) return luck < 0.997 || isLivedIn ? 'closed' : 'in_follow_up';
  if (!isLivedIn && luck < 0.1) return 'reported';
  if (!isLivedIn && luck < 0.2) return 'taken_up';
  return 'in_follow_up';
}

/** On a working day, between half past eight and six. */
function byDay(moment: number, chance: Chance): number {
  const date = new Date(moment);
  const weekend = [2, 0, 0, 0, 0, 0, 1][date.getUTCDay()] ?? 0;
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - weekend);
  return midnight + 7 * HOUR + chance.between(30, 570) * MINUTE;
}

/** In a register to measure with, most of them are known by name: more to look through than a real one has. */
function aggressorOf(
  { isLivedIn }: RegisterPlan,
  chance: Chance,
  somebody: () => string,
): RegisterIncident['aggressor'] {
  const ways = ['named', 'described', 'unknown', ...(isLivedIn ? [] : (['named', 'named'] as const))] as const;
  const knowledge = chance.pick(ways);
  if (knowledge === 'unknown') return { knowledge, text: null };
  return { knowledge, text: knowledge === 'named' ? somebody() : chance.pick(people.described) };
}

interface Moments {
  readonly reportedAt: Date;
  readonly takenUpAt: Date | null;
  readonly contactAt: Date | null;
  readonly responseSentAt: Date | null;
  readonly closedAt: Date | null;
}

const carriesOut = bitsOf(['header', 'place', 'people', 'narrative', 'carryOut']);

function tasksOf(
  { managerSubject }: RegisterTeam,
  moments: Moments & { contactDueAt: Date; responseDueAt: Date | null },
): RegisterTask[] {
  const ownedByLead = { ownerRole: 'lead', ownerSubject: managerSubject, tellsReporter: true };
  const { contactAt, contactDueAt, responseDueAt, responseSentAt, closedAt, reportedAt } = moments;
  const contact = {
    ...ownedByLead,
    code: contactTask.code,
    title: contactTask.title,
    givesParts: carriesOut,
    dueAt: contactDueAt,
    finishedAt: contactAt,
  };
  const meeting = {
    ...ownedByLead,
    code: teamMeetingTask.code,
    title: teamMeetingTask.title,
    givesParts: bitsOf(['header', 'place', 'narrative']),
    dueAt: new Date(reportedAt.getTime() + 14 * DAY),
    finishedAt: closedAt,
  };
  if (responseDueAt === null) return [contact, meeting];
  const response = {
    ...ownedByLead,
    code: responseTask.code,
    title: responseTask.title,
    givesParts: bitsOf(['header', 'narrative', 'aggressor', 'carryOut']),
    dueAt: responseDueAt,
    finishedAt: responseSentAt,
  };
  return closedAt === null ? [contact, response, meeting] : [contact, response];
}

function stepsOf({
  reporterId,
  managerId,
  state,
  ...moments
}: Moments & { reporterId: string; managerId: string; state: IncidentState }): RegisterStep[] {
  const step = (
    kind: string,
    at: Date | null,
    actorId: string,
    more: { concernsId?: string; data?: Readonly<Record<string, string>> } = {},
  ): RegisterStep[] =>
    at === null ? [] : [{ kind, at, actorId, concernsId: more.concernsId ?? null, data: more.data ?? {} }];
  return [
    ...step('reported', moments.reportedAt, reporterId),
    ...step('taken_up', moments.takenUpAt, managerId),
    ...step('contact_made', moments.contactAt, managerId, { concernsId: reporterId, data: { way: 'phone' } }),
    ...step('response_sent', moments.responseSentAt, managerId, { data: { way: 'letter' } }),
    ...step('closed', moments.closedAt, managerId),
    ...step('corrected', state === 'corrected' ? moments.reportedAt : null, managerId, {
      data: { reason: 'criticism_not_aggression' },
    }),
  ];
}

const stories = [
  'Meneer schold me uit omdat hij moest wachten. Ik heb gezegd dat ik zo niet verder praat.',
  'Mevrouw werd boos over de brief en noemde me onbekwaam. Ze liep weg en gooide de deur dicht.',
  'Aan de telefoon dreigde iemand langs te komen. Ik heb het gesprek gestopt.',
  'Op straat duwde een man me weg toen ik hem aansprak. Een collega kwam erbij.',
  'In een bericht staat dat ik moet uitkijken. Ik heb het bewaard en niet geantwoord.',
  'Een bezoeker sloeg op de balie en wilde niet weg. De beveiliger hielp.',
] as const;
