import { describe, expect, it } from 'vitest';
import { builtInWords } from '../../contract/built-in-words.ts';
import { VocabularyContent } from '../../contract/vocabulary.ts';
import { flawsBetween, flawsIn, longestLabel, whyItStays, wordsOf } from '../../contract/vocabulary-flaws.ts';
import { builtInCodes, builtInList, vocabularies, type Word, withBuiltIns } from '../../contract/vocabulary-words.ts';

const called = (nl: string, en = nl) => ({ nl, en });
const own = (code: string, change: Partial<Word> = {}): Word => ({
  code: `own_${code}`,
  label: called(code),
  countsAs: 'anger_about_policy',
  isRetired: false,
  ownCode: null,
  ...change,
});
const causes = (...words: Word[]) => ({ list: 'cause' as const, words: [...builtInList('cause'), ...words] });
const changed = (code: string, change: Partial<Word>) => ({
  list: 'cause' as const,
  words: builtInList('cause').map((word) => (word.code === code ? { ...word, ...change } : word)),
});
const told = (content: Parameters<typeof flawsIn>[0]) =>
  flawsIn(content).map(({ path, code }) => `${path.join('/')}: ${code}`);
const added = builtInCodes.cause.length;

describe('a list of words', () => {
  it.each(vocabularies)('as the program brings it is in order: %s', (list) => {
    expect(flawsIn({ list, words: builtInList(list) })).toEqual([]);
    for (const code of builtInCodes[list]) expect(wordsOf(list, { code, label: null })?.nl).toBeTruthy();
  });

  it('takes own words, other names and own codes', () => {
    expect(told(causes(own('schuldhulp', { ownCode: 'AG-03' }), own('parkeren', { ownCode: 'AG-04' })))).toEqual([]);
    expect(told(changed('instrumental', { label: called('Wilde zijn zin krijgen'), ownCode: '12' }))).toEqual([]);
  });

  it('has every code once', () => {
    expect(told(causes(own('a', { label: called('Een') }), own('a', { label: called('Twee') })))).toEqual([
      `words/${added + 1}: word-twice`,
    ]);
    expect(told(causes(own('a', { ownCode: 'AG-03' }), own('b', { ownCode: 'ag-03' })))).toEqual([
      `words/${added + 1}/ownCode: own-code-twice`,
    ]);
  });

  it('has no two words that are called the same, the program’s own words too', () => {
    expect(told(causes(own('a', { label: called('Leek ziek of in de war', 'Looked odd') })))).toEqual([
      `words/${added}/label/nl: label-twice`,
    ]);
    expect(told(causes(own('a', { label: called('x', 'SOMETHING ELSE') })))).toEqual([
      `words/${added}/label/en: label-twice`,
    ]);
    expect(told(causes(own('a', { label: called('Zo'), isRetired: true }), own('b', { label: called('Zo') })))).toEqual(
      [],
    );
  });

  it('is short enough for a phone', () => {
    expect(told(causes(own('a', { label: called('x'.repeat(longestLabel), 'y') })))).toEqual([]);
    expect(told(causes(own('a', { label: called('x'.repeat(longestLabel + 1), 'y') })))).toEqual([
      `words/${added}/label/nl: label-too-long`,
    ]);
  });

  it('lets every own word count as a word of the program, never as another own word or as itself', () => {
    for (const countsAs of [null, 'own_b', 'own_a', 'phone']) {
      expect(told(causes(own('a', { countsAs }), own('b')))).toEqual([`words/${added}/countsAs: counts-as-nothing`]);
    }
    expect(told(changed('other', { countsAs: 'unknown' }))).toEqual(['words/4/countsAs: counts-for-itself']);
  });

  it('calls every own word something', () => {
    expect(told(causes(own('a', { label: null })))).toEqual([`words/${added}/label: label-missing`]);
  });

  it('knows no other codes', () => {
    expect(told(causes({ ...own('a'), code: 'phone' }))).toEqual([`words/${added}: not-in-this-list`]);
  });

  it('keeps every word of the program', () => {
    expect(told({ list: 'cause', words: builtInList('cause').slice(1) })).toEqual(['words: built-in-missing']);
    expect(withBuiltIns('cause', builtInList('cause').slice(1)).map(({ code }) => code)).toContain(
      'seemed_ill_or_confused',
    );
  });

  it('always leaves something to choose that says what happened', () => {
    const words = builtInList('cause').map((word) => ({ ...word, isRetired: word.code !== 'unknown' }));
    expect(told({ list: 'cause', words })).toEqual(['words: nothing-to-choose']);
    expect(told({ list: 'cause', words: [...words, own('a')] })).toEqual([]);
  });
});

describe('retiring', () => {
  it('is for words on which nothing hangs', () => {
    expect(told(changed('instrumental', { isRetired: true }))).toEqual([]);
    expect(told({ list: 'place', words: retired('place', 'letter') })).toEqual([]);
  });

  it.each([
    ['cause', 'unknown', 'stays-because-nobody-must-know'],
    ['place', 'private_life', 'stays-because-of-home'],
    ['flag', 'weapon', 'stays-because-of-urgency'],
    ['form', 'threat', 'stays-because-of-urgency'],
    ['target', 'office_holder', 'stays-because-of-the-route'],
    ['injury', 'hospital', 'stays-because-of-the-law'],
  ] as const)('is refused where a rule or a law hangs on it: %s %s', (list, code, why) => {
    expect(whyItStays(list, code)).toBe(why);
    expect(flawsIn({ list, words: retired(list, code) }).map((flaw) => flaw.code)).toEqual([why]);
  });

  const retired = (list: (typeof vocabularies)[number], gone: string) =>
    builtInList(list).map((word) => ({ ...word, isRetired: word.code === gone }));
});

describe('the next version', () => {
  const before = causes(own('a'), own('b')).words;

  it('may call otherwise, retire, bring back and add', () => {
    const after = causes(own('a', { label: called('Anders') }), own('b', { isRetired: true }), own('c')).words;
    expect(flawsBetween(before, after)).toEqual([]);
    expect(flawsBetween(after, before.concat(own('c')))).toEqual([]);
  });

  it('loses no own word: an old dossier may have it', () => {
    expect(flawsBetween(before, causes(own('a')).words)).toEqual([{ path: ['words'], code: 'own-word-gone' }]);
  });

  it('does not change what a word counts as: an old dossier was judged by it', () => {
    expect(flawsBetween(before, causes(own('a', { countsAs: 'other' }), own('b')).words)).toEqual([
      { path: ['words', added, 'countsAs'], code: 'counts-otherwise' },
    ]);
  });
});

describe('the contract', () => {
  const accepts = (words: unknown) => VocabularyContent.safeParse({ list: 'cause', words }).success;

  it('takes a code that no spreadsheet reads as a formula', () => {
    for (const ownCode of ['AG-03', '12.4', 'Ü 7']) expect(accepts(causes(own('a', { ownCode })).words)).toBe(true);
    for (const ownCode of ['=1+1', '-3', '+31', '@x', '', 'x'.repeat(21)]) {
      expect(accepts(causes(own('a', { ownCode })).words)).toBe(false);
    }
  });

  it('says what is wrong with a list, in both languages, where it is', () => {
    const outcome = VocabularyContent.safeParse(causes(own('a', { countsAs: 'own_a' })));
    expect(outcome.error?.issues).toMatchObject([
      { path: ['words', added, 'countsAs'], params: { code: 'counts-as-nothing' } },
    ]);
  });

  it('has a word of the program for every code', () => {
    for (const list of vocabularies) expect(Object.keys(builtInWords[list])).toEqual([...builtInCodes[list]]);
  });
});
