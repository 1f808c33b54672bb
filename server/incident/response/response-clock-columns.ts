import type { DeferralReason } from '../../../contract/incident-words.ts';
import type { ResponseClock } from '../rules/response-clock.ts';

/** How the clock for the response is kept on the incident. */
export interface ClockColumns {
  readonly occurredAt: Date;
  readonly responseDueAt: Date | null;
  readonly responseSentAt: Date | null;
  readonly deferralReason: DeferralReason | null;
  readonly reviewOn: string | null;
}

export function clockFrom(row: ClockColumns): ResponseClock {
  if (row.responseDueAt === null) return { state: 'none' };
  const started = { startedAt: row.occurredAt, dueAt: row.responseDueAt };
  if (row.responseSentAt !== null) return { ...started, state: 'sent', sentAt: row.responseSentAt };
  if (row.deferralReason !== null && row.reviewOn !== null) {
    return { ...started, state: 'deferred', reason: row.deferralReason, reviewOn: row.reviewOn };
  }
  return { ...started, state: 'running' };
}
