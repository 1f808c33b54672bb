import { plainLetters } from './plain-letters.ts';

/** Fingerprints are made of so many letters at most: what is typed beyond that no longer tells names apart. */
const MOST_LETTERS = 8;
const LEAST_LETTERS = 3;
/** A sealed name may be a whole sentence; a name itself has few words. */
const MOST_WORDS = 12;

/** Written before a name, and left out when people look for it. */
const notTheName = new Set(
  'de den der het ten ter te van von vom la le du da di dos el al bin op in aan uit dhr mevr mw heer mevrouw meneer mr dr ir drs'.split(
    ' ',
  ),
);

const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** "Jan-Peter van der Öztürk" is jan, peter and ozturk: without accents, capitals, prefixes and numbers. */
export function nameWords(text: string): readonly string[] {
  const plain = plainLetters(text).replace(/[ßæœøđðþłı]/gu, (letter) => spelledOut[letter] ?? letter);
  const words = plain.replaceAll(/['’`]/g, '').split(/[^\p{Letter}]+/u);
  return [...new Set(words.filter((word) => word.length > 1 && !notTheName.has(word)))].slice(0, MOST_WORDS);
}

/** What a name can be found by: the first three letters of each word, the first four … A shorter word only whole. */
export function findableBy(name: string): readonly string[] {
  const starts = nameWords(name).flatMap((word) => {
    const most = Math.min(word.length, MOST_LETTERS);
    if (most < LEAST_LETTERS) return [whole(word)];
    return Array.from({ length: most - LEAST_LETTERS + 1 }, (_, more) => word.slice(0, LEAST_LETTERS + more));
  });
  return [...new Set(starts)];
}

/** What is looked for when somebody types this: all of it must fit. The longest first, because it is the rarest. */
export function askedFor(typed: string): readonly string[] {
  const starts = nameWords(typed).map((word) =>
    word.length < LEAST_LETTERS ? whole(word) : word.slice(0, MOST_LETTERS),
  );
  return [...new Set(starts)].toSorted((one, other) => other.length - one.length);
}

/** "Bo" is a name, not the start of one. */
function whole(word: string): string {
  return `${word}.`;
}
