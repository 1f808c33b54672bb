import type { ResponseWay } from '../../../contract/incident-words.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import { type Flawed, flawsInMoment } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { partBits } from '../incident-access.ts';
import { lockIncident, refusalWhenOver, type Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { type ResponseRefusal, stopResponseClock } from '../rules/response-clock.ts';
import { sealField } from '../seal-field.ts';
import { sealedAs } from '../sealed-names.ts';
import { findOpenTask, finishTask } from '../tasks/task-store.ts';
import { forgetResponseReminders } from './watch-response.ts';

export interface NewResponse {
  readonly way: ResponseWay;
  readonly sentAt: string;
  readonly summary: string | null;
}

export type SendResponseRefusal =
  | Extract<ResponseRefusal, 'no-response-clock' | 'response-already-sent'>
  | 'incident-closed'
  | 'incident-corrected';

/** The person who did it has heard from the employer: the clock stops, and the task is done with it. */
export async function sendResponse(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, response }: { readonly incidentId: string; readonly response: NewResponse },
): Promise<Written | Flawed | Refused<SendResponseRefusal>> {
  const flaws = [
    ...flawsInMoment(response.sentAt, tx.now, ['sentAt']),
    ...citizenServiceNumbersIn({ summary: response.summary }),
  ];
  if (flaws.length > 0) return { flaws };
  const locked = await lockIncident(tx, incidentId, 'send_response');
  const over = refusalWhenOver(locked.incident);
  if (over) return over;
  const clock = stopResponseClock(locked.clock, new Date(response.sentAt));
  if ('refused' in clock) return refuse(clock.refused as SendResponseRefusal);

  await tx.execute('update incident.incident set response_sent_at = $2, response_way = $3 where id = $1', [
    incidentId,
    clock.sentAt,
    response.way,
  ]);
  if (response.summary !== null) {
    await sealField(needs, tx, {
      incidentId,
      field: sealedAs.responseSummary,
      part: partBits.narrative,
      text: response.summary,
    });
  }
  forgetResponseReminders(tx, incidentId);
  await recordStep(tx, incidentId, {
    kind: 'response_sent',
    actorId: personId,
    data: { way: response.way },
    forReporter: true,
  });
  await tx.recordEvent({ name: 'response-sent', incidentId, data: { way: response.way } });
  await tx.recordAudit({ action: 'response-sent', objectKind: 'incident', objectId: incidentId, incidentId });
  await publishIncident(tx, incidentId);
  await finishResponseTask(needs, tx, incidentId, response.way);
  return { incidentId, state: locked.incident.state };
}

/** Last of all: who had only this task may lose sight of the dossier with it. */
async function finishResponseTask(
  { vault }: FollowUpNeeds,
  tx: Tx,
  incidentId: string,
  way: ResponseWay,
): Promise<void> {
  const task = await findOpenTask(tx, incidentId, 'response');
  if (!task) return;
  const dossier = await vault.openDossier(tx, incidentId);
  const sealedRecord = dossier.seal(sealedAs.taskRecord(task.taskId), JSON.stringify({ way }));
  await finishTask(tx, task.taskId, { state: 'done', sealedRecord });
}
