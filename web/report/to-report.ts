import type { IncidentReport } from '../../contract/incident.ts';
import { highestColumn, matrixFits } from '../../contract/norm-matrix.ts';
import { dutchMoment, onDutchClock } from '../text/dutchClock.ts';
import type { Draft } from './draft.ts';
import { answer } from './steps.ts';
import { wordsToSend } from './words.ts';

/** "Now" and "today" are told by the clock of this device; a date that was filled in is not. */
export const isToldByClock = ({ when }: Draft): boolean => when !== 'other';

const orNull = (text: string): string | null => text.trim() || null;

/** When it happened, as the contract says it. Somebody who does not know gets the day, not a made-up minute. */
export function occurrence(draft: Draft, now: Date): { at: Date; precision: 'exact' | 'about' | 'day' } {
  const today = onDutchClock(now).date;
  switch (draft.when) {
    case 'now':
      return { at: earliest(now, new Date(draft.startedAt)), precision: 'exact' };
    case 'today':
      return { at: earliest(now, dutchMoment(today, draft.time || '12:00')), precision: draft.time ? 'about' : 'day' };
    case 'other': {
      const told = dutchMoment(draft.date, draft.time || '12:00');
      return { at: draft.date === today ? earliest(now, told) : told, precision: draft.time ? 'about' : 'day' };
    }
    default:
      return { at: earliest(now, new Date(draft.startedAt)), precision: 'day' };
  }
}

const earliest = (one: Date, other: Date) => (one < other ? one : other);

export function toReport(draft: Draft, now: Date): IncidentReport {
  const { at, precision } = occurrence(draft, now);
  const withMatrix = matrixFits(draft.kind);
  const onLocation = draft.place === 'location';
  return {
    incidentId: draft.incidentId,
    kind: draft.kind,
    safe: answer(draft.safe),
    personGone: answer(draft.personGone),
    injured: answer(draft.injured),
    columns: withMatrix ? [...draft.columns] : [],
    correction: highestColumn(draft.columns) === 'verbal_aggression' ? correctionOf(draft) : null,
    form: null,
    story: orNull(draft.story),
    target: withMatrix ? (draft.target ?? 'unknown') : 'unknown',
    victimIds: withMatrix ? draft.victims.map(({ id }) => id) : [],
    witnessIds: draft.witnesses.map(({ id }) => id),
    occurredAt: at.toISOString(),
    occurredPrecision: precision,
    place: {
      kind: draft.place ?? 'unknown',
      locationId: onLocation ? draft.locationId || null : null,
      roomId: onLocation ? draft.roomId || null : null,
      text: onLocation ? null : orNull(draft.placeText),
    },
    aggressor: withMatrix ? aggressorOf(draft) : null,
    child: withMatrix ? null : childOf(draft),
    actions: withMatrix ? [...draft.actions] : [],
    needs: [...draft.needs],
    ...wordsToSend(withMatrix ? draft.chosenWords : withoutAggressor(draft)),
    route: draft.route,
    draftId: draft.draftId,
  };
}

/** Nobody did it, so only what it is about and where it was are asked. */
function withoutAggressor({ chosenWords: { kind, place } }: Draft): Draft['chosenWords'] {
  return { ...(kind && { kind }), ...(place && { place }) };
}

function correctionOf(draft: Draft) {
  return { stopped: answer(draft.stopped), againInSameTalk: answer(draft.again), earlier: answer(draft.earlier) };
}

function aggressorOf(draft: Draft) {
  // The page leads elsewhere before this; should it ever come here, the server sends it on.
  if (draft.aggressor === 'colleague') return { knowledge: 'colleague' as const, text: null };
  const text = draft.aggressor === 'unknown' || draft.aggressor === null ? null : orNull(draft.aggressorText);
  return { knowledge: text === null ? ('unknown' as const) : (draft.aggressor ?? 'unknown'), text };
}

function childOf(draft: Draft) {
  const name = orNull(draft.childName);
  if (name === null) return null;
  return { name, lastSeen: orNull(draft.childLastSeen), whoKnows: orNull(draft.childWhoKnows) };
}
