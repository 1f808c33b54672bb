import type { ColleagueRef } from '../../contract/organisation.ts';
import type { MatrixContent, PlaybookContent } from '../../contract/protocol.ts';
import type { PlaybookCode } from '../../contract/protocol-words.ts';
import { colleagueRef } from '../organisation/index.ts';
import type { Tx } from '../platform/index.ts';
import { type Author, authorColumns } from './authors.ts';

/** What counted when, and who decided it. */
export interface PastVersion {
  readonly version: number;
  readonly sinceAt: string;
  /** Null: it came with the program. */
  readonly by: ColleagueRef | null;
}

interface Row {
  readonly version: number;
  readonly since: Date;
  readonly author: { readonly [Column in keyof Author]: Author[Column] | null };
}

const versionAndAuthor = `v.version, v.since, ${authorColumns}`;
const author = 'left join organisation.person p on p.employer_id = v.employer_id and p.id = v.created_by';

export async function matrixVersions(tx: Tx): Promise<PastVersion[]> {
  const rows = await tx.rows<Row>(
    `select ${versionAndAuthor} from protocol.matrix_version v ${author}
     where v.employer_id = $1 order by v.version desc`,
    [tx.employerId],
  );
  return rows.map(told);
}

export async function playbookVersions(tx: Tx, code: PlaybookCode): Promise<PastVersion[]> {
  const rows = await tx.rows<Row>(
    `select ${versionAndAuthor} from protocol.playbook_version v ${author}
     where v.employer_id = $1 and v.code = $2 order by v.version desc`,
    [tx.employerId, code],
  );
  return rows.map(told);
}

export async function matrixVersion(tx: Tx, version: number): Promise<PastVersion & { content: MatrixContent }> {
  const { content, ...row } = await tx.row<Row & { content: MatrixContent }>(
    `select ${versionAndAuthor}, v.content from protocol.matrix_version v ${author}
     where v.employer_id = $1 and v.version = $2`,
    [tx.employerId, version],
  );
  return { ...told(row), content };
}

export async function playbookVersion(
  tx: Tx,
  code: PlaybookCode,
  version: number,
): Promise<PastVersion & { content: PlaybookContent }> {
  const { content, ...row } = await tx.row<Row & { content: PlaybookContent }>(
    `select ${versionAndAuthor}, v.content from protocol.playbook_version v ${author}
     where v.employer_id = $1 and v.code = $2 and v.version = $3`,
    [tx.employerId, code, version],
  );
  return { ...told(row), content };
}

function told({ version, since, author: by }: Row): PastVersion {
  const { id, givenName, familyName } = by;
  const isKnown = id !== null && givenName !== null && familyName !== null;
  return { version, sinceAt: since.toISOString(), by: isKnown ? colleagueRef({ id, givenName, familyName }) : null };
}
