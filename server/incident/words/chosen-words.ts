import { isBuiltIn, type Vocabulary } from '../../../contract/vocabulary-words.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { type WordsThroughTime, wordAt, wordsThroughTime } from '../../protocol/index.ts';
import type { Flaw } from '../flaws.ts';

/** Per list what was chosen, as the organisation calls it. */
export type ChosenWords = { readonly [List in Vocabulary]?: readonly string[] | undefined };
/** The built-in codes beside it, on which every rule hangs. */
export type CountedCodes = { readonly [List in Vocabulary]?: readonly string[] };

/** Nothing was called anything: that asks nothing of the database. */
export async function flawsInWords(
  tx: Tx,
  chosen: ChosenWords | undefined,
  counted: CountedCodes,
  read: (tx: Tx) => Promise<WordsThroughTime> = wordsThroughTime,
): Promise<Flaw[]> {
  return listsIn(chosen).length === 0 ? [] : flawsAgainst(await read(tx), chosen, counted, tx.now);
}

/**
 * A word that was retired meanwhile is taken: it was offered when somebody chose it, on a telephone that was without a network.
 * Together the words count as exactly the codes beside them.
 */
export function flawsAgainst(
  history: WordsThroughTime,
  chosen: ChosenWords | undefined,
  counted: CountedCodes,
  now: Date,
): Flaw[] {
  return listsIn(chosen).flatMap(([list, codes]) => {
    const counts = codes.map((code) =>
      isBuiltIn(list, code) ? code : (wordAt(history, list, code, now)?.countsAs ?? null),
    );
    const unknown = counts.flatMap((count, at): Flaw[] =>
      count === null ? [{ path: ['chosenWords', list, at], code: 'unknown-word' }] : [],
    );
    if (unknown.length > 0) return unknown;
    return isSameSet(counts, counted[list] ?? []) ? [] : [{ path: ['chosenWords', list], code: 'words-do-not-fit' }];
  });
}

/** Answered anew with words of the program alone: what was chosen before no longer says it. */
export async function endWords(
  tx: Tx,
  { incidentId, personId }: { readonly incidentId: string; readonly personId: string },
  counted: CountedCodes,
  chosen: ChosenWords | undefined,
): Promise<void> {
  const plain = Object.entries(counted).filter(([list, codes]) => codes.length > 0 && !chosen?.[list as Vocabulary]);
  if (plain.length === 0) return;
  await tx.execute(
    `insert into incident.chosen_word (id, employer_id, incident_id, list, codes, person_id, chosen_at)
     select w.id, $1, $2, w.list, w.codes, $3, $4 from jsonb_to_recordset($5) as w (id uuid, list text, codes text[])
     where exists (select from incident.chosen_word c where c.incident_id = $2 and c.list = w.list)`,
    [
      tx.employerId,
      incidentId,
      personId,
      tx.now,
      JSON.stringify(plain.map(([list, codes]) => ({ id: newId(), list, codes }))),
    ],
  );
}

/** With the report, under what it is: each time it is told anew is a row of its own. */
export async function keepWords(
  tx: Tx,
  { incidentId, personId }: { readonly incidentId: string; readonly personId: string },
  chosen: ChosenWords | undefined,
): Promise<void> {
  const lists = listsIn(chosen);
  if (lists.length === 0) return;
  await tx.execute(
    `insert into incident.chosen_word (id, employer_id, incident_id, list, codes, person_id, chosen_at)
     select w.id, $1, $2, w.list, w.codes, $3, $4 from jsonb_to_recordset($5) as w (id uuid, list text, codes text[])`,
    [
      tx.employerId,
      incidentId,
      personId,
      tx.now,
      JSON.stringify(lists.map(([list, codes]) => ({ id: newId(), list, codes }))),
    ],
  );
}

function listsIn(chosen: ChosenWords | undefined): [Vocabulary, readonly string[]][] {
  return Object.entries(chosen ?? {}) as [Vocabulary, readonly string[]][];
}

function isSameSet(one: readonly (string | null)[], other: readonly (string | null)[]): boolean {
  return new Set(one).size === new Set(other).size && one.every((item) => other.includes(item));
}
