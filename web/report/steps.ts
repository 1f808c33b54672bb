import type { IncidentKind } from '../../contract/incident-words.ts';
import { highestColumn, matrixFits, type ReportingAdvice, reportingAdvice } from '../../contract/norm-matrix.ts';
import type { Draft, YesNo } from './draft.ts';

export type StepName = 'what' | 'whom' | 'when' | 'where' | 'who';

/** At most five questions, and only those that fit: a missing child has no matrix, no aggressor and no victim among us. */
const stepsOfKind = {
  incident: ['what', 'whom', 'when', 'where', 'who'],
  transgressive: ['what', 'whom', 'when', 'where', 'who'],
  social_media: ['what', 'whom', 'when', 'where', 'who'],
  missing_person: ['what', 'when', 'where', 'who'],
  calamity: ['what', 'when', 'where', 'who'],
} as const satisfies Record<IncidentKind, readonly StepName[]>;

export function stepsFor(kind: IncidentKind): readonly StepName[] {
  return stepsOfKind[kind];
}

/** What the reporting rule advises for what was ticked; `null` while nothing is ticked or where the matrix does not fit. */
export function adviceFor(draft: Draft): ReportingAdvice | null {
  const column = highestColumn(draft.columns);
  if (!column || !matrixFits(draft.kind)) return null;
  return reportingAdvice({
    column,
    persists: answer(draft.persists),
    stoppedWhenAddressed: answer(draft.stopped),
    againInSameTalk: answer(draft.again),
    earlier: answer(draft.earlier),
  });
}

/** The three questions about verbal aggression come one after the other, and only as far as they decide something. */
export function correctionQuestions(draft: Draft): readonly ('stopped' | 'again' | 'earlier')[] {
  if (highestColumn(draft.columns) !== 'verbal_aggression') return [];
  if (draft.stopped !== 'yes') return ['stopped'];
  if (draft.again !== 'no') return ['stopped', 'again'];
  return ['stopped', 'again', 'earlier'];
}

/** A light note is offered only when the questions that decide are answered; nobody is hurried into a note. */
export function offersNote(draft: Draft): boolean {
  const advice = adviceFor(draft);
  if (advice?.advice !== 'note' || draft.reportAnyway || isInDanger(draft)) return false;
  return highestColumn(draft.columns) !== 'verbal_aggression' || draft.earlier !== null;
}

/** Misconduct by a colleague is no report: the confidential adviser helps, outside this flow. */
export function isAboutColleague(draft: Draft): boolean {
  return draft.aggressor === 'colleague' && matrixFits(draft.kind);
}

/** Unsafe or injured: help first, and the chain starts at any hour. */
export function isInDanger(draft: Draft): boolean {
  return draft.safe === 'no' || draft.injured === 'yes';
}

export function answer(given: YesNo | null): boolean | null {
  return given === 'yes' ? true : given === 'no' ? false : null;
}
