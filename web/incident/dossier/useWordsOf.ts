import type { Dossier } from '../../../contract/incident.ts';
import type { Vocabulary } from '../../../contract/vocabulary-words.ts';
import { useBilingual } from '../../text/index.ts';

/** Says the answers of a dossier as the organisation called them when they were given, and otherwise in our own words. */
export function useWordsOf({ words }: Pick<Dossier, 'words'>) {
  const say = useBilingual();
  return (list: Vocabulary, codes: readonly string[], ours: Readonly<Record<string, string>>): string =>
    (words[list] ?? codes.map((code) => ({ code, label: null })))
      .map(({ code, label }) => (label ? say(label) : (ours[code] ?? '')))
      .filter(Boolean)
      .join(', ');
}
