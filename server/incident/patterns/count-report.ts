import { Absent, type Tx, type Vault } from '../../platform/index.ts';
import { type Known, knownPerson } from '../people/known-person.ts';
import { fingerprintOf } from './note-marks.ts';
import { marksOfReport } from './report-marks.ts';

/** So long is kept what says by what somebody would be known again. */
export const KEPT_DAYS = 90;

/**
 * What of a report counts along with notes: where and when it was, and fingerprints of the marks in it. False when it does not
 * count: it is no aggression, it was set right, or it is too long ago.
 */
export async function countReport(
  vault: Vault,
  tx: Tx,
  { incidentId, isCorrected }: { readonly incidentId: string; readonly isCorrected: boolean },
): Promise<boolean> {
  const counted = await tx.execute(
    `insert into incident.report_signal (incident_id, employer_id, occurred_at, room_id, location_id, team_id, local_hour,
       is_corrected, reported_at)
     select i.id, i.employer_id, i.occurred_at, i.room_id, i.location_id, i.team_id,
       case when i.occurred_precision in ('exact', 'about')
         then extract(hour from i.occurred_at at time zone 'Europe/Amsterdam') end,
       $2, i.reported_at
     from incident.incident i
     where i.id = $1 and i.kind = 'incident' and i.state <> 'corrected' and i.reported_at > $3
     on conflict do nothing`,
    [incidentId, isCorrected, new Date(tx.now.getTime() - KEPT_DAYS * 24 * 3_600_000)],
  );
  if (counted === 0 && !(await counts(tx, incidentId))) return false;
  await keepMarks(vault, tx, incidentId);
  return true;
}

async function counts(tx: Tx, incidentId: string): Promise<boolean> {
  return (await tx.maybeRow('select from incident.report_signal where incident_id = $1', [incidentId])) !== undefined;
}

/** Anew each time: what was found out about somebody replaces what was reported. */
async function keepMarks(vault: Vault, tx: Tx, incidentId: string): Promise<void> {
  await tx.execute('delete from incident.report_mark where incident_id = $1', [incidentId]);
  const known = await knownUnlessErased(vault, tx, incidentId);
  if (!known) return;
  for (const mark of marksOfReport(toldOf(known))) {
    await tx.execute(
      `insert into incident.report_mark (incident_id, employer_id, kind, fingerprint) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [incidentId, tx.employerId, mark.kind, fingerprintOf(vault, tx.employerId, mark)],
    );
  }
}

function toldOf({ identity, reportedName, reportedDescription }: Known) {
  const description = [reportedDescription, identity?.description].filter(Boolean).join(' . ');
  return { name: identity?.name ?? reportedName, description };
}

async function knownUnlessErased(vault: Vault, tx: Tx, incidentId: string): Promise<Known | undefined> {
  try {
    return await knownPerson(vault, tx, incidentId);
  } catch (cause) {
    // The key went with a correction in the meantime.
    if (cause instanceof Absent) return undefined;
    throw cause;
  }
}
