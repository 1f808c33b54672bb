import { describe, expect, it } from 'vitest';
import { describedWords } from './described.ts';
import { type Apart, type Looks, mayLookAlike, sharedLooks } from './looks-alike.ts';

const looks = (text: string, hints: Partial<NonNullable<Looks['hints']>> = {}): Looks => ({
  words: describedWords(text),
  hints: { age: null, build: null, hair: null, ...hints },
});
const elsewhere: Apart = { isSameRoom: false, isSameLocation: false, days: 200 };
const sameCounter: Apart = { isSameRoom: true, isSameLocation: true, days: 21 };
const tattoo = looks('Tatoeage van een spin');

describe('two descriptions', () => {
  it('may be of one person: the same tattoo, at the same counter, twice in three weeks', () => {
    expect(mayLookAlike(looks('Man met een tatoeage'), looks('grote tattoo, grijze jas'), sameCounter)).toBe(true);
  });

  it('are not by one word alone somewhere else, or after months', () => {
    expect(mayLookAlike(looks('tatoeage'), looks('tattoo'), elsewhere)).toBe(false);
    expect(mayLookAlike(looks('tatoeage'), looks('tattoo'), { ...sameCounter, days: 29 })).toBe(false);
  });

  it('are by two seldom words with a third thing', () => {
    expect(mayLookAlike(tattoo, looks('spin als tattoo'), elsewhere)).toBe(false);
    expect(mayLookAlike(tattoo, looks('spin als tattoo'), { ...elsewhere, isSameLocation: true })).toBe(true);
    expect(
      mayLookAlike(looks('spin tatoeage', { hair: 'none' }), looks('spin, tattoo', { hair: 'none' }), elsewhere),
    ).toBe(true);
  });

  it('are never by what many wear, wherever it was', () => {
    expect(mayLookAlike(looks('grijze jas, zwarte pet'), looks('Zwarte pet, grijze jas'), sameCounter)).toBe(false);
  });

  it('are never by hints alone', () => {
    const hints = { age: 'from_30', build: 'heavy', hair: 'none' } as const;
    expect(mayLookAlike(looks('', hints), looks('', hints), sameCounter)).toBe(false);
  });

  it('are not by a word by which many were described', () => {
    expect(mayLookAlike(looks('tatoeage'), looks('tattoo'), sameCounter, new Set(['tatoeag']))).toBe(false);
  });

  it('are of somebody else when the age or the build is another', () => {
    const young = looks('spin tatoeage hond', { age: 'from_18' });
    expect(mayLookAlike(young, looks('spin tatoeage hond', { age: 'from_50' }), sameCounter)).toBe(false);
    expect(mayLookAlike(young, looks('spin tatoeage hond', { age: 'from_30' }), sameCounter)).toBe(true);
    const slim = looks('spin tatoeage hond', { build: 'slim' });
    expect(mayLookAlike(slim, looks('spin tatoeage hond', { build: 'heavy' }), sameCounter)).toBe(false);
    expect(mayLookAlike(slim, looks('spin tatoeage hond', { build: 'average' }), sameCounter)).toBe(true);
  });

  it('share what was written of the first', () => {
    const { words, hints } = sharedLooks(
      looks('Tattoos, rode pet', { hair: 'grey', age: 'from_30' }),
      looks('een tatoeage en een rood petje', { hair: 'grey', age: 'from_18' }),
    );
    expect(words.map(({ written }) => written)).toEqual(['tattoos', 'rode', 'pet']);
    expect(hints).toEqual(['hair']);
  });
});
