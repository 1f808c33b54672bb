import type { PlaybookContent, PlaybookTask, Text } from '../../../contract/protocol.ts';
import { isSame } from '../editing/same.ts';

/** What is different in a new version of a playbook. */
export type Change =
  | { readonly kind: 'introduction' | 'contact' | 'order' }
  | { readonly kind: 'added' | 'removed' | 'changed'; readonly task: Text };

export function changesBetween(before: PlaybookContent, after: PlaybookContent): Change[] {
  const isIntroduced = isSame([before.title, before.summary], [after.title, after.summary]);
  return [
    ...(isIntroduced ? [] : [{ kind: 'introduction' } as const]),
    ...(isSame(before.contact, after.contact) ? [] : [{ kind: 'contact' } as const]),
    ...withoutEqual(after.tasks, before.tasks).map(({ title }) => ({ kind: 'added', task: title }) as const),
    ...withoutEqual(before.tasks, after.tasks).map(({ title }) => ({ kind: 'removed', task: title }) as const),
    ...changedTasks(before.tasks, after.tasks).map(({ title }) => ({ kind: 'changed', task: title }) as const),
    ...(isSame(orderOf(before.tasks, after.tasks), orderOf(after.tasks, before.tasks))
      ? []
      : [{ kind: 'order' } as const]),
  ];
}

/** Those of which the others have none with that code. */
function withoutEqual(tasks: readonly PlaybookTask[], others: readonly PlaybookTask[]): PlaybookTask[] {
  return tasks.filter(({ code }) => !others.some((other) => other.code === code));
}

function changedTasks(before: readonly PlaybookTask[], after: readonly PlaybookTask[]): PlaybookTask[] {
  return after.filter((task) => {
    const kept = before.find(({ code }) => code === task.code);
    return kept !== undefined && !isSame(kept, task);
  });
}

/** Of what both have: something new in between is no other order. */
function orderOf(tasks: readonly PlaybookTask[], others: readonly PlaybookTask[]): string[] {
  return tasks.map(({ code }) => code).filter((code) => others.some((other) => other.code === code));
}
