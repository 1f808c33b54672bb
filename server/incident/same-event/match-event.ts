import { type JobHandler, newId, type Tx } from '../../platform/index.ts';
import { publishIncident } from '../publish-incident.ts';
import { happeningOf, happeningsNear } from './happening.ts';
import { type Likeness, whichMayBeTheSame } from './may-be-same-event.ts';

export const matchEventJob = 'match-event';

/** In a job: whoever reports does not wait, and never hears what it is compared with. */
export async function matchEventSoon(tx: Tx, incidentId: string): Promise<void> {
  await tx.enqueue({ kind: matchEventJob, runAt: tx.now, key: `match-event:${incidentId}`, data: { incidentId } });
}

/** Proposes which other dossiers may tell of the same event. What stands there already stays, whoever decided what. */
export function matchEvent(): JobHandler {
  return async (tx, { data }) => {
    const mine = await happeningOf(tx, String(data['incidentId']));
    if (!mine) return;
    for (const likeness of whichMayBeTheSame(mine, await happeningsNear(tx, mine))) {
      if ((await addProposal(tx, mine.incidentId, likeness, null)) === null) continue;
      await publishIncident(tx, mine.incidentId);
      await publishIncident(tx, likeness.incidentId);
    }
  };
}

/** Its id; null when these two were put beside each other before. */
export async function addProposal(
  tx: Tx,
  incidentId: string,
  likeness: Likeness,
  foundBy: string | null,
): Promise<string | null> {
  const sameEventId = newId();
  const [one, other] = [incidentId, likeness.incidentId].sort();
  const added = await tx.execute(
    `insert into incident.same_event (id, employer_id, one_id, other_id, why, minutes_apart, found_at, found_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (one_id, other_id) do nothing`,
    [sameEventId, tx.employerId, one, other, likeness.why, likeness.minutesApart, tx.now, foundBy],
  );
  return added === 1 ? sameEventId : null;
}
