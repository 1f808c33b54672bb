import { describe, expect, it } from 'vitest';
import { builtInList, type Word } from '../../../contract/vocabulary-words.ts';
import type { WordsThroughTime } from '../../protocol/index.ts';
import { flawsAgainst } from './chosen-words.ts';
import { shownWords, type ToldCodes } from './shown-words.ts';

const day = (number: number) => new Date(Date.UTC(2026, 2, number, 9));
const label = (nl: string) => ({ nl, en: nl });
const word = (code: string, nl: string, countsAs: string | null, ownCode: string | null = null): Word => ({
  code,
  label: label(nl),
  countsAs,
  isRetired: false,
  ownCode,
});
const causes = (...words: Word[]) => [
  ...builtInList('cause').filter(({ code }) => !words.some((other) => other.code === code)),
  ...words,
];

/** On the tenth debt help came, on the twentieth it was called otherwise and retired. */
const history: WordsThroughTime = [
  {
    list: 'cause',
    since: day(10),
    words: causes(word('own_debt', 'Besluit over schuldhulp', 'anger_about_policy', 'AG-03')),
  },
  {
    list: 'cause',
    since: day(20),
    words: causes(
      { ...word('own_debt', 'Schuldhulp', 'anger_about_policy', 'AG-9'), isRetired: true },
      word('other', 'Overig', null),
    ),
  },
  {
    list: 'action',
    since: day(10),
    words: [...builtInList('action'), word('own_guard', 'Beveiliging kwam', 'colleague_assisted')],
  },
];
const told = (change: Partial<ToldCodes>): ToldCodes => ({
  reportedAt: day(12),
  kind: 'incident',
  form: null,
  place: 'phone',
  target: 'me',
  actions: ['talk_ended'],
  details: [],
  chosen: [],
  ...change,
});
const gaveCause = (at: number, cause: string) => ({ at: day(at), codes: { cause } });
const choseDebt = (at: number) => ({ list: 'cause' as const, codes: ['own_debt'], at: day(at) });

describe('the words of a dossier', () => {
  it('are those of the program where nothing was called otherwise', () => {
    const shown = shownWords(history, told({}));
    expect(shown.place).toEqual([{ code: 'phone', label: null, ownCode: null }]);
    expect(shown.cause).toEqual([]);
  });

  it('are an own word with its code, as they were when it was told', () => {
    const shown = shownWords(
      history,
      told({ details: [gaveCause(13, 'anger_about_policy')], chosen: [choseDebt(13)] }),
    );
    expect(shown.cause).toEqual([
      { code: 'anger_about_policy', label: label('Besluit over schuldhulp'), ownCode: 'AG-03' },
    ]);
  });

  it('are the newer ones once they were told anew', () => {
    const details = [gaveCause(13, 'anger_about_policy'), gaveCause(21, 'anger_about_policy')];
    const shown = shownWords(history, told({ details, chosen: [choseDebt(13), choseDebt(21)] }));
    expect(shown.cause[0]?.label).toEqual(label('Schuldhulp'));
  });

  it('are the program’s again when the answer became one of its own', () => {
    const shown = shownWords(
      history,
      told({ details: [gaveCause(13, 'anger_about_policy'), gaveCause(14, 'other')], chosen: [choseDebt(13)] }),
    );
    expect(shown.cause).toEqual([{ code: 'other', label: null, ownCode: null }]);
  });

  it('stay when it is filed differently and the answer is the same, and go when it is another', () => {
    const told13 = {
      details: [gaveCause(13, 'anger_about_policy'), gaveCause(14, 'anger_about_policy')],
      chosen: [choseDebt(13)],
    };
    expect(shownWords(history, told(told13)).cause[0]?.label).toEqual(label('Besluit over schuldhulp'));
    const chosen = [{ list: 'kind' as const, codes: ['own_kind'], at: day(12) }];
    expect(shownWords(history, told({ kind: 'social_media', chosen })).kind).toEqual([
      { code: 'social_media', label: null, ownCode: null },
    ]);
    expect(
      shownWords(history, told({ form: 'threat', details: [{ at: day(13), codes: { form: 'verbal' } }] })).form,
    ).toEqual([{ code: 'threat', label: null, ownCode: null }]);
  });

  it('follow a built-in word that was called otherwise, from then on', () => {
    const cause = (at: number) => shownWords(history, told({ details: [gaveCause(at, 'other')] })).cause[0]?.label;
    expect(cause(15)).toBeNull();
    expect(cause(25)).toEqual(label('Overig'));
  });

  it('stand together: own ones and those of the program', () => {
    const chosen = [{ list: 'action' as const, codes: ['talk_ended', 'own_guard'], at: day(12) }];
    const shown = shownWords(history, told({ actions: ['talk_ended', 'colleague_assisted'], chosen }));
    expect(shown.action.map(({ label: words }) => words?.nl ?? null)).toEqual([null, 'Beveiliging kwam']);
  });

  it('are left out where the reader does not see the answer', () => {
    const chosen = [{ list: 'action' as const, codes: ['own_guard'], at: day(12) }];
    expect(shownWords(history, told({ actions: null, place: null, chosen })).action).toEqual([]);
  });
});

describe('what somebody chose', () => {
  const flaws = (chosen: object, counted: object) =>
    flawsAgainst(history, chosen, counted, day(25)).map(({ path, code }) => `${path.join('/')}: ${code}`);

  it('counts as exactly what stands beside it', () => {
    expect(flaws({ cause: ['own_debt'] }, { cause: ['anger_about_policy'] })).toEqual([]);
    expect(flaws({ action: ['own_guard', 'talk_ended'] }, { action: ['talk_ended', 'colleague_assisted'] })).toEqual(
      [],
    );
    expect(flaws({ cause: ['own_debt'] }, { cause: ['other'] })).toEqual(['chosenWords/cause: words-do-not-fit']);
    expect(flaws({ action: ['own_guard'] }, { action: ['colleague_assisted', 'sent_away'] })).toEqual([
      'chosenWords/action: words-do-not-fit',
    ]);
    expect(flaws({ cause: ['own_debt'] }, {})).toEqual(['chosenWords/cause: words-do-not-fit']);
  });

  it('is a word of this list, retired or not', () => {
    expect(flaws({ place: ['own_debt'] }, { place: ['phone'] })).toEqual(['chosenWords/place/0: unknown-word']);
    expect(flaws({ cause: ['own_nothing'] }, { cause: ['other'] })).toEqual(['chosenWords/cause/0: unknown-word']);
  });
});
