import type { Vocabulary, Word } from '../../contract/vocabulary-words.ts';
import { changeWords, listInForce } from '../../server/protocol/words/vocabulary-versions.ts';
import type { Town } from './town.ts';

/** A word that the organisation made, called the same in both languages; `countsAs` is the code of the program behind it. */
export const ownWord = (code: string, name: string, countsAs: string): Word => ({
  code,
  label: { nl: name, en: name },
  countsAs,
  isRetired: false,
  ownCode: null,
});

/** The coordinator makes a next version of the list, in which these words are so. Each version has a minute of its own. */
export async function changeList(town: Town, list: Vocabulary, ...words: readonly Word[]): Promise<void> {
  town.fastForward({ minutes: 1 });
  const { version, words: before } = await town.as('yusuf', (tx) => listInForce(tx, list));
  const kept = before.filter(({ code }) => !words.some((word) => word.code === code));
  const content = { list, words: [...kept, ...words] };
  const changed = await town.as('yusuf', (tx) => changeWords(tx, { basedOnVersion: version, content }));
  if (!('version' in changed)) throw new Error(`The list did not change: ${JSON.stringify(changed)}`);
  town.fastForward({ minutes: 1 });
}
