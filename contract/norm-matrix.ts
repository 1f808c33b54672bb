import type { IncidentKind, MatrixColumn } from './protocol-words.ts';
import { matrixColumns } from './protocol-words.ts';

/**
 * The rules of the norm matrix. Pure and free of zod: the report screen shows the advice without a network,
 * the server decides with the very same functions.
 */

/** The highest column ticked decides, in whatever order they were ticked. */
export function highestColumn(ticked: Iterable<MatrixColumn>): MatrixColumn | null {
  const chosen = new Set(ticked);
  return matrixColumns.findLast((column) => chosen.has(column)) ?? null;
}

/** A missing person and a calamity have no aggressor: no matrix, no response clock, no sanction. */
const usesMatrix = {
  incident: true,
  transgressive: true,
  social_media: true,
  missing_person: false,
  calamity: false,
} as const satisfies Record<IncidentKind, boolean>;

export function matrixFits(kind: IncidentKind): boolean {
  return usesMatrix[kind];
}

/** What the reporter knows about how it went. `null` is "I do not know" or "not asked yet". */
export interface ReportingFacts {
  readonly column: MatrixColumn;
  /** Emotion: does it keep on? */
  readonly persists?: boolean | null;
  /** Verbal aggression: did it sincerely stop when it was addressed? */
  readonly stoppedWhenAddressed?: boolean | null;
  /** Verbal aggression: was a second correction needed in the same talk? */
  readonly againInSameTalk?: boolean | null;
  /** Has this happened before, so that a pattern forms? */
  readonly earlier?: boolean | null;
}

export const reportingReasons = [
  'emotion_is_allowed',
  'emotion_is_a_pattern',
  'corrected_and_stopped',
  'did_not_stop',
  'again_in_same_talk',
  'happened_before',
  'not_sure',
  'always_reported',
] as const;
export type ReportingReason = (typeof reportingReasons)[number];

/** What the rule advises. It never forbids: "report anyway" stays one tap away, whatever this says. */
export interface ReportingAdvice {
  readonly advice: 'note' | 'report';
  readonly reason: ReportingReason;
}

export function reportingAdvice(facts: ReportingFacts): ReportingAdvice {
  switch (facts.column) {
    case 'self_directed_emotion':
    case 'organisation_directed_emotion':
      return emotionAdvice(facts);
    case 'verbal_aggression':
      return verbalAdvice(facts);
    case 'threat':
    case 'physical_violence':
      return { advice: 'report', reason: 'always_reported' };
  }
}

/** Critical citizens are not aggressors: who shows emotion is registered only once it keeps on and a pattern stands. */
export function mayRegisterAggressor(kind: IncidentKind, facts: ReportingFacts | null): boolean {
  if (!matrixFits(kind)) return false;
  if (!facts) return true;
  return !isEmotion(facts.column) || isPersistentPattern(facts);
}

export function isEmotion(column: MatrixColumn): boolean {
  return column === 'self_directed_emotion' || column === 'organisation_directed_emotion';
}

function emotionAdvice(facts: ReportingFacts): ReportingAdvice {
  return isPersistentPattern(facts)
    ? { advice: 'report', reason: 'emotion_is_a_pattern' }
    : { advice: 'note', reason: 'emotion_is_allowed' };
}

function isPersistentPattern(facts: ReportingFacts): boolean {
  return facts.persists === true && facts.earlier === true;
}

/** Not knowing whether it stopped counts as "report": in doubt nobody stands alone. */
function verbalAdvice(facts: ReportingFacts): ReportingAdvice {
  if (facts.earlier === true) return { advice: 'report', reason: 'happened_before' };
  if (facts.stoppedWhenAddressed === false) return { advice: 'report', reason: 'did_not_stop' };
  if (facts.againInSameTalk === true) return { advice: 'report', reason: 'again_in_same_talk' };
  if (facts.stoppedWhenAddressed !== true || facts.againInSameTalk !== false)
    return { advice: 'report', reason: 'not_sure' };
  return { advice: 'note', reason: 'corrected_and_stopped' };
}
