import type { NewSeriesEvent } from '../../../contract/incident.ts';
import type { Texts, Tx } from '../../platform/index.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { sealedAsEvent } from './series-row.ts';

interface Kept {
  readonly incidentId: string;
  readonly events: readonly NewSeriesEvent[];
  /** The forwarded mail that they came in with. */
  readonly mailId?: string;
}

/** In the name of whoever this transaction is of; what stands there already stays as it is. Answers how many are new. */
export async function keepEvents(tx: Tx, texts: Texts, { incidentId, events, mailId }: Kept): Promise<number> {
  return tx.execute(
    `insert into incident.series_event (id, employer_id, incident_id, person_id, way, occurred_at, occurred_precision,
       added_at, sealed_text, mail_id)
     select new.id, $1, $2, $3, new.way, new.at, new.precision, $4, new.text, $10
     from unnest($5::uuid[], $6::text[], $7::timestamptz[], $8::text[], $9::bytea[]) as new (id, way, at, precision, text)
     on conflict do nothing`,
    [
      tx.employerId,
      incidentId,
      tx.personId,
      tx.now,
      events.map(({ eventId }) => eventId),
      events.map(({ way }) => way),
      events.map(({ occurredAt }) => occurredAt),
      events.map(({ occurredPrecision }) => occurredPrecision),
      events.map(({ eventId, text }) => texts.seal(sealedAsEvent(eventId), text)),
      mailId ?? null,
    ],
  );
}

interface Told {
  readonly incidentId: string;
  readonly added: number;
  readonly isConcerned: boolean;
  /** False for what belongs to something that was told a moment ago. */
  readonly isStep?: boolean;
}

/** One step, however many: a mailbox that is pasted or forwarded is one thing that somebody did. */
export async function tellOfEvents(tx: Tx, { incidentId, added, isConcerned, isStep = true }: Told): Promise<void> {
  if (isStep) {
    await recordStep(tx, incidentId, { kind: 'series_added', actorId: tx.personId, forReporter: isConcerned });
  }
  await tx.recordEvent({ name: 'series-added', incidentId, data: { added } });
  await tx.recordAudit({
    action: 'series-added',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { added },
  });
  await publishIncident(tx, incidentId);
}
