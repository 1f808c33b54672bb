import type { z } from 'zod';
import type { responseClock } from '../../../contract/incident.ts';
import { type ResponseClock, responseTermOf } from '../rules/response-clock.ts';

export type ClockView = z.infer<typeof responseClock>;

/** The clock as everybody on the dossier sees it. */
export function clockView(clock: ResponseClock, now: Date): ClockView {
  const isDeferred = clock.state === 'deferred';
  return {
    state: responseTermOf(clock, now),
    startedAt: clock.state === 'none' ? null : clock.startedAt.toISOString(),
    dueAt: clock.state === 'none' ? null : clock.dueAt.toISOString(),
    sentAt: clock.state === 'sent' ? clock.sentAt.toISOString() : null,
    deferralReason: isDeferred ? clock.reason : null,
    reviewOn: isDeferred ? clock.reviewOn : null,
  };
}
