import { Absent, Forbidden, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { dutchDay } from '../rules/dutch-day.ts';

interface Marking {
  readonly summaryId: string;
  readonly discussedOn: string | null;
}

/** By who leads the team or follows it up. A meeting that is still to come has discussed nothing. */
export async function markDiscussed(tx: Tx, { summaryId, discussedOn }: Marking): Promise<Marking | Flawed> {
  const summary = await tx.maybeRow<{ incidentId: string }>(
    'select incident_id as "incidentId" from incident.team_summary where id = $1 and shared_at is not null',
    [summaryId],
  );
  if (!summary) throw new Absent('summary');
  if (discussedOn !== null && discussedOn > dutchDay(tx.now)) {
    return { flaws: [{ path: ['discussedOn'], code: 'in-the-future' }] };
  }
  const marked = await tx.execute(
    'update incident.team_summary set discussed_on = $2, discussed_by = $3 where id = $1 and shared_at is not null',
    [summaryId, discussedOn, discussedOn && tx.personId],
  );
  if (marked === 0) throw new Forbidden('mark as discussed');
  await tx.recordAudit({
    action: 'summary-discussed',
    objectKind: 'team-summary',
    objectId: summaryId,
    incidentId: summary.incidentId,
    detail: { discussedOn },
  });
  return { summaryId, discussedOn };
}
