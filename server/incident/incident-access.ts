import type { IncidentState } from '../../contract/incident-words.ts';

/**
 * Who may see and do what on an incident, as one table. The database holds the same: the triggers that keep
 * incident.access_grant write these sums of bits and the policies ask for these bits. A test compares the two.
 */

/** The parts of a dossier, as bits of access_grant.parts. */
export const partBits = {
  header: 1,
  place: 2,
  people: 4,
  narrative: 8,
  aggressor: 16,
  tasks: 32,
  timeline: 64,
  /** The course of the follow-up in plain words, for those concerned. */
  steps: 128,
  /** Take up, speak, plan, close. */
  act: 256,
  /** What others told, once your own account is given. */
  othersAccounts: 512,
  /** What only the coordinator decides: deferring the response. */
  decide: 1024,
  /** Recording the contact or the response, for whoever was given that task. */
  carryOut: 2048,
} as const;
export type Part = keyof typeof partBits;

const wholeDossier = [
  'header',
  'place',
  'people',
  'narrative',
  'aggressor',
  'tasks',
  'timeline',
  'steps',
  'act',
] as const;
const ownIncident = ['header', 'place', 'people', 'steps', 'othersAccounts'] as const;
const course = ['header', 'place', 'steps'] as const;

/** What makes somebody see an incident at all. `helps` shows what the open task says, at least the header. */
export const levels = {
  reports: ownIncident,
  suffered: ownIncident,
  witnessed: course,
  leads: wholeDossier,
  leads_own_people: course,
  coordinates: [...wholeDossier, 'decide'],
  helps: ['header'],
} as const satisfies Record<string, readonly Part[]>;
export type Level = keyof typeof levels;

/** The levels of those to whom it happened, who reported it or who saw it: their incidents, not their work. */
export const personalLevels = ['reports', 'suffered', 'witnessed'] as const satisfies readonly Level[];

export type Action =
  | 'take_up'
  | 'record_contact'
  | 'add_task'
  | 'work_on_tasks'
  | 'send_response'
  | 'defer_response'
  | 'add_people'
  | 'add_addendum'
  | 'add_attachment'
  | 'add_event'
  | 'hide_attachment'
  | 'write_summary'
  | 'agree_approach'
  | 'close'
  | 'reopen'
  | 'correct'
  | 'reclassify'
  | 'join'
  | 'answer_withdrawal'
  | 'see_log';

interface Rule {
  /** One of these parts is enough. */
  readonly needs: readonly Part[];
  readonly in: readonly IncidentState[];
}

const open = ['reported', 'taken_up', 'in_follow_up'] as const;
const uncorrected = [...open, 'closed'] as const;

const actions: Record<Action, Rule> = {
  // In `taken_up` only for whoever the chain came to after it had been taken up and nobody called.
  take_up: { needs: ['act'], in: ['reported', 'taken_up'] },
  record_contact: { needs: ['act', 'carryOut'], in: open },
  add_task: { needs: ['act'], in: open },
  work_on_tasks: { needs: ['tasks'], in: open },
  send_response: { needs: ['act', 'carryOut'], in: open },
  defer_response: { needs: ['decide'], in: open },
  add_people: { needs: ['act'], in: open },
  add_addendum: { needs: ['header'], in: uncorrected },
  add_attachment: { needs: ['header'], in: uncorrected },
  // Of a series, by whom it happens to, who reported it or who follows it up.
  add_event: { needs: ['act', 'othersAccounts'], in: uncorrected },
  hide_attachment: { needs: ['act'], in: uncorrected },
  write_summary: { needs: ['act'], in: uncorrected },
  agree_approach: { needs: ['act'], in: uncorrected },
  close: { needs: ['act'], in: ['taken_up', 'in_follow_up'] },
  reopen: { needs: ['act'], in: ['closed'] },
  correct: { needs: ['act'], in: open },
  reclassify: { needs: ['act'], in: open },
  // With another that tells of the same event; also to take them apart.
  join: { needs: ['act'], in: uncorrected },
  answer_withdrawal: { needs: ['act'], in: open },
  see_log: { needs: ['act'], in: [...uncorrected, 'corrected'] },
};

export function bitsOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum | partBits[part], 0);
}

export function partsIn(bits: number): readonly Part[] {
  return (Object.keys(partBits) as Part[]).filter((part) => (bits & partBits[part]) !== 0);
}

/** `bits` is what all grants of this reader on this incident add up to. */
export function actionsFor(bits: number, state: IncidentState): readonly Action[] {
  return (Object.keys(actions) as Action[]).filter((action) => mayDo(action, bits, state));
}

export function mayDo(action: Action, bits: number, state: IncidentState): boolean {
  return mayEver(action, bits) && actions[action].in.includes(state);
}

/** Whether this is theirs to do at all, whatever the state of the incident. */
export function mayEver(action: Action, bits: number): boolean {
  return (bits & bitsOf(actions[action].needs)) !== 0;
}
