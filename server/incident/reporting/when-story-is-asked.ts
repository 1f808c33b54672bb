import type { RecordedEvent, Tx } from '../../platform/index.ts';
import type { ReportingNeeds } from './reporting-needs.ts';

type Notifying = Pick<ReportingNeeds, 'notify'>;

/** A witness was named with the details. Those named in the report itself are asked when it comes in. */
export async function askStory(tx: Tx, { incidentId, data }: RecordedEvent, { notify }: Notifying): Promise<void> {
  if (incidentId === null) return;
  const personId = String(data['personId']);
  await notify(tx, { personId, template: 'account-asked', incidentId, urgent: false, data: {} });
}

/** Whoever has the dossier hears that there is more to read. */
export async function tellWhoHasIt(
  tx: Tx,
  { incidentId, personId }: RecordedEvent,
  template: 'account-given' | 'addendum-added',
  { notify }: Notifying,
): Promise<void> {
  if (incidentId === null) return;
  const incident = await tx.maybeRow<{ takenUpBy: string | null }>(
    'select taken_up_by as "takenUpBy" from incident.incident where id = $1',
    [incidentId],
  );
  const takenUpBy = incident?.takenUpBy ?? null;
  if (takenUpBy === null || takenUpBy === personId) return;
  await notify(tx, { personId: takenUpBy, template, incidentId, urgent: false, data: {} });
}
