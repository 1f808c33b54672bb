/** Standing in for a colleague during a period. Half open: up to, not including, `until`. */
export interface StandingIn {
  readonly absentPersonId: string;
  readonly deputyPersonId: string;
  /** Null: for every role of the absent person. */
  readonly roleHoldingId: string | null;
  readonly since: Date;
  readonly until: Date;
}

export type StandingInRefusal =
  | 'period-ends-before-it-begins'
  | 'period-in-the-past'
  | 'deputy-is-the-absent-person'
  | 'deputyship-overlaps'
  | 'deputyship-makes-a-loop';

/** Why this one cannot be added to those there are; undefined when it can. */
export function problemWith(
  wanted: StandingIn,
  existing: readonly StandingIn[],
  now: Date,
): StandingInRefusal | undefined {
  if (wanted.until <= wanted.since) return 'period-ends-before-it-begins';
  if (wanted.until <= now) return 'period-in-the-past';
  if (wanted.deputyPersonId === wanted.absentPersonId) return 'deputy-is-the-absent-person';
  if (existing.some((other) => isSameDuty(other, wanted) && meet(other, wanted))) return 'deputyship-overlaps';
  return leadsBack(wanted, existing) ? 'deputyship-makes-a-loop' : undefined;
}

function isSameDuty(one: StandingIn, other: StandingIn): boolean {
  return (
    one.absentPersonId === other.absentPersonId &&
    one.deputyPersonId === other.deputyPersonId &&
    (one.roleHoldingId === other.roleHoldingId || one.roleHoldingId === null)
  );
}

/**
 * A loop is only one when there is a moment at which all of it holds: Henk for Els in May and Els for Henk in June is fine.
 * Walks from the deputy to whoever stands in for them, carrying the moments that are left.
 */
function leadsBack(wanted: StandingIn, existing: readonly StandingIn[]): boolean {
  const visit = (personId: string, shared: { since: Date; until: Date }, passed: readonly string[]): boolean =>
    existing.some((next) => {
      if (next.absentPersonId !== personId || !meet(next, shared)) return false;
      if (next.deputyPersonId === wanted.absentPersonId) return true;
      if (passed.includes(next.deputyPersonId)) return false;
      return visit(next.deputyPersonId, overlapOf(next, shared), [...passed, next.deputyPersonId]);
    });
  return visit(wanted.deputyPersonId, wanted, [wanted.deputyPersonId]);
}

function meet(one: { since: Date; until: Date }, other: { since: Date; until: Date }): boolean {
  return one.since < other.until && other.since < one.until;
}

function overlapOf(
  one: { since: Date; until: Date },
  other: { since: Date; until: Date },
): { since: Date; until: Date } {
  return {
    since: one.since > other.since ? one.since : other.since,
    until: one.until < other.until ? one.until : other.until,
  };
}
