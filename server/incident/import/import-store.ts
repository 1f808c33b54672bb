import type { ImportMapping } from '../../../contract/import.ts';
import type { ImportState } from '../../../contract/import-words.ts';
import type { Tx, Vault } from '../../platform/index.ts';
import type { FileReading } from './read-columns.ts';
import type { FileFlaw } from './source/file-flaw.ts';

export interface ImportNeeds {
  readonly vault: Vault;
}

/** An import as it is kept; what is sealed still is. */
export interface StoredImport {
  readonly importId: string;
  readonly startedBy: string | null;
  readonly startedAt: Date;
  readonly startedByName: string | null;
  readonly state: ImportState;
  readonly bytes: number;
  readonly flaw: FileFlaw | null;
  readonly sealedName: Buffer;
  readonly sealedReading: Buffer | null;
  readonly sealedMapping: Buffer | null;
  readonly rows: number;
  readonly done: number;
  readonly added: number;
  readonly known: number;
  readonly wrong: number;
  readonly wrongBy: Readonly<Record<string, number>>;
  readonly removed: number;
}

const columns = `m.id as "importId", m.started_by as "startedBy", m.started_at as "startedAt", m.state, m.bytes, m.flaw,
  m.sealed_name as "sealedName", m.sealed_reading as "sealedReading", m.sealed_mapping as "sealedMapping", m.rows, m.done, m.added,
  m.known, m.wrong, m.wrong_by as "wrongBy", m.removed, p.given_name || ' ' || p.family_name as "startedByName"`;
const tables = 'incident.import m left join organisation.person p on p.id = m.started_by';

/** Throws `Absent` for whoever may not see it. */
export function getImport(tx: Tx, importId: string): Promise<StoredImport> {
  return tx.row(`select ${columns} from ${tables} where m.id = $1`, [importId]);
}

/** The same, held: two presses of the same button never start two things. */
export function lockImport(tx: Tx, importId: string): Promise<StoredImport> {
  return tx.row(`select ${columns} from ${tables} where m.id = $1 for no key update of m`, [importId]);
}

export function importsBefore(
  tx: Tx,
  place: { readonly at: Date; readonly id: string } | null,
  most: number,
): Promise<StoredImport[]> {
  return tx.rows(
    `select ${columns} from ${tables}
     where m.employer_id = $1 and ${place ? '(m.started_at, m.id) < ($3, $4)' : 'true'}
     order by m.started_at desc, m.id desc limit $2`,
    [tx.employerId, most, ...(place ? [place.at, place.id] : [])],
  );
}

export async function setState(tx: Tx, importId: string, state: ImportState): Promise<void> {
  await tx.execute('update incident.import set state = $2 where id = $1', [importId, state]);
}

/** Each text has its own name under the employer's key, so that none can be passed off as another. */
export const importSealedAs = {
  name: (importId: string) => `import-name:${importId}`,
  reading: (importId: string) => `import-reading:${importId}`,
  mapping: (importId: string) => `import-mapping:${importId}`,
  part: (importId: string, kind: PartKind, number: number) => `import-${kind}:${importId}:${number}`,
};

export type PartKind = 'file' | 'wrong';

export async function keepPart(
  { vault }: ImportNeeds,
  tx: Tx,
  importId: string,
  part: { readonly kind: PartKind; readonly number: number; readonly text: string },
): Promise<void> {
  const { kind, number, text } = part;
  const sealed = (await vault.forEmployer(tx)).seal(importSealedAs.part(importId, kind, number), text);
  await tx.execute(
    `insert into incident.import_part (import_id, employer_id, kind, number, sealed) values ($1, $2, $3, $4, $5)
     on conflict (import_id, kind, number) do update set sealed = excluded.sealed`,
    [importId, tx.employerId, kind, number, sealed],
  );
}

export async function forgetParts(tx: Tx, importId: string, kind: PartKind): Promise<void> {
  await tx.execute('delete from incident.import_part where import_id = $1 and kind = $2', [importId, kind]);
}

