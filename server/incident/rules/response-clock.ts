import type { DeferralReason, IncidentKind } from '../../../contract/incident-words.ts';
import { matrixFits } from '../../../contract/norm-matrix.ts';
import { addMinutes, localDay } from './deadlines.ts';

/**
 * The clock for the response to the person who did it. It starts at the incident, not at the report: who reports late, starts
 * late. It stops when the response was sent.
 */
export type ResponseClock = NoResponseClock | RunningResponseClock | DeferredResponseClock | StoppedResponseClock;

/** A missing person, a calamity: nobody did it. */
export interface NoResponseClock {
  readonly state: 'none';
}

interface Started {
  readonly startedAt: Date;
  readonly dueAt: Date;
}

export interface RunningResponseClock extends Started {
  readonly state: 'running';
}

/** Put off by the coordinator, until a day on which somebody looks again. */
export interface DeferredResponseClock extends Started {
  readonly state: 'deferred';
  readonly reason: DeferralReason;
  readonly reviewOn: string;
}

export interface StoppedResponseClock extends Started {
  readonly state: 'sent';
  readonly sentAt: Date;
}

export type ResponseRefusal =
  | 'no-response-clock'
  | 'response-already-sent'
  | 'review-date-past'
  | 'review-date-too-far';

export const defaultResponseHours = 48;

/** Who puts it off, looks again within a month; it may be put off again then. */
export const furthestReviewDays = 31;

export function startResponseClock(kind: IncidentKind, occurredAt: Date, hours = defaultResponseHours): ResponseClock {
  if (!matrixFits(kind)) return { state: 'none' };
  return { state: 'running', startedAt: occurredAt, dueAt: addMinutes(occurredAt, hours * 60) };
}

/** running, deferred → sent. */
export function stopResponseClock(
  clock: ResponseClock,
  sentAt: Date,
): StoppedResponseClock | { readonly refused: ResponseRefusal } {
  if (!isUnanswered(clock)) return refusalOf(clock);
  return { state: 'sent', startedAt: clock.startedAt, dueAt: clock.dueAt, sentAt };
}

/** running, deferred → deferred. Only for the coordinator; who that is, is not for this rule to know. */
export function deferResponse(
  clock: ResponseClock,
  deferral: { readonly reason: DeferralReason; readonly reviewOn: string },
  now: Date,
): DeferredResponseClock | { readonly refused: ResponseRefusal } {
  if (!isUnanswered(clock)) return refusalOf(clock);
  if (deferral.reviewOn <= localDay(now)) return { refused: 'review-date-past' };
  if (deferral.reviewOn > localDay(addMinutes(now, furthestReviewDays * 24 * 60)))
    return { refused: 'review-date-too-far' };
  return { state: 'deferred', startedAt: clock.startedAt, dueAt: clock.dueAt, ...deferral };
}

/** What everybody on the dossier sees. After its review day a deferral no longer counts: the clock simply stands where it is. */
export type ResponseTerm = 'none' | 'running' | 'overdue' | 'deferred' | 'sent';

export function responseTermOf(clock: ResponseClock, now: Date): ResponseTerm {
  if (clock.state === 'none' || clock.state === 'sent') return clock.state;
  if (clock.state === 'deferred' && localDay(now) <= clock.reviewOn) return 'deferred';
  return now > clock.dueAt ? 'overdue' : 'running';
}

/** Whether it was sent in time: the figure afterwards. */
export function isInTime({ dueAt, sentAt }: StoppedResponseClock): boolean {
  return sentAt <= dueAt;
}

/** Beyond this many hours people see both times: when it happened and when it was reported. */
const lateAfterHours = 4;

export function isReportedLate(occurredAt: Date, reportedAt: Date): boolean {
  return reportedAt > addMinutes(occurredAt, lateAfterHours * 60);
}

function isUnanswered(clock: ResponseClock): clock is RunningResponseClock | DeferredResponseClock {
  return clock.state === 'running' || clock.state === 'deferred';
}

function refusalOf(clock: NoResponseClock | StoppedResponseClock): { readonly refused: ResponseRefusal } {
  return { refused: clock.state === 'none' ? 'no-response-clock' : 'response-already-sent' };
}
