import { vocabularies } from '../../../contract/vocabulary-words.ts';
import { getEmployer } from '../../organisation/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { firstWords } from '../content/sector-vocabularies.ts';

/** Gives an employer the words of its sector, where they differ from the program's. Harmless when they are there already. */
export async function installSectorWords(tx: Tx): Promise<void> {
  const { sector } = await getEmployer(tx);
  for (const list of vocabularies) {
    const words = firstWords(sector, list);
    if (words === null) continue;
    await tx.execute(
      `insert into protocol.vocabulary_version (id, employer_id, list, version, words, since)
       values ($1, $2, $3, 1, $4, $5) on conflict (employer_id, list, version) do nothing`,
      [newId(), tx.employerId, list, JSON.stringify(words), tx.now],
    );
  }
}