/** Undefined: there is no such piece. */
export async function openPart(
  { vault }: ImportNeeds,
  tx: Tx,
  importId: string,
  { kind, from }: { readonly kind: PartKind; readonly from: number },
): Promise<{ readonly number: number; readonly text: string } | undefined> {
  const found = await tx.maybeRow<{ number: number; sealed: Buffer }>(
    `select number, sealed from incident.import_part where import_id = $1 and kind = $2 and number >= $3
     order by number limit 1`,
    [importId, kind, from],
  );
  if (found === undefined) return undefined;
  const { number, sealed } = found;
  return { number, text: (await vault.forEmployer(tx)).open(importSealedAs.part(importId, kind, number), sealed) };
}

export async function nameOf({ vault }: ImportNeeds, tx: Tx, { importId, sealedName }: StoredImport): Promise<string> {
  return (await vault.forEmployer(tx)).open(importSealedAs.name(importId), sealedName);
}

export async function readingOf(
  { vault }: ImportNeeds,
  tx: Tx,
  { importId, sealedReading }: StoredImport,
): Promise<FileReading | null> {
  if (sealedReading === null) return null;
  return JSON.parse((await vault.forEmployer(tx)).open(importSealedAs.reading(importId), sealedReading));
}

export async function mappingOf(
  { vault }: ImportNeeds,
  tx: Tx,
  { importId, sealedMapping }: StoredImport,
): Promise<ImportMapping | null> {
  if (sealedMapping === null) return null;
  return JSON.parse((await vault.forEmployer(tx)).open(importSealedAs.mapping(importId), sealedMapping));
}

export async function keepReading(
  { vault }: ImportNeeds,
  tx: Tx,
  importId: string,
  read: { readonly reading: FileReading; readonly guess: ImportMapping },
): Promise<void> {
  const texts = await vault.forEmployer(tx);
  await tx.execute(
    `update incident.import set state = 'read', rows = $2, sealed_reading = $3, sealed_mapping = $4
     where id = $1 and state = 'reading'`,
    [
      importId,
      read.reading.reading.rows,
      texts.seal(importSealedAs.reading(importId), JSON.stringify(read.reading)),
      texts.seal(importSealedAs.mapping(importId), JSON.stringify(read.guess)),
    ],
  );
}

/** From the first row again, with nothing counted. */
export async function beginRows(
  { vault }: ImportNeeds,
  tx: Tx,
  importId: string,
  { state, mapping }: { readonly state: 'checking' | 'importing'; readonly mapping: ImportMapping },
): Promise<void> {
  const sealed = (await vault.forEmployer(tx)).seal(importSealedAs.mapping(importId), JSON.stringify(mapping));
  await forgetParts(tx, importId, 'wrong');
  await tx.execute(
    `update incident.import
     set state = $2, sealed_mapping = $3, done = 0, added = 0, known = 0, wrong = 0, wrong_by = '{}'
     where id = $1`,
    [importId, state, sealed],
  );
}

/** Of what was read no row stays, only the names of the columns: those head the list of rows to correct. */
export async function keepOnlyHeaders(needs: ImportNeeds, tx: Tx, stored: StoredImport): Promise<void> {
  const read = await readingOf(needs, tx, stored);
  if (read === null) return;
  const columns = read.reading.columns.map((column) => ({ ...column, examples: [], values: null }));
  const bare: FileReading = { ...read, sample: [], reading: { ...read.reading, columns } };
  const sealed = (await needs.vault.forEmployer(tx)).seal(
    importSealedAs.reading(stored.importId),
    JSON.stringify(bare),
  );
  await tx.execute('update incident.import set sealed_reading = $2 where id = $1', [stored.importId, sealed]);
}

const KEPT_DAYS = 30;

/** Files that nobody went on with, and rows that nobody came to correct: they may hold names, so they do not stay. */
export async function forgetOldImports(tx: Tx): Promise<void> {
  const before = new Date(tx.now.getTime() - KEPT_DAYS * 86_400_000);
  await tx.execute(
    `delete from incident.import_part p using incident.import m where m.id = p.import_id and m.started_at < $1`,
    [before],
  );
  await tx.execute(
    `delete from incident.import where started_at < $1 and state in ('uploading', 'reading', 'unreadable', 'read', 'checking', 'checked')`,
    [before],
  );
}
