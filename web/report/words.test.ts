import { describe, expect, it } from 'vitest';
import { builtInList, type Word } from '../../contract/vocabulary-words.ts';
import { startDraft } from './draft.ts';
import { toReport } from './to-report.ts';
import { choicesFrom, countedAs, type WordLists, wordFor, wordsToSend } from './words.ts';

const called = (nl: string, en: string) => ({ nl, en });
const tram: Word = {
  code: 'own_tram',
  label: called('In de tram', 'In the tram'),
  countsAs: 'road',
  isRetired: false,
  ownCode: null,
};
const lists = (...changed: Word[]): WordLists => {
  const words = builtInList('place').filter(({ code }) => !changed.some((word) => word.code === code));
  return [{ version: 1, sinceAt: '2026-03-10T09:00:00Z', content: { list: 'place', words: [...words, ...changed] } }];
};
const builtIn = [
  { value: 'road', label: 'Onderweg' },
  { value: 'phone', label: 'Aan de telefoon', hint: 'Een vaste lijn' },
] as const;
const labels = (words: WordLists, language: 'nl' | 'en' = 'nl') =>
  choicesFrom(words, 'place', language, builtIn).map(({ label }) => label);

describe('the choices of a question', () => {
  it('are the program’s own while nothing else is known', () => {
    expect(choicesFrom([], 'place', 'nl', builtIn)).toEqual(builtIn);
    expect(choicesFrom(lists(tram), 'action', 'nl', builtIn)).toEqual(builtIn);
  });

  it('are those of the organisation: added, called otherwise, retired', () => {
    expect(labels(lists(tram))).toEqual(['Onderweg', 'Aan de telefoon', 'In de tram']);
    expect(labels(lists(tram), 'en')).toContain('In the tram');
    expect(labels(lists({ ...tram, isRetired: true }))).not.toContain('In de tram');
    const phone = { ...tram, code: 'phone', countsAs: null, label: called('Per telefoon', 'By phone') };
    expect(choicesFrom(lists(phone), 'place', 'nl', builtIn)).toContainEqual({ value: 'phone', label: 'Per telefoon' });
    expect(labels(lists({ ...phone, isRetired: true }))).toEqual(['Onderweg']);
  });

  it('leave out what the question asks in another way', () => {
    const location = { ...tram, code: 'location', countsAs: null, label: called('Bij ons', 'With us') };
    expect(labels(lists(location))).not.toContain('Bij ons');
  });
});

describe('what was chosen', () => {
  const places = ['road', 'phone', 'location'] as const;

  it('counts as the codes of the program, each once', () => {
    expect(countedAs(lists(tram), 'place', ['own_tram', 'road', 'phone'], places)).toEqual(['road', 'phone']);
    expect(countedAs([], 'place', ['phone'], places)).toEqual(['phone']);
  });

  it('is named as the organisation names it', () => {
    expect(wordFor(lists(tram), 'place', 'own_tram', 'en')).toBe('In the tram');
    expect(wordFor(lists(tram), 'place', 'phone', 'nl')).toBeUndefined();
  });

  it('is sent along only where a word of one’s own is among it', () => {
    expect(wordsToSend({ place: ['phone'], action: [] })).toEqual({});
    expect(wordsToSend({ place: ['own_tram'], action: ['talk_ended'] })).toEqual({
      chosenWords: { place: ['own_tram'] },
    });
  });

  it('goes with the report, and for a missing person only where it was', () => {
    const now = new Date('2026-03-10T09:00:00Z');
    const draft = {
      ...startDraft(now, () => 'id'),
      place: 'road' as const,
      actions: ['colleague_assisted' as const],
      chosenWords: { place: ['own_tram'], action: ['own_guard'] },
    };
    expect(toReport(draft, now)).toMatchObject({ place: { kind: 'road' }, chosenWords: draft.chosenWords });
    expect(toReport({ ...draft, kind: 'missing_person' }, now).chosenWords).toEqual({ place: ['own_tram'] });
    expect(toReport({ ...draft, chosenWords: {} }, now)).not.toHaveProperty('chosenWords');
  });
});
