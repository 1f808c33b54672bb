import type { IncidentState, Severity } from '../../../contract/incident-words.ts';

export type WithdrawRefusal = 'already-withdrawn' | 'incident-closed' | 'incident-corrected';

/** A report can be withdrawn for as long as people work on it. */
export function withdrawRefusal(state: IncidentState, isWithdrawn: boolean): WithdrawRefusal | null {
  if (state === 'closed') return 'incident-closed';
  if (state === 'corrected') return 'incident-corrected';
  return isWithdrawn ? 'already-withdrawn' : null;
}

export type AnswerRefusal = 'not-withdrawn' | 'your-own-report' | 'speak-first';

export interface AnswerFacts {
  readonly isWithdrawn: boolean;
  /** Who answers is the reporter: then somebody else has to. */
  readonly isOwnReport: boolean;
  /** Somebody reached the reporter after they withdrew. */
  readonly hasSpoken: boolean;
}

/** Somebody who is afraid may withdraw because another person wants that. So nothing ends before somebody asked them. */
export function answerRefusal({ isWithdrawn, isOwnReport, hasSpoken }: AnswerFacts): AnswerRefusal | null {
  if (!isWithdrawn) return 'not-withdrawn';
  if (isOwnReport) return 'your-own-report';
  return hasSpoken ? null : 'speak-first';
}

/** Of a threat or violence the coordinator hears too: there the employer may go on without the reporter. */
export function coordinatorHears(severity: Severity): boolean {
  return severity === 'threat' || severity === 'violence';
}
