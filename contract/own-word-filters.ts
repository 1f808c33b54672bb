import { isOwnCode, type Vocabulary, vocabularies } from './vocabulary-words.ts';

/** How a list of incidents is asked for what was told in a word of the organisation's own. Free of zod. */
export type OwnWord = `${Vocabulary}-${string}`;

const code = 'own_[a-z0-9_]{0,36}';
export const ownKindShape = new RegExp(`^${code}$`);
export const ownWordShape = new RegExp(`^(${vocabularies.join('|')})-${code}$`);

/** The list and the code in one, as it may stand in an address: `place-own_tram`. */
export function ownWordOf(list: Vocabulary, ownCode: string): OwnWord {
  return `${list}-${ownCode}`;
}

/** What was asked in words of the organisation's own, of a kind and of anything else. */
export function ownWordsIn({ kind, word }: { kind?: string | undefined; word?: string | undefined }): string[] {
  return [
    ...(word === undefined ? [] : [word]),
    ...(kind !== undefined && isOwnCode(kind) ? [ownWordOf('kind', kind)] : []),
  ];
}
