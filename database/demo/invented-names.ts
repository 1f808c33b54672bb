import type { Chance } from './seeded.ts';

const syllables = (
  'ak bra daf ezel fen gri hul ijm jor kel lum mar nij oost pel quin rus ' +
  'san tol uit vel wie xan yve zan bom der kra lis mol'
).split(' ');
const givenEnds = 'a o ke ien bert win me sse'.split(' ');
const familyEnds = 'a ga stra man'.split(' ');

/** More than this share of the people has the commonest first name: some three of a hundred; of a family name one in two hundred. */
const SKEW = 1.5;

/** A name that nobody has, put together from syllables: some are on many people, most on few. */
export function inventedName(chance: Chance): { readonly given: string; readonly family: string } {
  const given = skewed(chance, syllables.length * givenEnds.length);
  const family = skewed(chance, syllables.length ** 2 * familyEnds.length);
  return {
    given: capital(`${of(syllables, given)}${of(givenEnds, given / syllables.length)}`),
    family: capital(
      `${of(syllables, family)}${of(syllables, family / syllables.length)}${of(familyEnds, family / syllables.length ** 2)}`,
    ),
  };
}

/** So many different people, met again and again: the first ones most. */
export function inventedPeople(count: number, chance: Chance): () => string {
  const people = Array.from({ length: count }, () => {
    const { given, family } = inventedName(chance);
    return `${given} ${family}`;
  });
  return () => people[Math.floor(chance.next() ** 2 * count)] ?? '';
}

function skewed(chance: Chance, choices: number): number {
  return Math.floor(chance.next() ** SKEW * choices);
}

function of(parts: readonly string[], at: number): string {
  return parts[Math.floor(at) % parts.length] ?? '';
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
