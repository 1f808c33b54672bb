import type { MatrixContent, PlaybookContent } from '../../contract/protocol.ts';
import { type PlaybookCode, playbookCodes } from '../../contract/protocol-words.ts';
import { newId, type Tx } from '../platform/index.ts';
import { defaultMatrix } from './content/matrix.ts';
import { defaultPlaybooks } from './content/playbooks.ts';
import { installSectorWords } from './words/install-sector-words.ts';

/** The versions of the norm matrix and the playbooks as they are kept: the newest one counts, the others stay readable. */
export interface KeptVersion<Content> {
  readonly versionId: string;
  readonly version: number;
  readonly since: Date;
  readonly content: Content;
}

/** Gives an employer the agreements that the program brings along. Harmless when they are there already. */
export async function installDefaults(tx: Tx): Promise<void> {
  await tx.execute(
    `insert into protocol.matrix_version (id, employer_id, version, content, since)
     values ($1, $2, 1, $3, $4) on conflict (employer_id, version) do nothing`,
    [newId(), tx.employerId, JSON.stringify(defaultMatrix), tx.now],
  );
  await tx.execute(
    `insert into protocol.playbook_version (id, employer_id, code, version, content, since)
     select p.id, $2, p.code, 1, p.content, $3
     from jsonb_to_recordset($1) as p (id uuid, code text, content jsonb)
     on conflict (employer_id, code, version) do nothing`,
    [
      JSON.stringify(playbookCodes.map((code) => ({ id: newId(), code, content: defaultPlaybooks[code] }))),
      tx.employerId,
      tx.now,
    ],
  );
  await installSectorWords(tx);
}

const columns = 'id as "versionId", version, since, content';

export async function matrixInForce(tx: Tx): Promise<KeptVersion<MatrixContent>> {
  const newest = () =>
    tx.maybeRow<KeptVersion<MatrixContent>>(
      `select ${columns} from protocol.matrix_version where employer_id = $1 order by version desc limit 1`,
      [tx.employerId],
    );
  return (await newest()) ?? (await afterInstalling(tx, newest));
}

export async function playbookInForce(tx: Tx, code: PlaybookCode): Promise<KeptVersion<PlaybookContent>> {
  const newest = () =>
    tx.maybeRow<KeptVersion<PlaybookContent>>(
      `select ${columns} from protocol.playbook_version where employer_id = $1 and code = $2 order by version desc limit 1`,
      [tx.employerId, code],
    );
  return (await newest()) ?? (await afterInstalling(tx, newest));
}

export async function playbooksInForce(tx: Tx): Promise<readonly KeptVersion<PlaybookContent>[]> {
  const newest = () =>
    tx.rows<KeptVersion<PlaybookContent>>(
      `select distinct on (code) ${columns} from protocol.playbook_version where employer_id = $1 order by code, version desc`,
      [tx.employerId],
    );
  const found = await newest();
  if (found.length === playbookCodes.length) return inTheirOrder(found);
  await installDefaults(tx);
  return inTheirOrder(await newest());
}

/** The version a dossier started with. */
export async function playbookAt(tx: Tx, code: PlaybookCode, version: number): Promise<PlaybookContent> {
  const { content } = await tx.row<{ content: PlaybookContent }>(
    'select content from protocol.playbook_version where employer_id = $1 and code = $2 and version = $3',
    [tx.employerId, code, version],
  );
  return content;
}

export async function matrixBeforeSigningIn(tx: Tx): Promise<MatrixContent> {
  const { content } = await tx.row<{ content: MatrixContent | null }>(
    'select protocol.matrix_before_signing_in() as content',
  );
  return content ?? defaultMatrix;
}

/** False when somebody else put that version in force first. */
export async function addMatrixVersion(tx: Tx, version: NewVersion<MatrixContent>): Promise<boolean> {
  const added = await tx.execute(
    `insert into protocol.matrix_version (id, employer_id, version, content, since, created_by)
     values ($1, $2, $3, $4, $5, $6) on conflict (employer_id, version) do nothing`,
    [version.versionId, tx.employerId, version.version, JSON.stringify(version.content), tx.now, tx.personId],
  );
  return added === 1;
}

/** False when somebody else put that version in force first. */
export async function addPlaybookVersion(tx: Tx, version: NewVersion<PlaybookContent>): Promise<boolean> {
  const { versionId, content } = version;
  const added = await tx.execute(
    `insert into protocol.playbook_version (id, employer_id, code, version, content, since, created_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (employer_id, code, version) do nothing`,
    [versionId, tx.employerId, content.code, version.version, JSON.stringify(content), tx.now, tx.personId],
  );
  return added === 1;
}

export interface NewVersion<Content> {
  readonly versionId: string;
  readonly version: number;
  readonly content: Content;
}

/** An employer that came into being without its agreements gets them now. */
async function afterInstalling<T>(tx: Tx, read: () => Promise<T | undefined>): Promise<T> {
  await installDefaults(tx);
  const found = await read();
  if (found === undefined) throw new Error('The agreements were installed and are not there');
  return found;
}

function inTheirOrder(found: readonly KeptVersion<PlaybookContent>[]): readonly KeptVersion<PlaybookContent>[] {
  return found.toSorted(
    (one, other) => playbookCodes.indexOf(one.content.code) - playbookCodes.indexOf(other.content.code),
  );
}
