import { isOwnCode, type Vocabulary, type Word } from '../../../contract/vocabulary-words.ts';
import type { Tx } from '../../platform/index.ts';

/** One version of a list, with the moment from which it counted. */
export interface WordsSince {
  readonly list: Vocabulary;
  readonly since: Date;
  readonly words: readonly Word[];
}

/** Every version of every list, oldest first: to say what something was called when it was told. */
export type WordsThroughTime = readonly WordsSince[];

export async function wordsThroughTime(tx: Tx): Promise<WordsThroughTime> {
  return tx.rows<WordsSince>(
    'select list, since, words from protocol.vocabulary_version where employer_id = $1 order by version',
    [tx.employerId],
  );
}

/**
 * The word as it counted at that moment; undefined: as the program says it. A word of one's own is known from the version that
 * brought it, also for what a telephone sends later than it was made, or what an older register had long before.
 */
export function wordAt(history: WordsThroughTime, list: Vocabulary, code: string, at: Date): Word | undefined {
  const versions = history.filter((version) => version.list === list);
  const named = ({ words }: WordsSince) => words.find((word) => word.code === code);
  const then = versions.findLast(({ since }) => since <= at);
  const word = then && named(then);
  if (word || !isOwnCode(code)) return word;
  return versions.map(named).find((found) => found !== undefined);
}
