import type { Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { saveState } from '../lock-incident.ts';
import { endChain } from '../rules/escalation-chain.ts';
import type { InFollowUp } from '../rules/incident-states.ts';
import { sealedAs } from '../sealed-names.ts';
import type { TaskRecord } from '../tasks/task-record.ts';
import { findOpenTask, finishTask } from '../tasks/task-store.ts';
import { lockChain, saveChain } from './chain-store.ts';
import { expectNextStep } from './escalation.ts';

export interface Spoken {
  readonly incidentId: string;
  readonly spoken: InFollowUp;
  /** What the task of the contact records. */
  readonly record: TaskRecord;
}

/** A person has spoken to the colleague: the chain ends, and so does what it gave to those it came to. */
export async function somebodyHasIt(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  personId: string,
  { incidentId, spoken, record }: Spoken,
): Promise<void> {
  await saveState(tx, incidentId, spoken);
  const stored = await lockChain(tx, incidentId);
  if (stored && stored.chain.state !== 'ended') {
    const ended = endChain(stored.chain, spoken.contactAt);
    await saveChain(tx, incidentId, ended);
    await expectNextStep(tx, incidentId, ended);
  }
  await tx.execute(
    `delete from incident.lead where incident_id = $1 and scope = 'called' and subject_id not in ($2, $3)`,
    [incidentId, personId, spoken.takenUpBy],
  );
  // Recording the contact is doing the task: nobody says the same thing twice. Last of all, because who had only this task
  // may lose sight of the dossier with it.
  const task = await findOpenTask(tx, incidentId, 'contact');
  if (!task) return;
  const sealedRecord = (await vault.openDossier(tx, incidentId)).seal(
    sealedAs.taskRecord(task.taskId),
    JSON.stringify(record),
  );
  await finishTask(tx, task.taskId, { state: 'done', sealedRecord });
}
