import { describe, expect, it } from 'vitest';
import { MatrixContent, PlaybookContent } from '../../../contract/protocol.ts';
import { defaultMatrix } from '../../../server/protocol/content/matrix.ts';
import { defaultPlaybooks } from '../../../server/protocol/content/playbooks.ts';
import { missingIn } from './missing.ts';

const { threat } = defaultPlaybooks;

/** The same playbook with something else in its second task. */
const withTask = (change: object) => ({
  ...threat,
  tasks: threat.tasks.map((task, at) => (at === 1 ? { ...task, ...change } : task)),
});

/** What the server says of it, in the same words. */
const pointersOf = (schema: typeof MatrixContent | typeof PlaybookContent, content: unknown) =>
  (schema.safeParse(content).error?.issues ?? []).map(({ path }) => ['content', ...path].join('-'));

describe('what the program brings along', () => {
  it('misses nothing', () => {
    expect(missingIn(defaultMatrix)).toEqual([]);
    for (const playbook of Object.values(defaultPlaybooks)) expect(missingIn(playbook)).toEqual([]);
  });
});

describe('what misses something', () => {
  it.each([
    ['an empty Dutch text', { title: { nl: ' ', en: 'Call' } }, 'content-tasks-1-title-nl', 'dutch'],
    ['an empty English text', { explanation: { nl: 'Bel.', en: '' } }, 'content-tasks-1-explanation-en', 'english'],
    ['a text that is too long', { title: { nl: 'a'.repeat(1201), en: 'Call' } }, 'content-tasks-1-title-nl', 'tooLong'],
    [
      'too many minutes',
      { deadline: { kind: 'minutes', minutes: 1441 } },
      'content-tasks-1-deadline-minutes',
      'number',
    ],
    [
      'too few hours',
      { deadline: { kind: 'hours', hours: 0, from: 'report' } },
      'content-tasks-1-deadline-hours',
      'number',
    ],
    ['half a day', { deadline: { kind: 'days', days: 1.5 } }, 'content-tasks-1-deadline-days', 'number'],
    [
      'too many working days',
      { deadline: { kind: 'working_days', days: 91 } },
      'content-tasks-1-deadline-days',
      'number',
    ],
    [
      'a choice of one',
      {
        records: [
          {
            name: 'way',
            kind: 'choice',
            label: { nl: 'Hoe?', en: 'How?' },
            optional: true,
            choices: [{ value: 'taxi', label: { nl: 'Taxi', en: 'Taxi' } }],
          },
        ],
      },
      'content-tasks-1-records-0-choices',
      'twoChoices',
    ],
  ] as const)('%s is found at its field, as the server does', (_what, change, fieldId, complaint) => {
    const content = withTask(change);
    expect(missingIn(content)).toEqual([{ fieldId, complaint }]);
    expect(pointersOf(PlaybookContent, content)).toEqual([fieldId]);
  });

  it('a column without examples or steps', () => {
    const content = {
      columns: defaultMatrix.columns.map((column, at) => (at === 3 ? { ...column, examples: [], steps: [] } : column)),
    };
    expect(missingIn(content)).toEqual([
      { fieldId: 'content-columns-3-examples', complaint: 'listEmpty' },
      { fieldId: 'content-columns-3-steps', complaint: 'listEmpty' },
    ]);
    expect(pointersOf(MatrixContent, content).toSorted()).toEqual(missingIn(content).map(({ fieldId }) => fieldId));
  });
});
