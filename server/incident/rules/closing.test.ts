import { describe, expect, it } from 'vitest';
import { type Closing, type ClosingFacts, closingRefusal, openItems } from './closing.ts';
import { named } from './task-words.ts';

const done: ClosingFacts = { notSpokenTo: [], hasContact: true, response: 'sent', openTasks: [], accountsAsked: [] };
const now = new Date('2026-12-08T15:00:00+01:00');
const closing: Closing = {
  discussed: { on: '2026-12-08', attendeeIds: ['henk', 'fatima'] },
  victimWish: 'agrees',
  acceptOpenItems: false,
};

const listed = (facts: Partial<ClosingFacts>) =>
  openItems({ ...done, ...facts }).map(({ text, blocks }) => `${blocks ? '! ' : ''}${text.nl}`);
const refusal = (facts: Partial<ClosingFacts>, how: Partial<Closing> = {}, hasVictims = true) =>
  closingRefusal({ ...closing, ...how }, openItems({ ...done, ...facts }), hasVictims, now)?.refused ?? null;

describe('what is still open', () => {
  it('is nothing when everything was done', () => {
    expect(listed({})).toEqual([]);
  });

  it('is told in whole sentences, what closing must wait for first', () => {
    expect(
      listed({
        notSpokenTo: ['Daan'],
        response: 'overdue',
        openTasks: [{ code: 'police', title: named('Besluit over de politie') }],
        accountsAsked: ['Sanne'],
      }),
    ).toEqual([
      '! De ander heeft nog geen reactie gekregen.',
      'Niemand heeft Daan nog gesproken.',
      'Besluit over de politie',
      'Sanne heeft nog geen eigen verhaal verteld.',
    ]);
  });

  it('says once that nobody was spoken to, and never as a task as well', () => {
    const task = { code: 'contact', title: named('Praat met je collega') };
    expect(listed({ hasContact: false, notSpokenTo: ['Fatima'], openTasks: [task] })).toEqual([
      '! Niemand heeft je collega nog gesproken.',
    ]);
  });

  it.each(['none', 'sent'] as const)('holds no response when it is %s', (response) => {
    expect(listed({ response })).toEqual([]);
  });
});

describe('closing', () => {
  it.each([
    ['everything done', {}, {}, null],
    ['nobody spoken to', { hasContact: false, notSpokenTo: ['Fatima'] }, {}, 'contact-not-recorded'],
    ['the response still to be sent', { response: 'running' }, {}, 'response-not-sent'],
    [
      'the response still to be sent, said out loud',
      { response: 'running' },
      { acceptOpenItems: true },
      'response-not-sent',
    ],
    ['a response that was put off', { response: 'deferred' }, {}, 'items-still-open'],
    ['a response that was put off, said out loud', { response: 'deferred' }, { acceptOpenItems: true }, null],
    ['an account not given', { accountsAsked: ['Sanne'] }, {}, 'items-still-open'],
    ['an account not given, said out loud', { accountsAsked: ['Sanne'] }, { acceptOpenItems: true }, null],
    ['a meeting tomorrow', {}, { discussed: { on: '2026-12-09', attendeeIds: ['henk'] } }, 'meeting-in-future'],
    ['a reason why it was not discussed', {}, { discussed: { notBecause: 'too_sensitive' } }, null],
    ['no wish of the victim', {}, { victimWish: 'not_applicable' }, 'victim-wish-missing'],
    [
      'a discussion against the wish of the victim, for that is on record then',
      {},
      { victimWish: 'does_not_want_it' },
      null,
    ],
    [
      'a victim who did not want it discussed, and it was not',
      {},
      { victimWish: 'does_not_want_it', discussed: { notBecause: 'victim_does_not_want_it' } },
      null,
    ],
  ] as const)('with %s', (_what, facts, how, refused) => {
    expect(refusal(facts, how)).toBe(refused);
  });

  it('asks no wish where nobody was the victim', () => {
    expect(refusal({}, { victimWish: 'not_applicable' }, false)).toBeNull();
  });
});
