import { addMinutes, later, type WorkingCalendar } from './deadlines.ts';
import type { Urgency } from './severity.ts';

/**
 * The escalation chain: who is told now, and when the next one is. Nothing stops it but a person: while it is not ended it
 * always has a moment at which it goes on, and only recorded contact with the colleague ends it.
 */
export type Chain = WaitingChain | PausedChain | EndedChain;

/** Somebody was told; whoever comes next is told at `nextAt`. */
export interface WaitingChain extends Course {
  readonly state: 'waiting';
  readonly nextAt: Date;
}

/** Somebody took it up; without contact the chain goes on at `nextAt`. */
export interface PausedChain extends Course {
  readonly state: 'paused';
  readonly nextAt: Date;
}

export interface EndedChain extends Course {
  readonly state: 'ended';
  readonly endedAt: Date;
}

interface Course {
  /** The first time along everybody is round 1. */
  readonly round: number;
  /** How many people were told in all. */
  readonly step: number;
  readonly told: string | null;
  readonly calledThisRound: readonly string[];
  readonly contactDueAt: Date;
}

/** Somebody who may be told, in the order in which they come. */
export interface ChainCandidate {
  readonly personId: string;
  readonly role: ChainRole;
  readonly isAbsent: boolean;
  /** Whether it is within their working hours now; of weight only where the severity can wait for that. */
  readonly isWorking: boolean;
}

export type ChainRole =
  | 'lead'
  | 'deputy'
  | 'coordinator'
  | 'manager_above'
  | 'griffier'
  | 'mayor'
  | 'leadership'
  | 'last_resort';

/** What the course of a chain depends on, beside the clock. */
export interface ChainRules {
  readonly urgency: Urgency;
  /** How long whoever was called has before the next one is called. */
  readonly minutesPerStep: Readonly<Record<Urgency, number>>;
  readonly calendar: WorkingCalendar;
}

export interface ChainMove<C extends Chain = Chain> {
  readonly chain: C;
  /** Who is to be told now. */
  readonly call: ChainCandidate | null;
}

/** The first one is told at once, at any hour: it is the waiting for an answer that may keep working hours. */
export function startChain(
  now: Date,
  contactDueAt: Date,
  candidates: readonly ChainCandidate[],
  rules: ChainRules,
): ChainMove<WaitingChain> {
  const unstarted = { round: 1, step: 0, told: null, calledThisRound: [], contactDueAt };
  return tellNext(unstarted, now, candidates, rules);
}

/** waiting, paused → waiting, once its moment has come: the next one is told; after the last one, the first again. */
export function moveOn(chain: Chain, now: Date, candidates: readonly ChainCandidate[], rules: ChainRules): ChainMove {
  if (chain.state === 'ended' || now < chain.nextAt) return { chain, call: null };
  return tellNext(chain, now, candidates, rules);
}

/**
 * waiting → paused, until contact is due. Who takes it up when that moment has passed gets one step more:
 * saying "I take this up" again and again puts nothing off.
 */
export function pauseChain(chain: Chain, now: Date, rules: ChainRules): Chain {
  if (chain.state !== 'waiting') return chain;
  return { ...courseOf(chain), state: 'paused', nextAt: later(chain.contactDueAt, oneStepAfter(now, rules)) };
}

/** waiting, paused → ended: somebody spoke with the colleague. */
export function endChain(chain: Chain, contactAt: Date): EndedChain {
  if (chain.state === 'ended') return chain;
  return { ...courseOf(chain), state: 'ended', endedAt: contactAt };
}

/** When something must happen if nobody does anything; null only when a person ended it. */
export function nextMomentOf(chain: Chain): Date | null {
  return chain.state === 'ended' ? null : chain.nextAt;
}

function tellNext(
  course: Course,
  now: Date,
  candidates: readonly ChainCandidate[],
  rules: ChainRules,
): ChainMove<WaitingChain> {
  const nextAt = oneStepAfter(now, rules);
  const reachable = reachableOf(candidates, rules.urgency);
  const untold = reachable.find(({ personId }) => !course.calledThisRound.includes(personId));
  const call = untold ?? reachable[0];
  // Nobody at all, for now: keep looking. The chain never falls silent.
  if (!call) return { chain: { ...courseOf(course), state: 'waiting', nextAt }, call: null };
  const roundAgain = untold === undefined;
  return {
    call,
    chain: {
      state: 'waiting',
      round: course.round + (roundAgain ? 1 : 0),
      step: course.step + 1,
      told: call.personId,
      calledThisRound: [...(roundAgain ? [] : course.calledThisRound), call.personId],
      contactDueAt: course.contactDueAt,
      nextAt,
    },
  };
}

/** Who is away is passed over, unless everybody is: better a call on a day off than no call. */
function reachableOf(candidates: readonly ChainCandidate[], urgency: Urgency): readonly ChainCandidate[] {
  const present = candidates.filter(({ isAbsent }) => !isAbsent);
  const working = present.filter(({ isWorking }) => isWorking);
  const preferred = urgency === 'working_time' ? [working, present, candidates] : [present, candidates];
  return preferred.find((group) => group.length > 0) ?? [];
}

/** Where the severity can wait, a step that ends outside working time begins anew at the next opening. */
function oneStepAfter(now: Date, { urgency, minutesPerStep, calendar }: ChainRules): Date {
  const minutes = minutesPerStep[urgency];
  const after = addMinutes(now, minutes);
  if (urgency === 'immediate' || calendar.isWorkingTime(after)) return after;
  return addMinutes(calendar.nextWorkingMoment(after), minutes);
}

function courseOf({ round, step, told, calledThisRound, contactDueAt }: Course): Course {
  return { round, step, told, calledThisRound, contactDueAt };
}
