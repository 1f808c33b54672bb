import type { JobHandler, Tx } from '../../platform/index.ts';
import { indexNamesJob } from '../list/search-index.ts';
import { matchPersonSoon } from './match-person.ts';

export const compareImportedJob = 'compare-imported-names';

/** After an older register came in: its names can be found, and who works on a dossier now hears of the same name in it. */
export async function compareImportedSoon(tx: Tx, importId: string): Promise<void> {
  await tx.enqueue({ kind: compareImportedJob, runAt: tx.now, data: { importId } });
  await tx.enqueue({ kind: indexNamesJob, runAt: tx.now, key: indexNamesJob, data: {} });
}

/** So many dossiers at most are compared anew; nobody has more of them in hand. */
const MOST = 500;

/**
 * Only dossiers that are being worked on, and only where a whole name is the same: a job for each of those, and none for the rows of
 * the register itself. Whoever is reported later is compared with the register as with anybody.
 */
export function compareImported(): JobHandler {
  return async (tx, { data }) => {
    const waiting = await tx.rows<{ incidentId: string }>(
      `select i.id as "incidentId" from incident.incident i
       where i.id in (
         select v.incident_id
         from incident.imported m
         join incident.involved w on w.incident_id = m.incident_id
         join incident.person_key theirs on theirs.involved_id = w.id and theirs.kind = 'name'
         join incident.person_key mine on mine.employer_id = theirs.employer_id and mine.fingerprint = theirs.fingerprint
           and mine.kind = 'name'
         join incident.involved v on v.id = mine.involved_id
         where m.import_id = $1)
         and i.import_id is null and i.state in ('reported', 'taken_up', 'in_follow_up')
       order by i.reported_at desc limit ${MOST}`,
      [String(data['importId'])],
    );
    for (const { incidentId } of waiting) await matchPersonSoon(tx, incidentId);
  };
}
