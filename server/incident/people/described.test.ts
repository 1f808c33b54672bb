import { describe, expect, it } from 'vitest';
import { describedWords } from './described.ts';

const words = (...texts: string[]) => describedWords(...texts).map(({ word }) => word);
const telling = (...texts: string[]) =>
  describedWords(...texts)
    .filter(({ isTelling }) => isTelling)
    .map(({ written }) => written);

describe('a description', () => {
  it.each([
    ['Tattoos in zijn hals', 'tatoeage in de nek'],
    ['grijze jas, rode pet', 'Grijs jack en een rood cap'],
    ['hese stem, grote bril', 'Stem is hees, bril groot'],
    ['hij hinkt', 'loopt mank'],
    ['twee honden', 'hond, twee'],
    ['Litteken', 'LITTEKENS'],
  ])('%s says the same as %s', (one, other) => {
    expect(words(one)).not.toEqual([]);
    expect([...words(one)].sort()).toEqual([...words(other)].sort());
  });

  it('tells by what is seldom, not by what many wear', () => {
    expect(telling('Man van ongeveer 45, grijze jas, slang als tatoeage in zijn nek')).toEqual([
      'slang',
      'tatoeage',
      'nek',
    ]);
    expect(telling('Boze man met een zwarte pet en een spijkerbroek bij de balie')).toEqual([]);
  });

  it('is nothing that is said of anybody, no figures, and each word once', () => {
    expect(words('een man van 45 jaar die stond te schelden')).toEqual([]);
    expect(words('hond, Hond en honden')).toEqual(['hond']);
    expect(words('', '45')).toEqual([]);
  });

  it('is no endless story', () => {
    const story = Array.from({ length: 200 }, (_, at) => `kenmerk${String.fromCharCode(97 + (at % 26))}${at}x`).join(
      ' ',
    );
    expect(words(story)).toHaveLength(40);
  });
});
