import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  highestColumn,
  matrixFits,
  mayRegisterAggressor,
  type ReportingFacts,
  reportingAdvice,
} from './norm-matrix.ts';
import { incidentKinds, matrixColumns } from './protocol-words.ts';

const answer = fc.constantFrom(true, false, null);

describe('the highest column', () => {
  it('decides, in whatever order the columns were ticked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...matrixColumns), { minLength: 1 }), (ticked) => {
        const highest = Math.max(...ticked.map((column) => matrixColumns.indexOf(column)));
        expect(highestColumn(ticked)).toBe(matrixColumns[highest]);
      }),
    );
  });

  it('is absent when nothing was ticked', () => {
    expect(highestColumn([])).toBeNull();
  });
});

describe('the reporting rule', () => {
  const emotion = { column: 'organisation_directed_emotion' } as const;
  const verbal = { column: 'verbal_aggression' } as const;

  it.each<[string, ReportingFacts, string, string]>([
    ['emotion that passed', { ...emotion, persists: false, earlier: false }, 'note', 'emotion_is_allowed'],
    ['emotion about which nothing is known', { column: 'self_directed_emotion' }, 'note', 'emotion_is_allowed'],
    [
      'emotion that keeps on for the first time',
      { ...emotion, persists: true, earlier: false },
      'note',
      'emotion_is_allowed',
    ],
    ['emotion seen before that passed', { ...emotion, persists: false, earlier: true }, 'note', 'emotion_is_allowed'],
    [
      'emotion that keeps on, as before',
      { ...emotion, persists: true, earlier: true },
      'report',
      'emotion_is_a_pattern',
    ],
    [
      'an insult sincerely corrected',
      { ...verbal, stoppedWhenAddressed: true, againInSameTalk: false, earlier: false },
      'note',
      'corrected_and_stopped',
    ],
    ['an insult that went on', { ...verbal, stoppedWhenAddressed: false }, 'report', 'did_not_stop'],
    [
      'a second correction',
      { ...verbal, stoppedWhenAddressed: true, againInSameTalk: true },
      'report',
      'again_in_same_talk',
    ],
    [
      'a corrected insult by somebody who did it before',
      { ...verbal, stoppedWhenAddressed: true, againInSameTalk: false, earlier: true },
      'report',
      'happened_before',
    ],
    [
      'an insult of which nobody knows whether it stopped',
      { ...verbal, stoppedWhenAddressed: null },
      'report',
      'not_sure',
    ],
    ['a threat', { column: 'threat' }, 'report', 'always_reported'],
    ['violence', { column: 'physical_violence' }, 'report', 'always_reported'],
  ])('advises on %s', (_what, facts, advice, reason) => {
    expect(reportingAdvice(facts)).toEqual({ advice, reason });
  });

  it('always advises to report threat and violence, whatever else is answered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('threat' as const, 'physical_violence' as const),
        fc.record({ persists: answer, stoppedWhenAddressed: answer, againInSameTalk: answer, earlier: answer }),
        (column, answers) => {
          expect(reportingAdvice({ column, ...answers }).advice).toBe('report');
        },
      ),
    );
  });
});

describe('a critic', () => {
  it('is not registered as an aggressor', () => {
    expect(mayRegisterAggressor('incident', { column: 'organisation_directed_emotion' })).toBe(false);
    expect(mayRegisterAggressor('incident', { column: 'self_directed_emotion', persists: true, earlier: null })).toBe(
      false,
    );
  });

  it('is registered once the emotion keeps on and a pattern stands', () => {
    expect(mayRegisterAggressor('incident', { column: 'self_directed_emotion', persists: true, earlier: true })).toBe(
      true,
    );
  });
});

it('registers nobody for a missing person or a calamity, and uses no matrix there', () => {
  for (const kind of incidentKinds) {
    const concernsAChild = kind === 'missing_person' || kind === 'calamity';
    expect(matrixFits(kind)).toBe(!concernsAChild);
    expect(mayRegisterAggressor(kind, null)).toBe(!concernsAChild);
  }
});
