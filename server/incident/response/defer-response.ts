import { Temporal } from 'temporal-polyfill';
import type { DeferralReason } from '../../../contract/incident-words.ts';
import { Forbidden, type Refused, refuse, type Tx } from '../../platform/index.ts';
import { lockIncident, refusalWhenOver, type Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { deferResponse as deferral, type ResponseRefusal } from '../rules/response-clock.ts';
import { expectReview } from './watch-response.ts';

export type DeferRefusal = ResponseRefusal | 'incident-closed' | 'incident-corrected' | 'only-the-coordinator';

/** running → deferred, by the coordinator only: with a reason, and a day on which somebody looks again. */
export async function deferResponse(
  tx: Tx,
  personId: string,
  {
    incidentId,
    reason,
    reviewOn,
  }: { readonly incidentId: string; readonly reason: DeferralReason; readonly reviewOn: string },
): Promise<Written | Refused<DeferRefusal>> {
  const locked = await lockIncident(tx, incidentId, 'defer_response').catch(sayWhoMay);
  if ('refused' in locked) return locked;
  const over = refusalWhenOver(locked.incident);
  if (over) return over;
  const clock = deferral(locked.clock, { reason, reviewOn }, tx.now);
  if ('refused' in clock) return refuse(clock.refused);

  await tx.execute(
    'update incident.incident set response_deferred_reason = $2, response_review_on = $3 where id = $1',
    [incidentId, clock.reason, clock.reviewOn],
  );
  await expectReview(tx, incidentId, atNine(clock.reviewOn));
  await recordStep(tx, incidentId, {
    kind: 'response_deferred',
    actorId: personId,
    data: { reason, reviewOn },
    forReporter: true,
  });
  await tx.recordEvent({ name: 'response-deferred', incidentId, data: { reason } });
  await tx.recordAudit({
    action: 'response-deferred',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { reason, reviewOn },
  });
  await publishIncident(tx, incidentId);
  return { incidentId, state: locked.incident.state };
}

/** Whoever sees the dossier may know whose decision this is. */
function sayWhoMay(cause: unknown): Refused<'only-the-coordinator'> {
  if (cause instanceof Forbidden) return refuse('only-the-coordinator');
  throw cause;
}

function atNine(day: string): Date {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '09:00' });
  return new Date(morning.epochMilliseconds);
}
