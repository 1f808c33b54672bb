import { describe, expect, it } from 'vitest';
import type { PlaybookContent } from '../../../contract/protocol.ts';
import { defaultPlaybooks } from '../../../server/protocol/content/playbooks.ts';
import { moved, removed, replaced } from '../editing/lists.ts';
import { changesBetween } from './changes.ts';
import { deadlineOf } from './deadlines.ts';
import { newTask } from './newTask.ts';

const { threat } = defaultPlaybooks;
const [, second] = threat.tasks;
if (!second) throw new Error('A threat has more than one task');
const withTasks = (tasks: PlaybookContent['tasks']) => ({ ...threat, tasks });
const words = { ahead: { nl: 'a', en: 'a' }, done: { nl: 'b', en: 'b' } };

describe('what changes in a playbook', () => {
  it('is nothing while nothing was changed, also when the database tells it in another order', () => {
    const turned = JSON.parse(JSON.stringify(threat, (_key, value: unknown) => reversed(value))) as PlaybookContent;
    expect(changesBetween(threat, turned)).toEqual([]);
  });

  it('is a task with another deadline', () => {
    const later = replaced(threat.tasks, 1, { ...second, deadline: deadlineOf('working_days', 3) });
    expect(changesBetween(threat, withTasks(later))).toEqual([{ kind: 'changed', task: second.title }]);
  });

  it('is a task more, and a task less', () => {
    const added = newTask(words);
    expect(changesBetween(threat, withTasks([...removed(threat.tasks, 1), added]))).toEqual([
      { kind: 'added', task: added.title },
      { kind: 'removed', task: second.title },
    ]);
  });

  it('is another order, but not because something new stands in between', () => {
    expect(changesBetween(threat, withTasks(moved(threat.tasks, 1, 1)))).toEqual([{ kind: 'order' }]);
    expect(changesBetween(threat, withTasks([newTask(words), ...threat.tasks]))).toHaveLength(1);
  });

  it('is its name, and the time for contact', () => {
    const renamed = {
      ...threat,
      title: { nl: 'Dreigen', en: 'Threatening' },
      contact: { kind: 'minutes', minutes: 30 },
    };
    expect(changesBetween(threat, renamed as PlaybookContent)).toEqual([{ kind: 'introduction' }, { kind: 'contact' }]);
  });
});

/** The parts of an object the other way round. */
function reversed(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toReversed())
    : value;
}
