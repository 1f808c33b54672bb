import type { PlaybookContent, PlaybookTask } from '../../../contract/protocol.ts';
import type {
  AggressionForm,
  IncidentKind,
  PlaybookCode,
  Severity,
  TaskCondition,
} from '../../../contract/protocol-words.ts';
import { deadlineOf, type WorkingCalendar } from './deadlines.ts';

export interface PlaybookFacts {
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly form: AggressionForm | null;
  /** On the telephone screen, in a letter, online: not face to face. */
  readonly isWrittenOrOnline: boolean;
}

/** Which playbook fits. Violence has one way, however it came about; a child that is missing has nothing to do with severity. */
export function playbookFor(facts: PlaybookFacts): PlaybookCode {
  const { kind, severity } = facts;
  if (kind === 'missing_person' || kind === 'calamity') return kind;
  if (severity === 'violence') return 'physical_violence';
  if (kind === 'transgressive') return 'transgressive';
  if (severity === 'threat') return isWritten(facts) ? 'written_online_threat' : 'threat';
  return kind === 'social_media' ? 'social_media' : perSeverity[severity];
}

const perSeverity = {
  none: 'own_safety',
  emotion: 'emotion_persistent',
  verbal: 'verbal',
} as const satisfies Record<Exclude<Severity, 'threat' | 'violence'>, PlaybookCode>;

function isWritten({ kind, form, isWrittenOrOnline }: PlaybookFacts): boolean {
  return kind === 'social_media' || form === 'written' || isWrittenOrOnline;
}

/** Tasks that the program itself finishes: by recorded contact, by the response that was sent. */
export const tasksWithAMeaning = ['contact', 'response'] as const;

export interface PlanningFacts {
  readonly reportedAt: Date;
  readonly occurredAt: Date;
  /** What holds for this report. */
  readonly conditions: ReadonlySet<TaskCondition>;
  /** The terms that the dossier itself keeps; they rule the tasks `contact` and `response`. */
  readonly contactDueAt: Date;
  readonly responseDueAt: Date | null;
  /** Codes of tasks that stand on the dossier already: more facts later add tasks, and double none. */
  readonly alreadyPlanned: ReadonlySet<string>;
}

export interface PlannedTask {
  readonly task: PlaybookTask;
  /** Its place in the playbook: the order in which people should think of them. */
  readonly position: number;
  readonly dueAt: Date;
}

/** The tasks of a playbook for this report, in the order of the playbook. */
export function planTasks(playbook: PlaybookContent, facts: PlanningFacts, calendar: WorkingCalendar): PlannedTask[] {
  return playbook.tasks
    .map((task, position) => ({ task, position, dueAt: dueAtOf(task, facts, calendar) }))
    .filter(({ task }) => applies(task, playbook, facts.conditions) && !facts.alreadyPlanned.has(task.code));
}

function applies(task: PlaybookTask, playbook: PlaybookContent, conditions: ReadonlySet<TaskCondition>): boolean {
  if (task.code === 'response' && !playbook.response) return false;
  return task.onlyWhen.length === 0 || task.onlyWhen.some((condition) => conditions.has(condition));
}

function dueAtOf(task: PlaybookTask, facts: PlanningFacts, calendar: WorkingCalendar): Date {
  if (task.code === 'contact') return facts.contactDueAt;
  if (task.code === 'response' && facts.responseDueAt) return facts.responseDueAt;
  return deadlineOf(task.deadline, facts, calendar);
}
