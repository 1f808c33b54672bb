import { describe, expect, it } from 'vitest';
import { type Promised, promisedSteps } from './promised-steps.ts';

const now = new Date('2026-03-10T09:00:00Z');
const call: Promised = {
  taskId: '019cd000-0000-7000-8000-000000000001',
  code: 'contact',
  ownerRole: 'lead',
  ownerName: null,
  dueAt: new Date('2026-03-11T09:00:00Z'),
};
const reporterWords = (code: string) =>
  code === 'contact'
    ? {
        ahead: { nl: '{When} belt {who} je.', en: '{who} will call you {when}.' },
        done: { nl: '{who} heeft je gesproken.', en: '{who} has spoken to you.' },
      }
    : null;

const said = (promise: Partial<Promised>, takenUpBy: string | null = null) =>
  promisedSteps([{ ...call, ...promise }], { now, reporterWords, takenUpBy }).map(({ text }) => text.nl);

describe('what is promised', () => {
  it('names who took it up', () => {
    expect(said({}, 'Henk')).toEqual(['Morgen belt Henk je.']);
  });

  it('is kept by somebody while nobody has taken it up', () => {
    expect(said({})).toEqual(['Morgen belt iemand je.']);
  });

  it('names the role, or the colleague who was given it', () => {
    expect(said({ ownerRole: 'reception' }, 'Henk')).toEqual(['Morgen belt de receptie je.']);
    expect(said({ ownerRole: 'reception', ownerName: 'Priya' })).toEqual(['Morgen belt Priya je.']);
  });

  it('is as soon as possible once it is overdue', () => {
    expect(said({ dueAt: now }, 'Henk')).toEqual(['Zo snel mogelijk belt Henk je.']);
  });

  it('says nothing of work that is not told to those concerned', () => {
    expect(said({ code: 'footage' }, 'Henk')).toEqual([]);
  });
});
