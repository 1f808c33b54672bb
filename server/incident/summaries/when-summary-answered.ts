import type { EventHandler } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';

/** Who wrote the text hears that somebody said something of it; what, they read in the dossier. */
export function whenSummaryAnswered({ notify }: Pick<FollowUpNeeds, 'notify'>): EventHandler {
  return async (tx, { incidentId, personId: answeredBy }) => {
    if (incidentId === null) return;
    const writer = await tx.maybeRow<{ personId: string }>(
      `select v.written_by as "personId" from incident.team_summary s
       join incident.summary_version v on v.incident_id = s.incident_id and v.version = s.version
       where s.incident_id = $1 and v.written_by is distinct from $2`,
      [incidentId, answeredBy],
    );
    if (!writer) return;
    await notify(tx, {
      personId: writer.personId,
      template: 'summary-answered',
      incidentId,
      urgent: false,
      data: {},
    });
  };
}
