import { flawsBetween, type VocabularyFlaw } from '../../../contract/vocabulary-flaws.ts';
import {
  builtInList,
  type Vocabulary,
  vocabularies,
  type Word,
  withBuiltIns,
} from '../../../contract/vocabulary-words.ts';
import { colleagueRef, getEmployer } from '../../organisation/index.ts';
import { newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import { type Author, authorColumns } from '../authors.ts';
import { type InForce, inForce } from '../change-protocol.ts';
import { suggestedWords } from '../content/sector-vocabularies.ts';
import type { PastVersion } from '../history.ts';

/** One list of words as it is kept. Version 0: as the program brought it, nobody ever changed it. */
export interface KeptWords {
  readonly list: Vocabulary;
  readonly version: number;
  readonly since: Date | null;
  readonly words: readonly Word[];
}

/** Every list, each in the version that counts now. */
export async function wordsInForce(tx: Tx): Promise<readonly KeptWords[]> {
  const kept = await tx.rows<KeptWords>(
    `select distinct on (list) list, version, since, words from protocol.vocabulary_version
     where employer_id = $1 order by list, version desc`,
    [tx.employerId],
  );
  return vocabularies.map((list) =>
    completed(
      list,
      kept.find((each) => each.list === list),
    ),
  );
}

export async function listInForce(tx: Tx, list: Vocabulary): Promise<KeptWords> {
  const kept = await tx.maybeRow<KeptWords>(
    `select list, version, since, words from protocol.vocabulary_version
     where employer_id = $1 and list = $2 order by version desc limit 1`,
    [tx.employerId, list],
  );
  return completed(list, kept);
}

/** The words of a list as they once counted; version 0: as the program brought them. */
export async function wordsOfVersion(tx: Tx, list: Vocabulary, version: number): Promise<readonly Word[]> {
  if (version === 0) return builtInList(list);
  const { words } = await tx.row<{ words: readonly Word[] }>(
    'select words from protocol.vocabulary_version where employer_id = $1 and list = $2 and version = $3',
    [tx.employerId, list, version],
  );
  return withBuiltIns(list, words);
}

function completed(list: Vocabulary, kept: KeptWords | undefined): KeptWords {
  if (kept === undefined) return { list, version: 0, since: null, words: builtInList(list) };
  return { ...kept, words: withBuiltIns(list, kept.words) };
}

/** What this sector often adds, and what is not in the list yet. */
export async function suggestionsFor(tx: Tx, list: Vocabulary, words: readonly Word[]): Promise<Word[]> {
  const { sector } = await getEmployer(tx);
  return suggestedWords(sector, list).filter(
    ({ code, countsAs }) => countsAs !== null && !words.some((word) => word.code === code),
  );
}

export interface WordsChange {
  readonly basedOnVersion: number;
  readonly content: { readonly list: Vocabulary; readonly words: readonly Word[] };
}

/** Puts a new version of one list in force, for what is told from now on. */
export async function changeWords(
  tx: Tx,
  { basedOnVersion, content: { list, words } }: WordsChange,
): Promise<InForce | { readonly flaws: readonly VocabularyFlaw[] } | Refused<'protocol-changed-meanwhile'>> {
  const before = await listInForce(tx, list);
  if (before.version !== basedOnVersion) return refuse('protocol-changed-meanwhile');
  const flaws = flawsBetween(before.words, words);
  if (flaws.length > 0) return { flaws };
  const [versionId, version] = [newId(), basedOnVersion + 1];
  const added = await tx.execute(
    `insert into protocol.vocabulary_version (id, employer_id, list, version, words, since, created_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (employer_id, list, version) do nothing`,
    [versionId, tx.employerId, list, version, JSON.stringify(words), tx.now, tx.personId],
  );
  if (added === 0) return refuse('protocol-changed-meanwhile');
  await tx.recordAudit({
    action: 'words-changed',
    objectKind: 'words',
    objectId: versionId,
    detail: { list, version },
  });
  await tx.recordEvent({ name: 'words-changed', data: { versionId, list, version } });
  return inForce({ versionId, version, since: tx.now });
}

interface PastRow {
  readonly version: number;
  readonly since: Date;
  readonly author: { readonly [Column in keyof Author]: Author[Column] | null };
}

const pastColumns = `v.version, v.since, ${authorColumns}`;
const ofPast = `from protocol.vocabulary_version v
  left join organisation.person p on p.employer_id = v.employer_id and p.id = v.created_by`;

export async function wordVersions(tx: Tx, list: Vocabulary): Promise<PastVersion[]> {
  const rows = await tx.rows<PastRow>(
    `select ${pastColumns} ${ofPast} where v.employer_id = $1 and v.list = $2 order by v.version desc`,
    [tx.employerId, list],
  );
  return rows.map(told);
}

export async function pastWords(tx: Tx, list: Vocabulary, version: number) {
  const { words, ...row } = await tx.row<PastRow & { words: readonly Word[] }>(
    `select ${pastColumns}, v.words ${ofPast} where v.employer_id = $1 and v.list = $2 and v.version = $3`,
    [tx.employerId, list, version],
  );
  return { ...told(row), content: { list, words: [...withBuiltIns(list, words)] } };
}

function told({ version, since, author: { id, givenName, familyName } }: PastRow): PastVersion {
  const isKnown = id !== null && givenName !== null && familyName !== null;
  return { version, sinceAt: since.toISOString(), by: isKnown ? colleagueRef({ id, givenName, familyName }) : null };
}
