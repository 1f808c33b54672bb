import { normalised } from '../../platform/index.ts';
import { namePrefixes, nameTitles } from '../people/person-keys.ts';
import type { MarkKind } from './note-marks.ts';

export interface ToldMark {
  readonly kind: MarkKind;
  readonly text: string;
}

/** How somebody was reported, or found to be called later. */
export interface Told {
  readonly name: string | null;
  readonly description: string | null;
}

/** Three groups of consonants or figures, six in all, with the same thing between them. Dutch plates have no vowels. */
const PLATE =
  /\b([b-df-hj-np-tv-z]{1,3}|\d{1,3})([- ])([b-df-hj-np-tv-z]{2,3}|\d{2,3})\2([b-df-hj-np-tv-z]{1,2}|\d{1,2})\b/gi;
/** A number of somebody: five to twelve figures in a row. */
const NUMBER = /(?<![\d-])\d{5,12}(?![\d-])/g;

/** By what colleagues would note this person: the same marks as they put with a note, read from a report. */
export function marksOfReport({ name, description }: Told): readonly ToldMark[] {
  const mark = (kind: MarkKind) => (text: string) => ({
    kind,
    text: text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
  });
  const text = description ?? '';
  return [
    ...initialsOf(name ?? '').map(mark('initials')),
    ...[...text.matchAll(PLATE)]
      .map(([plate]) => plate)
      .filter(isPlate)
      .map(mark('plate')),
    ...[...text.matchAll(NUMBER)].map(([number]) => number).map(mark('number')),
  ];
}

/** "Piet van der Berg" is noted as PB by one and as PvdB by another. */
function initialsOf(name: string): readonly string[] {
  const [before = '', after] = name.split(',', 2);
  const words = withoutTitles(normalised(after === undefined ? name : `${after} ${before}`).split(' '));
  const parts = words.filter((word) => !namePrefixes.has(word));
  // One word is no name and a surname, and many are a story.
  if (parts.length < 2 || words.length > 6) return [];
  const first = (of: readonly string[]) => of.map(([letter = '']) => letter).join('');
  return [...new Set([first(parts), first(words)])];
}

/** "De heer" goes whole: its "de" is no prefix of the name. */
function withoutTitles(words: readonly string[]): readonly string[] {
  return words.filter(
    (word, at) => word !== '' && !nameTitles.has(word) && !(word === 'de' && nameTitles.has(words[at + 1] ?? '')),
  );
}

function isPlate(text: string): boolean {
  return text.length === 8 && /\d/.test(text) && /[a-z]/i.test(text);
}
