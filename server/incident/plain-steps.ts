import type { PersonRef, PlainStep } from '../../contract/incident.ts';
import type { HandOverReason } from '../../contract/incident-hand-overs.ts';
import type { CorrectionReason, DeferralReason, IncidentKind, Severity } from '../../contract/incident-words.ts';
import type { ReporterWords } from '../../contract/protocol.ts';
import type { Words } from '../../contract/protocol-words.ts';
import { colleagueRef } from '../organisation/index.ts';
import type { Facts } from '../platform/index.ts';
import { type Filed, reclassificationInWords } from './rules/classification-words.ts';
import { correctionInWords, deferralInWords, handOverInWords, type StepKind, stepInWords } from './rules/steps.ts';
import { named, taskInWords } from './rules/task-words.ts';

/** A step as it is kept, with the names of who did it and whom it concerns. */
export interface StepRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: StepKind;
  readonly data: Facts;
  readonly actorId: string | null;
  readonly actorGivenName: string | null;
  readonly actorFamilyName: string | null;
  readonly concernsId: string | null;
  readonly concernsName: string | null;
}

/** To be selected from `incident.step s`; `stepNames` joins what they need. */
export const stepColumns = `s.id, s.at, s.kind, s.data, s.actor_id as "actorId", a.given_name as "actorGivenName",
  a.family_name as "actorFamilyName", s.concerns_id as "concernsId", c.given_name as "concernsName"`;
export const stepNames = `left join organisation.person a on a.id = s.actor_id
  left join organisation.person c on c.id = s.concerns_id`;

/** From whose side the steps are told, and what that side may know of tasks. */
export interface StepReader {
  readonly readerId: string;
  readonly reporterId: string;
  /** The words of the playbook for those concerned, by the code of the task. */
  readonly reporterWords?: ((taskCode: string) => ReporterWords | null) | undefined;
  /** The title of a task, for those who may see the tasks. */
  readonly taskTitle?: ((taskId: string) => Words | null) | undefined;
}

export function plainSteps(rows: readonly StepRow[], reader: StepReader): PlainStep[] {
  return rows.flatMap((row) => {
    const text = textOf(row, reader);
    return text === null
      ? []
      : [{ id: row.id, at: row.at.toISOString(), kind: row.kind, actor: actorOf(row), text, isAhead: false }];
  });
}

/** Null: about a task of which this reader is told nothing. */
function textOf(row: StepRow, reader: StepReader): Words | null {
  const what = whatOf(row, reader);
  if (row.kind.startsWith('task_') && what === null) return taskForThoseConcerned(row, reader);
  return stepInWords(row.kind, {
    who: row.actorGivenName === null ? null : named(row.actorGivenName),
    isByReader: row.actorId === reader.readerId,
    whom: row.concernsName === null ? null : named(row.concernsName),
    isToReader: row.concernsId === reader.readerId,
    isOwnReport: reader.reporterId === reader.readerId,
    when: null,
    what,
    why: whyOf(row),
  });
}

function whyOf({ kind, data }: StepRow): Words | null {
  const reason = data['reason'];
  const isHandOver = kind === 'handed_over' || kind === 'task_handed_over';
  return isHandOver && typeof reason === 'string' ? handOverInWords(reason as HandOverReason) : null;
}

function whatOf({ kind, data }: StepRow, { taskTitle }: StepReader): Words | null {
  const reason = data['reason'];
  if (kind === 'response_deferred' && typeof reason === 'string') return deferralInWords(reason as DeferralReason);
  if (kind === 'corrected' && typeof reason === 'string') return correctionInWords(reason as CorrectionReason);
  if (kind === 'reclassified') return reclassificationInWords(filed(data, 'from'), filed(data, 'to'));
  const taskId = data['taskId'];
  return typeof taskId === 'string' ? (taskTitle?.(taskId) ?? null) : null;
}

function filed(data: Facts, side: 'from' | 'to'): Filed {
  return { kind: data[`${side}Kind`] as IncidentKind, severity: data[`${side}Severity`] as Severity };
}

function taskForThoseConcerned({ kind, data, actorGivenName }: StepRow, { reporterWords }: StepReader): Words | null {
  const code = data['code'];
  const words = kind === 'task_done' && typeof code === 'string' ? reporterWords?.(code) : null;
  if (!words) return null;
  return taskInWords(words.done, { who: named(actorGivenName ?? ''), when: named('') });
}

function actorOf({ actorId, actorGivenName, actorFamilyName }: StepRow): PersonRef | null {
  if (actorId === null || actorGivenName === null || actorFamilyName === null) return null;
  return colleagueRef({ id: actorId, givenName: actorGivenName, familyName: actorFamilyName });
}
