import { matrixFits } from '../../../contract/norm-matrix.ts';
import type { ContactTerm } from '../../../contract/protocol.ts';
import type { AggressionForm, IncidentKind, MatrixColumn, Severity } from '../../../contract/protocol-words.ts';

/** What a report tells about how serious it is. `null` is "I do not know". */
export interface SeverityFacts {
  readonly kind: IncidentKind;
  /** The highest column ticked. */
  readonly column: MatrixColumn | null;
  readonly form: AggressionForm | null;
  readonly unsafe: boolean | null;
  readonly injured: boolean | null;
  readonly weapon: boolean | null;
  readonly sexual: boolean | null;
}

/** Follows from the column; an injury, a weapon or sexual intimidation raises it, nothing lowers it. */
export function severityOf(facts: SeverityFacts): Severity {
  if (!matrixFits(facts.kind)) return 'none';
  return severest([
    facts.column ? severityPerColumn[facts.column] : 'none',
    facts.form ? severityPerForm[facts.form] : 'none',
    facts.injured === true ? 'violence' : 'none',
    facts.weapon === true || facts.sexual === true ? 'threat' : 'none',
  ]);
}

const severityPerColumn = {
  self_directed_emotion: 'emotion',
  organisation_directed_emotion: 'emotion',
  verbal_aggression: 'verbal',
  threat: 'threat',
  physical_violence: 'violence',
} as const satisfies Record<MatrixColumn, Severity>;

/** A letter or a post says how, not how badly: that is for the column to say. */
const severityPerForm = {
  written: 'none',
  verbal: 'none',
  threat: 'threat',
  physical: 'violence',
} as const satisfies Record<AggressionForm, Severity>;

const order: readonly Severity[] = ['none', 'emotion', 'verbal', 'threat', 'violence'];

function severest(found: readonly Severity[]): Severity {
  return order.findLast((severity) => found.includes(severity)) ?? 'none';
}

/** `immediate` never waits for office hours; `working_time` does. */
export type Urgency = 'immediate' | 'working_time';

/** Threat, violence, somebody unsafe or injured: a person is spoken to within the hour, at any hour. */
const withinTheHour = { kind: 'minutes', minutes: 60 } as const satisfies ContactTerm;

/** The playbook says within which time there is contact; danger shortens it, never lengthens it. */
export function contactTermFor(facts: SeverityFacts, ofPlaybook: ContactTerm): ContactTerm {
  if (!cannotWait(facts)) return ofPlaybook;
  return ofPlaybook.kind === 'minutes' && ofPlaybook.minutes < withinTheHour.minutes ? ofPlaybook : withinTheHour;
}

export function urgencyOf(term: ContactTerm): Urgency {
  return term.kind === 'minutes' ? 'immediate' : 'working_time';
}

function cannotWait(facts: SeverityFacts): boolean {
  const severity = severityOf(facts);
  return severity === 'threat' || severity === 'violence' || facts.unsafe === true || facts.injured === true;
}
