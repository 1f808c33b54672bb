import { describe, expect, it } from 'vitest';
import type { RecordField } from '../../../contract/protocol.ts';
import { problemsIn } from './task-record.ts';

const label = { nl: 'Vraag', en: 'Question' };
const fields: readonly RecordField[] = [
  {
    name: 'decision',
    kind: 'choice',
    label,
    optional: false,
    choices: [
      { value: 'aangifte', label },
      { value: 'neither', label },
    ],
  },
  { name: 'reason', kind: 'text', label, optional: true },
  { name: 'vpt_code', kind: 'yesNo', label, optional: true },
  { name: 'talk_on', kind: 'date', label, optional: true },
];

describe('what done records', () => {
  it('is complete with the answers that the playbook asks for', () => {
    expect(problemsIn({ decision: 'aangifte' }, fields)).toEqual([]);
    expect(
      problemsIn({ decision: 'neither', reason: 'Rust in de wijk', vpt_code: true, talk_on: '2026-03-12' }, fields),
    ).toEqual([]);
  });

  it.each([
    ['an answer that must be given', {}, ['decision']],
    ['a choice that is none', { decision: 'later' }, ['decision']],
    ['yes or no as a text', { decision: 'neither', vpt_code: 'ja' }, ['vpt_code']],
    ['30 February', { decision: 'neither', talk_on: '2026-02-30' }, ['talk_on']],
    ['only spaces', { decision: 'neither', reason: '   ' }, ['reason']],
    ['a field the playbook does not know', { decision: 'neither', mood: 'boos' }, ['mood']],
  ])('misses %s', (_what, record, problems) => {
    expect(problemsIn(record, fields)).toEqual(problems);
  });

  it('takes an empty answer for no answer', () => {
    expect(problemsIn({ decision: 'neither', reason: '' }, fields)).toEqual([]);
  });
});
