import { keysOf } from '../people/person-keys.ts';

/** What somebody holds of the person they are about to meet, and what a dossier knows. */
export interface WhoItIs {
  readonly name: string | null;
  readonly bornOn: string | null;
  readonly postcode: string | null;
  readonly houseNumber: string | null;
}

/**
 * By what an agreement is found: a family name as it sounds, always together with a date of birth or an address. With an address
 * the first letter of the first name must be the same too, because families share both. Only fingerprints of these are kept.
 */
export function foundBy(who: WhoItIs): readonly string[] {
  const { initial, family, born, address } = partsOf(who);
  if (family === null) return [];
  return [
    ...(born ? [`born ${born} ${family} ${initial || nobodyKnows}`, `born ${born} ${family} ${notSaid}`] : []),
    ...(address && initial ? [`address ${address} ${family} ${initial}`] : []),
  ];
}

/** What is looked for when somebody asks: another first letter is another person; where one side has none, the rest decides. */
export function askedBy(who: WhoItIs): readonly string[] {
  const { initial, family, born, address } = partsOf(who);
  if (family === null) return [];
  const first = initial ? [initial, nobodyKnows] : [notSaid];
  return [
    ...(born ? first.map((letter) => `born ${born} ${family} ${letter}`) : []),
    ...(address && initial ? [`address ${address} ${family} ${initial}`] : []),
  ];
}

/** The dossier has no first name. */
const nobodyKnows = 'unknown';
/** Whoever asks has no first name: then the dossier may have any. */
const notSaid = 'anybody';

function partsOf(who: WhoItIs) {
  const { sound, born = null, address = null } = keysOf(who);
  // A number is no name.
  if (sound === undefined || !/\p{Letter}{2}/u.test(sound)) return { initial: '', family: null, born, address };
  const at = sound.indexOf(' ');
  return { initial: sound.slice(0, at), family: sound.slice(at + 1), born, address };
}

export type Lacking = 'whole-name' | 'birthday-or-address' | 'first-letter';

/** What is still missing before the question is exact enough; undefined when nothing is. */
export function lackingIn(who: WhoItIs): Lacking | undefined {
  const { initial, family, born, address } = partsOf(who);
  if (family === null) return 'whole-name';
  if (born === null && address === null) return 'birthday-or-address';
  return born === null && initial === '' ? 'first-letter' : undefined;
}
