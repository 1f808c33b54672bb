import type { IncidentReport } from '../../../contract/incident.ts';
import { highestColumn, isEmotion, matrixFits, mayRegisterAggressor } from '../../../contract/norm-matrix.ts';
import { type Flaw, flawsInMoment } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';

/** What in a well-formed report cannot be. Pure: what the database must be asked comes later. */
export function flawsIn(report: IncidentReport, now: Date): Flaw[] {
  return [
    ...flawsInMoment(report.occurredAt, now, ['occurredAt']),
    ...flawsInKind(report),
    ...(tellsSomething(report) ? [] : [{ path: ['story'], code: 'nothing-told' } as const]),
    ...(report.place.roomId && !report.place.locationId
      ? [{ path: ['place', 'roomId'], code: 'unknown-room' } as const]
      : []),
    ...citizenServiceNumbersIn(report),
  ];
}

/** A missing person or a calamity has no matrix and nobody who did it; what citizens feel or criticise is no aggression. */
function flawsInKind(report: IncidentReport): Flaw[] {
  const fits = matrixFits(report.kind);
  const flaws: Flaw[] = [];
  if (!fits && report.columns.length > 0) flaws.push({ path: ['columns'], code: 'no-matrix-for-this-kind' });
  if (fits && report.child) flaws.push({ path: ['child'], code: 'no-child-for-this-kind' });
  if (namesAggressor(report) && !fits) flaws.push({ path: ['aggressor'], code: 'no-aggressor-for-this-kind' });
  if (namesAggressor(report) && fits && !mayNameAggressor(report))
    flaws.push({ path: ['aggressor'], code: 'emotion-is-no-aggression' });
  return flaws;
}

function namesAggressor({ aggressor }: IncidentReport): boolean {
  return (
    aggressor !== null && aggressor !== undefined && (aggressor.knowledge !== 'unknown' || Boolean(aggressor.text))
  );
}

function mayNameAggressor({ kind, columns, correction }: IncidentReport): boolean {
  const column = highestColumn(columns);
  if (column === null || !isEmotion(column)) return true;
  const persists = correction?.stopped === undefined || correction.stopped === null ? null : !correction.stopped;
  return mayRegisterAggressor(kind, { column, persists, earlier: correction?.earlier ?? null });
}

/** "I do not know" is an answer everywhere, but an empty page is no report; unless somebody is in danger. */
function tellsSomething(report: IncidentReport): boolean {
  return Boolean(
    report.story ||
      report.columns.length > 0 ||
      report.form ||
      report.child ||
      report.safe === false ||
      report.injured === true,
  );
}
