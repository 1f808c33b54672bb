import type { NewSeriesEvent } from '../../../contract/incident.ts';
import { Forbidden, type Refused, refuse, type Tx } from '../../platform/index.ts';
import { type Flawed, flawsInMoment } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { mayEver } from '../incident-access.ts';
import { getIncidentHead } from '../incident-head.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { sealedAsEvent } from './series-row.ts';

interface Adding {
  readonly incidentId: string;
  readonly events: readonly NewSeriesEvent[];
}

/** Reporter, victim or lead tell what happened again. The ids come from the device: sent again, nothing stands there twice. */
export async function addToSeries(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  { incidentId, events }: Adding,
): Promise<{ incidentId: string; added: number } | Flawed | Refused<'incident-corrected'>> {
  const { bits, state, isConcerned } = await getIncidentHead(tx, incidentId);
  if (!mayEver('add_event', bits)) throw new Forbidden('add_event');
  const flaws = flawsIn(events, tx.now);
  if (flaws.length > 0) return { flaws };
  if (state === 'corrected') return refuse('incident-corrected');

  const texts = await vault.openDossier(tx, incidentId);
  const added = await tx.execute(
    `insert into incident.series_event (id, employer_id, incident_id, person_id, way, occurred_at, occurred_precision,
       added_at, sealed_text)
     select new.id, $1, $2, $3, new.way, new.at, new.precision, $4, new.text
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
    ],
  );
  if (added > 0) await tell(tx, incidentId, added, isConcerned);
  return { incidentId, added };
}

/** One step, however many: a mailbox that is pasted is one thing that somebody did. */
async function tell(tx: Tx, incidentId: string, added: number, isConcerned: boolean): Promise<void> {
  await recordStep(tx, incidentId, { kind: 'series_added', actorId: tx.personId, forReporter: isConcerned });
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

/** A series may have begun long before anybody reported it: only what is still to come is wrong. */
function flawsIn(events: readonly NewSeriesEvent[], now: Date): Flawed['flaws'] {
  const ahead = events.flatMap(({ occurredAt }, at) =>
    flawsInMoment(occurredAt, now, ['events', at, 'occurredAt']).filter(({ code }) => code === 'in-the-future'),
  );
  return [...ahead, ...citizenServiceNumbersIn({ events: events.map(({ text }) => ({ text })) })];
}
