import type { CorrectionReason } from '../../../contract/incident-words.ts';

/** What an incident is, in each of its states; each carries only what is known by then. */
export type Incident = Reported | TakenUp | InFollowUp | Closed | Corrected;

export interface Reported {
  readonly state: 'reported';
}

/** Somebody said "I take this up"; they have not spoken with the colleague yet. */
export interface TakenUp {
  readonly state: 'taken_up';
  readonly takenUpBy: string;
  readonly takenUpAt: Date;
}

export interface InFollowUp {
  readonly state: 'in_follow_up';
  readonly takenUpBy: string;
  readonly takenUpAt: Date;
  readonly contactAt: Date;
}

export interface Closed {
  readonly state: 'closed';
  readonly takenUpBy: string;
  readonly takenUpAt: Date;
  readonly contactAt: Date;
  readonly closedAt: Date;
}

/** It was no aggression after all. Nothing about the person is left. */
export interface Corrected {
  readonly state: 'corrected';
  readonly reason: CorrectionReason;
}

type Refusal<Code extends string> = { readonly refused: Code };

/**
 * reported → taken_up. Whoever has it keeps it, unless the chain went on without them: then the next one may have it.
 */
export function takeUp(
  incident: Incident,
  by: string,
  now: Date,
  chainWentOn: boolean,
): TakenUp | Refusal<'already-taken-up' | 'incident-closed' | 'incident-corrected'> {
  switch (incident.state) {
    case 'reported':
      return { state: 'taken_up', takenUpBy: by, takenUpAt: now };
    case 'taken_up':
      return chainWentOn ? { state: 'taken_up', takenUpBy: by, takenUpAt: now } : { refused: 'already-taken-up' };
    case 'in_follow_up':
      return { refused: 'already-taken-up' };
    case 'closed':
    case 'corrected':
      return refusedFor[incident.state];
  }
}

/**
 * reported, taken_up → in_follow_up. Whoever speaks with the colleague first has it, also without having said so before;
 * the first contact stays the first.
 */
export function makeContact(
  incident: Incident,
  by: string,
  at: Date,
): InFollowUp | Refusal<'incident-closed' | 'incident-corrected'> {
  switch (incident.state) {
    case 'reported':
      return { state: 'in_follow_up', takenUpBy: by, takenUpAt: at, contactAt: at };
    case 'taken_up':
      return { ...incident, state: 'in_follow_up', contactAt: at };
    case 'in_follow_up':
      return incident;
    case 'closed':
    case 'corrected':
      return refusedFor[incident.state];
  }
}

/** taken_up, in_follow_up → the same, with somebody else. What nobody has cannot be given: the chain goes on until somebody takes it up. */
export function handOver(
  incident: Incident,
  to: string,
): TakenUp | InFollowUp | Refusal<'not-taken-up' | 'already-theirs' | 'incident-closed' | 'incident-corrected'> {
  switch (incident.state) {
    case 'reported':
      return { refused: 'not-taken-up' };
    case 'taken_up':
    case 'in_follow_up':
      return incident.takenUpBy === to ? { refused: 'already-theirs' } : { ...incident, takenUpBy: to };
    case 'closed':
    case 'corrected':
      return refusedFor[incident.state];
  }
}

/** in_follow_up → closed. What must be there before that is told by `closingRefusal`. */
export function close(
  incident: Incident,
  now: Date,
): Closed | Refusal<'not-taken-up' | 'contact-not-recorded' | 'already-closed' | 'incident-corrected'> {
  switch (incident.state) {
    case 'reported':
      return { refused: 'not-taken-up' };
    case 'taken_up':
      return { refused: 'contact-not-recorded' };
    case 'in_follow_up':
      return { ...incident, state: 'closed', closedAt: now };
    case 'closed':
      return { refused: 'already-closed' };
    case 'corrected':
      return refusedFor.corrected;
  }
}

/** closed → in_follow_up, with whoever had it. */
export function reopen(incident: Incident): InFollowUp | Refusal<'not-closed'> {
  if (incident.state !== 'closed') return { refused: 'not-closed' };
  const { takenUpBy, takenUpAt, contactAt } = incident;
  return { state: 'in_follow_up', takenUpBy, takenUpAt, contactAt };
}

/** reported, taken_up, in_follow_up → corrected. Closed dossiers are reopened first, so that somebody stands for it. */
export function correct(
  incident: Incident,
  reason: CorrectionReason,
): Corrected | Refusal<'incident-closed' | 'incident-corrected'> {
  if (incident.state === 'closed' || incident.state === 'corrected') return refusedFor[incident.state];
  return { state: 'corrected', reason };
}

/** Whether people still work on it: tasks, accounts and addenda belong to these states. */
export function isOpen(incident: Incident): incident is Reported | TakenUp | InFollowUp {
  return incident.state !== 'closed' && incident.state !== 'corrected';
}

const refusedFor = {
  closed: { refused: 'incident-closed' },
  corrected: { refused: 'incident-corrected' },
} as const;
