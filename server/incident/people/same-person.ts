import type { SamePersonReason } from '../../../contract/incident.ts';

/** Somebody on another dossier who has something in common. */
export interface Candidate {
  readonly involvedId: string;
  readonly incidentId: string;
  readonly alike: readonly SamePersonReason[];
  /** Of both a date of birth is known, and it is another one. */
  readonly isBornOnAnotherDay: boolean;
}

/** With how many others a name may sound alike before that says nothing any more. */
const COMMON = 5;

/**
 * Who may be the same person. A proposal, never a finding: another date of birth is another person, and a name that merely
 * sounds alike counts when it is rare, or when the date of birth or the address is the same too. Who looks alike is enough by itself:
 * that was weighed already.
 */
export function whoMayBeTheSame(candidates: readonly Candidate[]): readonly Candidate[] {
  const possible = candidates.filter(({ isBornOnAnotherDay }) => !isBornOnAnotherDay);
  const onlySounding = possible.filter(({ alike }) => alike.length > 0 && alike.every((reason) => reason === 'sound'));
  return possible.filter((candidate) => {
    const has = (reason: SamePersonReason) => candidate.alike.includes(reason);
    if (
      has('name') ||
      has('looks') ||
      (has('born') && (has('sound') || has('address'))) ||
      (has('address') && has('sound'))
    )
      return true;
    return onlySounding.includes(candidate) && onlySounding.length <= COMMON;
  });
}
