import { describe, expect, it } from 'vitest';
import { MatrixContent, PlaybookContent } from '../../contract/protocol.ts';
import { defaultMatrix } from './content/matrix.ts';
import { defaultPlaybooks } from './content/playbooks.ts';

const { threat, calamity } = defaultPlaybooks;

const complaintsAbout = (schema: typeof MatrixContent | typeof PlaybookContent, content: unknown) =>
  schema.safeParse(content).error?.issues.map((issue) => (issue.code === 'custom' ? issue.params?.code : issue.code)) ??
  [];

describe('a norm matrix', () => {
  it('that the program brings along holds', () => {
    expect(complaintsAbout(MatrixContent, defaultMatrix)).toEqual([]);
  });

  it('has its five columns in their order: the order is what decides', () => {
    expect(complaintsAbout(MatrixContent, { columns: defaultMatrix.columns.toReversed() })).toEqual([
      'columns-in-order',
    ]);
    expect(complaintsAbout(MatrixContent, { columns: defaultMatrix.columns.slice(1) })).toContain('too_small');
  });

  it('has each example once', () => {
    const columns = defaultMatrix.columns.map((column) => ({
      ...column,
      examples: defaultMatrix.columns[0]?.examples,
    }));
    expect(complaintsAbout(MatrixContent, { columns })).toEqual(['double']);
  });
});

describe('a playbook', () => {
  const without = (code: string) => threat.tasks.filter((task) => task.code !== code);

  it.each([
    ['without contact with the colleague', { ...threat, tasks: without('contact') }, 'contact-task-missing'],
    [
      'with contact on a condition',
      {
        ...threat,
        tasks: threat.tasks.map((task) => (task.code === 'contact' ? { ...task, onlyWhen: ['injured'] } : task)),
      },
      'contact-task-missing',
    ],
    ['with a clock and no response', { ...threat, tasks: without('response') }, 'response-task-missing'],
    ['with a response and no clock', { ...threat, response: false }, 'response-task-missing'],
    ['with the same task twice', { ...calamity, tasks: [...calamity.tasks, ...calamity.tasks] }, 'double'],
    ['with a field of its own', { ...threat, sanction: true }, 'unrecognized_keys'],
  ])('%s does not hold', (_what, content, complaint) => {
    expect(complaintsAbout(PlaybookContent, content)).toContain(complaint);
  });
});
