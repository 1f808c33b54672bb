import type { IncidentState } from '../../../contract/incident-words.ts';

/** As much of a dossier as decides whether it can be joined with another. */
export interface Joinable {
  readonly state: IncidentState;
  /** It was joined to another already. */
  readonly isJoined: boolean;
  /** Others were joined to it already. */
  readonly leads: boolean;
}

export type JoinRefusal = 'incident-corrected' | 'joined-elsewhere';

/** A dossier leads, or is joined to one that leads: never both, so that everybody finds where the work goes on. */
export function joinRefusal(leading: Joinable, joined: Joinable): JoinRefusal | null {
  if (leading.state === 'corrected' || joined.state === 'corrected') return 'incident-corrected';
  return leading.isJoined || joined.isJoined || joined.leads ? 'joined-elsewhere' : null;
}

/**
 * What is done once for an event, however many reported it. Everything else is for one colleague (contact, care, the way home,
 * the police) or is the organisation's own, and stays on each dossier.
 */
const doneOnce: ReadonlySet<string> = new Set([
  'response',
  'agree_measure',
  'hear_other_side',
  'footage',
  'warn_colleagues',
  'team_meeting',
  'safer_place',
  'take_down',
  'police_search',
  'family_told',
  'leadership_told',
  'inspectorates',
  'found',
]);

export function isDoneOnce(taskCode: string): boolean {
  return doneOnce.has(taskCode);
}

export interface JoiningWork {
  readonly openTasks: readonly { readonly taskId: string; readonly code: string }[];
  readonly hasClock: boolean;
}

/** The work of the joined dossier that goes on in the leading one: only what that one has too, so that nothing is left undone. */
export function workThatStops(
  joined: JoiningWork,
  leading: { readonly taskCodes: ReadonlySet<string>; readonly hasClock: boolean },
): { readonly taskIds: readonly string[]; readonly stopsClock: boolean } {
  const stopsClock = joined.hasClock && leading.hasClock;
  const stops = ({ code }: { code: string }) =>
    isDoneOnce(code) && leading.taskCodes.has(code) && (code !== 'response' || stopsClock);
  return { taskIds: joined.openTasks.filter(stops).map(({ taskId }) => taskId), stopsClock };
}
