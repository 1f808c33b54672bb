import type { Classification, Classified } from '../../../contract/incident.ts';
import type { AggressorKnowledge } from '../../../contract/incident-words.ts';
import { highestColumn, matrixFits } from '../../../contract/norm-matrix.ts';
import type { Flaw } from '../flaws.ts';
import { addMinutes } from '../rules/deadlines.ts';
import { severityOf } from '../rules/severity.ts';

export type ReclassifyRefusal = 'classified-like-this' | 'somebody-is-named';

/** As it will be filed: how severe that is, the rules say. Nobody fills in a severity of their own. */
export function classifiedAs(wanted: Classification, { isInjured }: { readonly isInjured: boolean }): Classified {
  const { kind, columns, form, flags } = wanted;
  const severity = severityOf({
    kind,
    column: highestColumn(columns),
    form,
    unsafe: null,
    injured: isInjured,
    weapon: flags.includes('weapon'),
    sexual: flags.includes('sexual'),
  });
  return { ...wanted, severity };
}

/** A missing child has no behaviour to tick, and behaviour is what everything else is about. */
export function flawsInClassification({ kind, columns, form, flags }: Classification): Flaw[] {
  if (!matrixFits(kind)) {
    return columns.length > 0 || form !== null || flags.length > 0
      ? [{ path: ['columns'], code: 'no-matrix-for-this-kind' }]
      : [];
  }
  return columns.length === 0 && form === null ? [{ path: ['columns'], code: 'nothing-told' }] : [];
}

export function reclassifyRefusal(
  before: Classified,
  after: Classified,
  aggressor: AggressorKnowledge | null,
): ReclassifyRefusal | null {
  if (isSame(before, after)) return 'classified-like-this';
  // Who was only angry does not stay on record by name: then it was no aggression, and that is another thing to say.
  return after.severity === 'emotion' && before.severity !== 'emotion' && aggressor === 'named'
    ? 'somebody-is-named'
    : null;
}

function isSame(before: Classification, after: Classification): boolean {
  const sorted = (codes: readonly string[]) => [...codes].sort().join(' ');
  return (
    before.kind === after.kind &&
    before.form === after.form &&
    before.cause === after.cause &&
    sorted(before.columns) === sorted(after.columns) &&
    sorted(before.flags) === sorted(after.flags)
  );
}

export interface ClockFacts {
  readonly dueAt: Date | null;
  readonly isSent: boolean;
  readonly occurredAt: Date;
  readonly hours: number;
}

/**
 * When somebody must be answered, filed like this. A clock that runs, goes on as it was; one that starts now counts from the
 * incident all the same, even when that is too late already. Where nobody is answered any more it stops; what was sent stays sent.
 */
export function responseDueAfter(asksResponse: boolean, { dueAt, isSent, occurredAt, hours }: ClockFacts): Date | null {
  if (isSent) return dueAt;
  if (!asksResponse) return null;
  return dueAt ?? addMinutes(occurredAt, hours * 60);
}
