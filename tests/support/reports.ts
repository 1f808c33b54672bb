import type { IncidentReport } from '../../contract/incident.ts';
import { type CastKey, cast, locations } from '../../database/demo/cast.ts';
import { reportIncident } from '../../server/incident/reporting/report-incident.ts';
import { newId } from '../../server/platform/index.ts';
import type { Town } from './town.ts';

/** A threat at Balie 3, ten minutes ago; what a test is about is said in `more`. */
export function threatAtTheCounter(town: Town, more: Partial<IncidentReport> = {}): IncidentReport {
  return {
    incidentId: newId(),
    kind: 'incident',
    safe: true,
    personGone: true,
    injured: false,
    columns: ['verbal_aggression', 'threat'],
    story: 'Hij zei dat hij mij wel zou vinden.',
    target: 'me',
    victimIds: [],
    witnessIds: [],
    occurredAt: new Date(town.now.getTime() - 10 * 60_000).toISOString(),
    occurredPrecision: 'exact',
    place: { kind: 'location', locationId: locations.stadskantoor.id, roomId: locations.stadskantoor.rooms.balie3.id },
    aggressor: { knowledge: 'described', text: 'Man, grijze jas' },
    actions: ['talk_ended'],
    needs: ['call_me'],
    route: 'manager',
    ...more,
  };
}

/** Sends a report as somebody of the cast. */
export function sendReport(town: Town, who: CastKey, report: IncidentReport) {
  return town.as(who, (tx) => reportIncident(town, tx, cast[who].id, report));
}

/** The id of a report that came in. */
export async function reported(town: Town, who: CastKey, more: Partial<IncidentReport> = {}): Promise<string> {
  const answer = await sendReport(town, who, threatAtTheCounter(town, more));
  if (!('incidentId' in answer)) throw new Error(`The report did not come in: ${JSON.stringify(answer)}`);
  return answer.incidentId;
}

/** Who follows a report up, where a test is not about how that came to be. */
export async function leads(town: Town, who: CastKey, incidentId: string): Promise<void> {
  await town.asWorker((tx) =>
    tx.execute(
      `insert into incident.lead (employer_id, incident_id, subject_id, scope, since) values ($1, $2, $3, 'whole', $4)`,
      [tx.employerId, incidentId, cast[who].id, tx.now],
    ),
  );
}
