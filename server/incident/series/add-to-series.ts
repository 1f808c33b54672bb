import type { NewSeriesEvent } from '../../../contract/incident.ts';
import { Forbidden, type Refused, refuse, type Tx } from '../../platform/index.ts';
import { type Flawed, flawsInMoment } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { mayEver } from '../incident-access.ts';
import { getIncidentHead } from '../incident-head.ts';
import { keepEvents, tellOfEvents } from './keep-events.ts';

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

  const added = await keepEvents(tx, await vault.openDossier(tx, incidentId), { incidentId, events });
  if (added > 0) await tellOfEvents(tx, { incidentId, added, isConcerned });
  return { incidentId, added };
}

/** A series may have begun long before anybody reported it: only what is still to come is wrong. */
function flawsIn(events: readonly NewSeriesEvent[], now: Date): Flawed['flaws'] {
  const ahead = events.flatMap(({ occurredAt }, at) =>
    flawsInMoment(occurredAt, now, ['events', at, 'occurredAt']).filter(({ code }) => code === 'in-the-future'),
  );
  return [...ahead, ...citizenServiceNumbersIn({ events: events.map(({ text }) => ({ text })) })];
}
