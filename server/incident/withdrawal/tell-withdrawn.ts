import type { Severity } from '../../../contract/incident-words.ts';
import type { EventHandler } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { peopleBehind } from '../people-behind.ts';
import { coordinatorHears } from './withdrawing.ts';

interface Told {
  readonly severity: Severity;
  readonly leadId: string | null;
  readonly coordinatorId: string;
  readonly takenUpBy: string | null;
}

/** Whoever has it must speak with the reporter about why; where nobody has it yet, whoever leads it. */
export function tellWithdrawn({ notify }: FollowUpNeeds): EventHandler {
  return async (tx, { incidentId, personId: reporterId }) => {
    if (incidentId === null) return;
    const told = await tx.row<Told>(
      `select i.severity, i.taken_up_by as "takenUpBy",
         (select l.subject_id from incident.lead l where l.incident_id = i.id and l.scope = 'whole' limit 1) as "leadId",
         organisation.role_subject(i.employer_id, 'coordinator') as "coordinatorId"
       from incident.incident i where i.id = $1`,
      [incidentId],
    );
    const leads = told.takenUpBy ?? told.leadId;
    const subjects = [...(leads ? [leads] : []), ...(coordinatorHears(told.severity) ? [told.coordinatorId] : [])];
    for (const personId of await peopleBehind(tx, subjects)) {
      if (personId === reporterId) continue;
      await notify(tx, { personId, template: 'report-withdrawn', incidentId, urgent: false, data: {} });
    }
  };
}
