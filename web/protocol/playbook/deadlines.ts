import type { ContactTerm, Deadline } from '../../../contract/protocol.ts';
import type { nl } from '../text.nl.ts';

/** As a person chooses it: what is counted, and how many. */
export type DeadlineKind = 'minutes' | 'hours_report' | 'hours_incident' | 'today' | 'working_days' | 'days';

export const deadlineKinds: readonly DeadlineKind[] = [
  'minutes',
  'hours_report',
  'hours_incident',
  'today',
  'working_days',
  'days',
];

/** What stands there when somebody chooses another kind. */
const toBeginWith: Readonly<Record<DeadlineKind, number>> = {
  minutes: 60,
  hours_report: 24,
  hours_incident: 48,
  today: 0,
  working_days: 2,
  days: 14,
};

export function kindOf(deadline: Deadline): DeadlineKind {
  return deadline.kind === 'hours' ? `hours_${deadline.from}` : deadline.kind;
}

export function countOf(deadline: Deadline): number {
  switch (deadline.kind) {
    case 'minutes':
      return deadline.minutes;
    case 'hours':
      return deadline.hours;
    case 'today':
      return 0;
    case 'working_days':
    case 'days':
      return deadline.days;
  }
}

export function deadlineOf(kind: DeadlineKind, count: number = toBeginWith[kind]): Deadline {
  switch (kind) {
    case 'minutes':
      return { kind, minutes: count };
    case 'hours_report':
      return { kind: 'hours', hours: count, from: 'report' };
    case 'hours_incident':
      return { kind: 'hours', hours: count, from: 'incident' };
    case 'today':
      return { kind };
    case 'working_days':
    case 'days':
      return { kind, days: count };
  }
}

export function contactTermOf(kind: ContactTerm['kind'], count: number = kind === 'minutes' ? 60 : 1): ContactTerm {
  return kind === 'minutes' ? { kind, minutes: count } : { kind, days: count };
}

/** "binnen 2 werkdagen" */
export function deadlineInWords(deadline: Deadline, words: (typeof nl)['playbook']['deadlines']): string {
  const kind = kindOf(deadline);
  return kind === 'today' ? words.today : words[kind](countOf(deadline));
}
