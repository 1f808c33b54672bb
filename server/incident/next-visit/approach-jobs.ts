import { findPeople, holdersOf } from '../../organisation/index.ts';
import type { JobHandler, JobRegistry, Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { publishIncident } from '../publish-incident.ts';
import { endsAt } from '../rules/agreement-days.ts';

export const reviewApproachJob = 'review-approach';
export const endOfApproachJob = 'end-of-approach';

export function watchApproaches(registry: JobRegistry, needs: Pick<FollowUpNeeds, 'notify'>): void {
  const persistent = { persistent: true };
  registry.handle(reviewApproachJob, reviewApproach(needs), persistent);
  registry.handle(endOfApproachJob, endOfApproach(), persistent);
}

interface Ending {
  readonly incidentId: string;
  readonly agreedBy: string;
  readonly untilOn: string;
}

/** Somebody is asked whether it must go on; without an answer it ends. */
function reviewApproach({ notify }: Pick<FollowUpNeeds, 'notify'>): JobHandler {
  return async (tx, { data }) => {
    const approach = await inForce(tx, String(data['approachId']));
    if (!approach) return;
    const { incidentId, untilOn } = approach;
    for (const personId of await whoReviews(tx, approach)) {
      const until = { dueAt: endsAt(untilOn).toISOString() };
      await notify(tx, { personId, template: 'approach-review', incidentId, urgent: false, data: until });
    }
  };
}

/** Whoever agreed it; when they have left, the coordinator. */
async function whoReviews(tx: Tx, { agreedBy }: Ending): Promise<string[]> {
  const person = (await findPeople(tx, [agreedBy])).get(agreedBy);
  const isHere = person && (person.endedAt === null || person.endedAt > tx.now);
  return isHere ? [agreedBy] : (await holdersOf(tx, 'coordinator', tx.now)).map(({ id }) => id);
}

/** Its last day went by: nobody hears it any more, and its own words are gone. */
function endOfApproach(): JobHandler {
  return async (tx, { data }) => {
    const approachId = String(data['approachId']);
    const approach = await inForce(tx, approachId);
    if (!approach) return;
    const { incidentId } = approach;
    await tx.execute('update incident.approach set ended_at = $2, sealed_words = null where id = $1', [
      approachId,
      tx.now,
    ]);
    await tx.recordAudit({ action: 'approach-expired', objectKind: 'approach', objectId: approachId, incidentId });
    await publishIncident(tx, incidentId);
  };
}

async function inForce(tx: Tx, approachId: string): Promise<Ending | undefined> {
  return tx.maybeRow<Ending>(
    `select incident_id as "incidentId", agreed_by as "agreedBy", valid_until::text as "untilOn"
     from incident.approach where id = $1 and ended_at is null`,
    [approachId],
  );
}
