import { describe, expect, it } from 'vitest';
import { correctionInWords, deferralInWords, type StepFacts, stepInWords, stepKinds } from './steps.ts';
import { dayInWords, named, ownerInWords, taskInWords } from './task-words.ts';

const facts: StepFacts = {
  who: named('Henk'),
  isByReader: false,
  whom: named('Fatima'),
  isToReader: false,
  isOwnReport: false,
  when: null,
  what: null,
};
const toFatima = { ...facts, isToReader: true, isOwnReport: true };

describe('a step, as whoever it concerns reads it', () => {
  it.each([
    ['read', 'Henk heeft je melding gelezen.', 'Henk has read your report.'],
    ['taken_up', 'Henk heeft dit opgepakt.', 'Henk has taken this up.'],
    ['contact_made', 'Henk heeft je gesproken.', 'Henk has spoken to you.'],
    ['contact_tried', 'Henk heeft geprobeerd om je te bereiken.', 'Henk has tried to reach you.'],
    ['closed', 'Henk heeft dit afgesloten.', 'Henk has closed this.'],
  ] as const)('%s: “%s”', (kind, nl, en) => {
    expect(stepInWords(kind, toFatima)).toEqual({ nl, en });
  });
});

describe('a step, as others read it', () => {
  it('names both', () => {
    expect(stepInWords('contact_made', facts).nl).toBe('Henk heeft Fatima gesproken.');
    expect(stepInWords('read', facts).nl).toBe('Henk heeft de melding gelezen.');
  });

  it('speaks to whoever did it', () => {
    expect(stepInWords('contact_made', { ...facts, isByReader: true })).toEqual({
      nl: 'Je hebt Fatima gesproken.',
      en: 'You have spoken to Fatima.',
    });
  });

  it('names nobody whom the reader may not know', () => {
    expect(stepInWords('contact_made', { ...facts, whom: null }).nl).toBe('Henk heeft je collega gesproken.');
  });

  it('says “we” for what the program did', () => {
    expect(stepInWords('account_asked', { ...toFatima, who: null }).nl).toBe(
      'We hebben je om een eigen verhaal gevraagd.',
    );
  });

  it('gives the reason of a deferral and a correction', () => {
    const deferred = { ...facts, what: deferralInWords('police_asked') };
    expect(stepInWords('response_deferred', deferred).nl).toBe(
      'Henk heeft de reactie uitgesteld. De politie vroeg daarom.',
    );
    const reviewed = { ...deferred, when: { nl: 'op 4 december', en: 'on 4 December' } };
    expect(stepInWords('response_deferred', reviewed).en).toBe(
      'Henk has put off the response. The police asked for that. We will look again on 4 December.',
    );
    const corrected = { ...facts, what: correctionInWords('criticism_not_aggression') };
    expect(stepInWords('corrected', corrected).en).toBe('Henk has set this right. It was criticism, not aggression.');
  });
});

it.each(stepKinds)('%s is a sentence from every side', (kind) => {
  for (const isByReader of [true, false]) {
    for (const isToReader of [true, false]) {
      for (const who of [named('Henk'), null]) {
        const words = stepInWords(kind, { ...facts, isByReader, isToReader, who, what: named('Bel je collega') });
        for (const text of Object.values(words)) {
          expect(text).toMatch(/^\p{Lu}.+\p{L}\.?$/u);
          expect(text).not.toMatch(/undefined|null| {2}/);
        }
      }
    }
  }
});

describe('the words of a task', () => {
  const template = { nl: '{When} belt {who} je.', en: '{who} will call you {when}.' };
  const now = new Date('2026-11-24T16:00:00+01:00');

  it.each([
    ['2026-11-24T16:40:00+01:00', 'Binnen een uur belt Henk je.', 'Henk will call you within the hour.'],
    ['2026-11-24T23:59:00+01:00', 'Vandaag belt Henk je.', 'Henk will call you today.'],
    ['2026-11-25T00:30:00+01:00', 'Morgen belt Henk je.', 'Henk will call you tomorrow.'],
    ['2026-11-27T17:00:00+01:00', 'Op vrijdag belt Henk je.', 'Henk will call you on Friday.'],
    ['2026-12-04T17:00:00+01:00', 'Op 4 december belt Henk je.', 'Henk will call you on 4 December.'],
    ['2026-11-24T15:00:00+01:00', 'Zo snel mogelijk belt Henk je.', 'Henk will call you as soon as possible.'],
  ])('for %s', (at, nl, en) => {
    expect(taskInWords(template, { who: named('Henk'), when: dayInWords(new Date(at), now) })).toEqual({ nl, en });
  });

  it('name the role while nobody in particular has it', () => {
    const words = taskInWords(
      { nl: '{who} kijkt ernaar.', en: '{who} will look.' },
      { who: ownerInWords('reception'), when: named('') },
    );
    expect(words.nl).toBe('De receptie kijkt ernaar.');
  });

  it('take a name as it is, whatever stands in it', () => {
    expect(taskInWords(template, { who: named('$& O’Neill'), when: named('nu') }).nl).toBe('Nu belt $& O’Neill je.');
  });
});
