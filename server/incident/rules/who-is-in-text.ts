import { nameWords } from './name-words.ts';

/** What somebody can be on a dossier, as far as their name is looked for. */
export type NamedAs = 'reporter' | 'victim' | 'witness' | 'aggressor' | 'child' | 'relative';

/** Somebody whose name should not stand in a text for others. */
export interface SomebodyOnDossier {
  readonly role: NamedAs;
  /** First names and family names, as they are kept. */
  readonly name: string;
}

export type TraceKind = 'name' | 'phone' | 'email' | 'address';

/** A word or number that tells who it is about. Found, never judged: "Bakker" may be a name and a trade. */
export interface Trace {
  readonly kind: TraceKind;
  /** As it stands in the text. */
  readonly found: string;
  /** Whose name it is; null for anything but a name. */
  readonly role: NamedAs | null;
}

/** Everything in a text by which somebody can be recognised, each once, in the order in which it stands there. */
export function tracesIn(text: string, people: readonly SomebodyOnDossier[]): readonly Trace[] {
  const patterned = patterns.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, found: match[0].trim(), role: null, at: match.index })),
  );
  const inside = (at: number) => patterned.some(({ at: from, found }) => at >= from && at < from + found.length);
  const names = namesIn(text, people).filter(({ at }) => !inside(at));
  const inOrder = [...patterned, ...names].toSorted((one, other) => one.at - other.at);
  const once = new Map(inOrder.map(({ kind, found, role }) => [asSaid(found), { kind, found, role }] as const));
  return [...once.values()];
}

/** By which somebody says that a word may stand: without capitals, so that one "yes" counts for the whole text. */
export function asSaid(found: string): string {
  return found.toLowerCase();
}

const street =
  'straat|laan|weg|plein|kade|gracht|hof|dijk|singel|pad|steeg|dreef|plantsoen|markt|park|baan|wal|brink|oord|burg|ring|allee';

const patterns: readonly { readonly kind: TraceKind; readonly pattern: RegExp }[] = [
  { kind: 'email', pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu },
  // 06 12345678, 010-1234567, +31 6 12 34 56 78, (0)10: ten digits, or nine after the country.
  { kind: 'phone', pattern: /(?<![\d+])(?:(?:\+|00)31[\s-]?(?:\(0\))?[\s-]?|\(?0)[1-9](?:[\s)-]{0,2}\d){8}(?!\d)/g },
  // A postcode on its own tells the street.
  { kind: 'address', pattern: /(?<![\p{L}\d])[1-9]\d{3}\s?[A-Za-z]{2}(?![\p{L}\d])/gu },
  {
    kind: 'address',
    pattern: new RegExp(`(?<!\\p{L})\\p{Lu}[\\p{L}'’.-]*(?:${street})\\s+\\d+\\s?[a-zA-Z]?(?!\\p{L})`, 'gu'),
  },
];

interface FoundName extends Trace {
  readonly at: number;
}

function namesIn(text: string, people: readonly SomebodyOnDossier[]): readonly FoundName[] {
  const roleOf = new Map(people.toReversed().flatMap(({ role, name }) => nameWords(name).map((word) => [word, role])));
  return [...text.matchAll(/\p{L}[\p{L}\p{M}'’`]*/gu)].flatMap((match) => {
    const role = readings(match[0])
      .map((word) => roleOf.get(word))
      .find(Boolean);
    return role ? [{ kind: 'name' as const, found: match[0], role, at: match.index }] : [];
  });
}

/** "Fatima’s", "Fatimas" and "FATIMA" are Fatima. */
function readings(word: string): readonly string[] {
  const bare = word.replace(/['’`]s?$/u, '');
  return [word, bare, word.replace(/s$/iu, '')].flatMap((reading) => nameWords(reading).slice(0, 1));
}
