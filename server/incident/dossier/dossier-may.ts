import type { Dossier, TaskView } from '../../../contract/incident.ts';
import { type Action, actionsFor, partBits } from '../incident-access.ts';
import type { ResponseClock } from '../rules/response-clock.ts';
import type { DossierDocument } from './dossier-document.ts';

/** What this reader may do now. The rights say what is theirs; what has no sense at this moment is left out. */
export function mayDoNow(
  { bits, head, chain, people }: DossierDocument,
  clock: ResponseClock,
  tasks: readonly TaskView[],
): Dossier['may'] {
  const isOpenFor = (code: string) => tasks.some((task) => task.code === code && task.state === 'open' && task.isMine);
  const carriesOutOnly = (bits & partBits.act) === 0;
  // What came from an older register names no colleague until somebody adds one.
  const hasSomebody = chain !== null || (people ?? []).some(({ person }) => person !== null);
  const makesSense: Partial<Record<Action, boolean>> = {
    take_up: head.state === 'reported' || chain?.state === 'waiting',
    record_contact: hasSomebody && (!carriesOutOnly || isOpenFor('contact')),
    send_response: isOwed(clock) && (!carriesOutOnly || isOpenFor('response')),
    defer_response: isOwed(clock),
    close: head.state === 'in_follow_up',
  };
  const may = actionsFor(bits, head.state).filter((action) => makesSense[action] ?? true);
  const hasWork = tasks.some((task) => task.isMine && task.state === 'open');
  return hasWork && !may.includes('work_on_tasks') ? [...may, 'work_on_tasks'] : [...may];
}

function isOwed({ state }: ResponseClock): boolean {
  return state === 'running' || state === 'deferred';
}
