import { describe, expect, it } from 'vitest';
import { type ContactFacts, endsChain, notYetSpokenTo, peopleToSpeakTo } from './contact.ts';

const facts: ContactFacts = { reporterId: 'sanne', victimIds: ['fatima', 'daan'], takenUpBy: 'henk' };

describe('who must be spoken to', () => {
  it('are the colleagues it happened to', () => {
    expect(peopleToSpeakTo(facts)).toEqual(['fatima', 'daan']);
  });

  it('is the reporter when it happened to nobody in particular', () => {
    expect(peopleToSpeakTo({ ...facts, victimIds: [] })).toEqual(['sanne']);
  });

  it('is nobody when whoever has it reported it about a building', () => {
    expect(peopleToSpeakTo({ reporterId: 'henk', victimIds: [], takenUpBy: 'henk' })).toEqual([]);
  });
});

describe('contact', () => {
  it('with one of them ends the chain, with anybody else it does not', () => {
    expect(endsChain('daan', facts)).toBe(true);
    expect(endsChain('sanne', facts)).toBe(false);
    expect(endsChain('henk', facts)).toBe(false);
  });

  it('leaves the others to be spoken to', () => {
    expect(notYetSpokenTo(facts, ['fatima', 'sanne'])).toEqual(['daan']);
  });
});
