import type { PersonIdentity, SamePersonReason } from '../../../contract/incident.ts';
import { normalised } from '../../platform/index.ts';

/** What is compared of a person: each reason with the text of which only a fingerprint is kept. */
export type PersonKeys = Partial<Record<SamePersonReason, string>>;

/** In between a first name and a family name; whether somebody writes them says nothing about who it is. */
export const namePrefixes: ReadonlySet<string> = new Set(
  'van von de den der des het t ter ten te in op aan bij uit voor onder over el al ben bin la le du da dos di'.split(
    ' ',
  ),
);
/** Said to somebody: no part of the name. */
export const nameTitles: ReadonlySet<string> = new Set(
  'dhr mevr mw mevrouw meneer heer dr drs ir ing mr prof'.split(' '),
);

export function keysOf({
  name,
  bornOn,
  postcode,
  houseNumber,
}: Omit<PersonIdentity, 'description' | 'looks'>): PersonKeys {
  const parsed = name === null ? null : parse(name);
  return {
    ...(parsed && parsed.given.length > 1 && { name: `${parsed.given} ${parsed.family}` }),
    ...(parsed && { sound: `${parsed.given.slice(0, 1)} ${soundOf(parsed.family)}` }),
    ...(bornOn && { born: bornOn }),
    ...(postcode && houseNumber && { address: normalised(postcode + houseNumber).replaceAll(' ', '') }),
  };
}

/** The fingerprints of a person, each with its kind. `printed`: under a key that is not in the database. */
export function printsOf(
  identity: Parameters<typeof keysOf>[0],
  printed: (text: string) => Buffer,
): readonly { readonly kind: string; readonly fingerprint: Buffer }[] {
  return Object.entries(keysOf(identity)).map(([kind, text]) => ({
    kind,
    fingerprint: printed(`person ${kind} ${text}`),
  }));
}

/** Of somebody of whom only the name is known. */
export const onlyNamed = (name: string | null) => ({ name, bornOn: null, postcode: null, houseNumber: null });

/** "Jansen, Piet" and "dhr. Piet van Jansen" have the same first name and family name. */
function parse(name: string): { given: string; family: string } | null {
  const [before = '', after] = name.split(',', 2);
  const ordered = after === undefined ? name : `${after} ${before}`;
  const words = normalised(ordered)
    .split(' ')
    .filter((word) => word !== '' && !namePrefixes.has(word) && !nameTitles.has(word));
  const family = words.at(-1);
  // A story in the place of a name is not compared.
  if (family === undefined || words.length > 5) return null;
  return { given: words.length > 1 ? (words[0] ?? '') : '', family };
}

/** As it sounds in Dutch, roughly: "Dijkstra" as "Dykstra", "Smit" as "Smidt", "Jacobs" as "Jakobs". */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/sch/g, 'sg'],
  [/ch/g, 'g'],
  [/ck|q(?=u)/g, 'k'],
  [/ph/g, 'f'],
  [/th|dt/g, 't'],
  [/ij|ey|ei|y/g, 'ei'],
  [/ou|au/g, 'au'],
  [/oe/g, 'u'],
  [/ie/g, 'i'],
  [/ae/g, 'a'],
  [/c(?=[ei])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/v/g, 'f'],
  [/z/g, 's'],
  [/d$/, 't'],
  [/b$/, 'p'],
  [/(.)\1+/g, '$1'],
];

function soundOf(word: string): string {
  return sounds.reduce((heard, [written, sound]) => heard.replace(written, sound), word);
}
