import type { EventHandler, NewNotification } from '../platform/index.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';

/** Reporter and victims hear that there is news, unless they took the step themselves. */
export function whenStepIsForReporter({ notify }: FollowUpNeeds): EventHandler {
  return async (tx, { incidentId, personId: actorId, data }) => {
    if (incidentId === null) return;
    const concerned = await tx.rows<{ personId: string }>(
      `select distinct person_id as "personId" from incident.involved
       where incident_id = $1 and role in ('reporter', 'victim') and person_id is distinct from $2`,
      [incidentId, actorId],
    );
    for (const { personId } of concerned) {
      await notify(tx, { personId, template: templateFor(data['kind']), incidentId, urgent: false, data: {} });
    }
  };
}

function templateFor(kind: unknown): NewNotification['template'] {
  if (kind === 'taken_up') return 'taken-up';
  if (kind === 'summary_asked') return 'summary-asked';
  if (kind === 'closed') return 'dossier-closed';
  if (kind === 'reopened') return 'dossier-reopened';
  if (kind === 'corrected') return 'incident-corrected';
  return 'step-for-reporter';
}
