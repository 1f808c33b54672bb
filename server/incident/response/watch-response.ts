import { cancelJobs, type JobHandler, type Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { peopleBehind } from '../people-behind.ts';
import { recordStep } from '../record-step.ts';
import { addMinutes, localDay } from '../rules/deadlines.ts';
import { type ResponseClock, responseTermOf } from '../rules/response-clock.ts';
import { type ClockColumns, clockFrom } from './response-clock-columns.ts';

export const responseReminderJob = 'incident-response-reminder';

/** A day and four hours ahead somebody can still do something about it. */
const hoursAhead = [24, 4] as const;

/** Reminders before the response is due, and word when it is too late. */
export async function expectResponseReminders(tx: Tx, incidentId: string, dueAt: Date): Promise<void> {
  const moments = [...hoursAhead.map((hours) => addMinutes(dueAt, -hours * 60)), addMinutes(dueAt, 1)];
  for (const runAt of moments) {
    if (runAt > tx.now) await expectReminder(tx, incidentId, runAt);
  }
  if (dueAt <= tx.now) await expectReminder(tx, incidentId, tx.now);
}

/** On the review day, at nine, somebody looks whether it can go out now. */
export async function expectReview(tx: Tx, incidentId: string, reviewAt: Date): Promise<void> {
  cancelJobs(tx, reminderKey(incidentId));
  await expectReminder(tx, incidentId, reviewAt);
}

export function forgetResponseReminders(tx: Tx, incidentId: string): void {
  cancelJobs(tx, reminderKey(incidentId));
}

async function expectReminder(tx: Tx, incidentId: string, runAt: Date): Promise<void> {
  const key = `${reminderKey(incidentId)}${runAt.getTime()}`;
  await tx.enqueue({ kind: responseReminderJob, runAt, key, incidentId, data: {} });
}

function reminderKey(incidentId: string): string {
  return `response:${incidentId}:`;
}

interface Reminded extends ClockColumns {
  readonly isOver: boolean;
  readonly leadId: string | null;
  readonly coordinatorId: string;
  readonly concerned: readonly string[];
}

/** Lead and coordinator hear of it; what the clock says now decides what they hear. */
export function responseReminder({ notify }: FollowUpNeeds): JobHandler {
  return async (tx, { incidentId }) => {
    if (incidentId === null) return;
    const incident = await tx.row<Reminded>(
      `select i.occurred_at as "occurredAt", i.response_due_at as "responseDueAt", i.response_sent_at as "responseSentAt",
         i.response_deferred_reason as "deferralReason", i.response_review_on as "reviewOn",
         i.state in ('closed', 'corrected') as "isOver",
         (select l.subject_id from incident.lead l where l.incident_id = i.id and l.scope = 'whole' limit 1) as "leadId",
         organisation.role_subject(i.employer_id, 'coordinator') as "coordinatorId",
         array(select p.person_id from incident.involved p
               where p.incident_id = i.id and p.role = 'victim' and p.person_id is not null) as concerned
       from incident.incident i where i.id = $1`,
      [incidentId],
    );
    const template = incident.isOver ? undefined : reminderFor(clockFrom(incident), tx.now);
    if (template === undefined) return;
    const subjects = [incident.coordinatorId, ...(incident.leadId === null ? [] : [incident.leadId])];
    if (template === 'response-overdue') {
      await recordStep(tx, incidentId, { kind: 'response_overdue', actorId: null, forReporter: true });
    }
    const people = await peopleBehind(tx, subjects);
    for (const personId of people.filter((id) => !incident.concerned.includes(id))) {
      const dueAt = incident.responseDueAt?.toISOString() ?? null;
      await notify(tx, { personId, template, incidentId, urgent: false, data: { dueAt } });
    }
  };
}

function reminderFor(clock: ResponseClock, now: Date): 'response-due' | 'response-overdue' | 'review-due' | undefined {
  if (clock.state === 'deferred') return localDay(now) >= clock.reviewOn ? 'review-due' : undefined;
  const term = responseTermOf(clock, now);
  if (term === 'running') return 'response-due';
  return term === 'overdue' ? 'response-overdue' : undefined;
}
