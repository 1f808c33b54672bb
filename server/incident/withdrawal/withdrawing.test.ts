import { describe, expect, it } from 'vitest';
import { answerRefusal, coordinatorHears, withdrawRefusal } from './withdrawing.ts';

describe('withdrawing', () => {
  it('can be done once, for as long as people work on it', () => {
    for (const state of ['reported', 'taken_up', 'in_follow_up'] as const) {
      expect(withdrawRefusal(state, false)).toBeNull();
      expect(withdrawRefusal(state, true)).toBe('already-withdrawn');
    }
    expect(withdrawRefusal('closed', false)).toBe('incident-closed');
    expect(withdrawRefusal('corrected', false)).toBe('incident-corrected');
  });

  it('of a threat or violence is for the coordinator to hear too', () => {
    expect((['none', 'emotion', 'verbal', 'threat', 'violence'] as const).filter(coordinatorHears)).toEqual([
      'threat',
      'violence',
    ]);
  });
});

describe('answering', () => {
  const facts = { isWithdrawn: true, isOwnReport: false, hasSpoken: true };

  it('waits until somebody spoke with the reporter', () => {
    expect(answerRefusal(facts)).toBeNull();
    expect(answerRefusal({ ...facts, hasSpoken: false })).toBe('speak-first');
  });

  it('is for somebody else than the reporter', () => {
    expect(answerRefusal({ ...facts, isOwnReport: true })).toBe('your-own-report');
  });

  it('needs a withdrawal that is open', () => {
    expect(answerRefusal({ ...facts, isWithdrawn: false })).toBe('not-withdrawn');
  });
});
