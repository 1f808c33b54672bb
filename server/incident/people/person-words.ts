import type { Tx, Vault } from '../../platform/index.ts';
import type { DescribedWord } from './described.ts';

/** By a word that more people than this were described by in a year, nobody is known. */
const MANY = 10;
const YEAR_MS = 365 * 24 * 3_600_000;
/** Of each word no more than this many are looked at; there are at most `MANY` when it is seldom. */
const MOST = 50;

interface Described {
  readonly involvedId: string;
  readonly occurredAt: Date;
  readonly words: readonly DescribedWord[];
}

/** Only the words that tell, each as a fingerprint under a key that is not in the database. */
export async function keepWords(vault: Vault, tx: Tx, { involvedId, occurredAt, words }: Described): Promise<void> {
  await tx.execute('delete from incident.person_word where involved_id = $1', [involvedId]);
  await tx.execute(
    `insert into incident.person_word (involved_id, employer_id, fingerprint, occurred_at)
     select $1, $2, unnest($3::bytea[]), $4`,
    [involvedId, tx.employerId, telling(words).map((word) => printOf(vault, tx, word)), occurredAt],
  );
}

export interface SharedWords {
  /** Of other dossiers, in which one of the seldom words stands too. */
  readonly involvedIds: readonly string[];
  /** By these many were described. */
  readonly common: ReadonlySet<string>;
}

/** Who was described by the same seldom words within a year of it. Each word costs one look along its own index. */
export async function othersDescribedSo(
  vault: Vault,
  tx: Tx,
  { involvedId, occurredAt, words }: Described,
): Promise<SharedWords> {
  const asked = telling(words);
  const rows = await tx.rows<{ at: number; people: string[] }>(
    `select w.at::int - 1 as at, array(
       select p.involved_id from incident.person_word p
       where p.employer_id = $1 and p.fingerprint = w.fingerprint and p.occurred_at between $3 and $4
       order by p.occurred_at desc limit ${MANY + 1}) as people
     from unnest($2::bytea[]) with ordinality as w (fingerprint, at)`,
    [
      tx.employerId,
      asked.map((word) => printOf(vault, tx, word)),
      new Date(occurredAt.getTime() - YEAR_MS),
      new Date(occurredAt.getTime() + YEAR_MS),
    ],
  );
  const seldom = rows.filter(({ people }) => people.length <= MANY);
  const involvedIds = new Set(seldom.flatMap(({ people }) => people).filter((id) => id !== involvedId));
  const isSeldom = new Set(seldom.map(({ at }) => at));
  return {
    involvedIds: [...involvedIds].slice(0, MOST),
    common: new Set(asked.filter((_, at) => !isSeldom.has(at)).map(({ word }) => word)),
  };
}

const telling = (words: readonly DescribedWord[]) => words.filter(({ isTelling }) => isTelling);

function printOf(vault: Vault, tx: Tx, { word }: DescribedWord): Buffer {
  return vault.blindIndex(tx.employerId, `person described ${word}`);
}
