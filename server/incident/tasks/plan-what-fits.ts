import type { PlaybookContent } from '../../../contract/protocol.ts';
import { employerCalendar } from '../../organisation/index.ts';
import type { Tx } from '../../platform/index.ts';
import { conditionsIn } from '../conditions.ts';
import type { FollowUpFacts } from '../follow-up-facts.ts';
import { planTasks } from '../rules/playbook.ts';
import { addPlannedTasks, ownersOfTasks } from './task-store.ts';

interface Planning {
  readonly playbook: PlaybookContent;
  readonly contactDueAt: Date;
  /** What is not planned here, beside what stands on the dossier already. */
  readonly alsoPlanned?: ReadonlySet<string>;
}

/** More became known, or it is filed differently: what the playbook has for that is added. Nothing is planned twice, or lost. */
export async function planWhatFits(
  tx: Tx,
  facts: FollowUpFacts,
  { playbook, contactDueAt, alsoPlanned = new Set() }: Planning,
): Promise<void> {
  const planned = planTasks(
    playbook,
    {
      ...facts,
      conditions: conditionsIn(facts),
      contactDueAt,
      alreadyPlanned: new Set([...(await codesPlanned(tx, facts.incidentId)), ...alsoPlanned]),
    },
    await employerCalendar(tx),
  );
  if (planned.length === 0) return;
  await addPlannedTasks(tx, facts, planned, await ownersOfTasks(tx, await leadOf(tx, facts.incidentId)));
}

/** What somebody said is not needed stays that way; only the response comes back with its clock. */
async function codesPlanned(tx: Tx, incidentId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ code: string }>(
    `select code from incident.task where incident_id = $1 and (code <> 'response' or state <> 'dropped')`,
    [incidentId],
  );
  return new Set(rows.map(({ code }) => code));
}

async function leadOf(tx: Tx, incidentId: string): Promise<string> {
  const { id } = await tx.row<{ id: string }>(
    `select subject_id as id from incident.lead where incident_id = $1 and scope = 'whole' limit 1`,
    [incidentId],
  );
  return id;
}
