import type { PlaybookCode } from '../../../contract/protocol-words.ts';
import type { QuestionsContent } from '../../../contract/questions.ts';
import { colleagueRef } from '../../organisation/index.ts';
import { newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import { type Author, authorColumns } from '../authors.ts';
import { type Change, type InForce, inForce } from '../change-protocol.ts';
import type { PastVersion } from '../history.ts';

/** The extra questions of one playbook, as they are kept. Version 0: nobody ever made any. */
export interface KeptQuestions {
  readonly version: number;
  readonly since: Date | null;
  readonly content: QuestionsContent;
}

const none: KeptQuestions = { version: 0, since: null, content: { questions: [] } };

export async function questionsInForce(tx: Tx, code: PlaybookCode): Promise<KeptQuestions> {
  return questionsAt(tx, code, tx.now);
}

/** As they counted at that moment: what was reported then keeps them. */
export async function questionsAt(tx: Tx, code: PlaybookCode, at: Date): Promise<KeptQuestions> {
  const found = await tx.maybeRow<KeptQuestions>(
    `select version, since, content from protocol.question_version
     where employer_id = $1 and code = $2 and since <= $3 order by version desc limit 1`,
    [tx.employerId, code, at],
  );
  return found ?? none;
}

export async function questionsOfVersion(tx: Tx, code: string, version: number): Promise<KeptQuestions> {
  return tx.row<KeptQuestions>(
    'select version, since, content from protocol.question_version where employer_id = $1 and code = $2 and version = $3',
    [tx.employerId, code, version],
  );
}

/** Where there are any. */
export async function questionSets(tx: Tx) {
  return tx.rows<{ code: PlaybookCode; version: number; questionCount: number }>(
    `select distinct on (code) code, version, jsonb_array_length(content -> 'questions') as "questionCount"
     from protocol.question_version where employer_id = $1 order by code, version desc`,
    [tx.employerId],
  );
}

/** Puts new questions in force, for what is reported from now on. */
export async function changeQuestions(
  tx: Tx,
  code: PlaybookCode,
  { basedOnVersion, content }: Change<QuestionsContent>,
): Promise<InForce | Refused<'protocol-changed-meanwhile'>> {
  const { version: before } = await questionsInForce(tx, code);
  const [versionId, version] = [newId(), basedOnVersion + 1];
  if (before !== basedOnVersion) return refuse('protocol-changed-meanwhile');
  const added = await tx.execute(
    `insert into protocol.question_version (id, employer_id, code, version, content, since, created_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (employer_id, code, version) do nothing`,
    [versionId, tx.employerId, code, version, JSON.stringify(content), tx.now, tx.personId],
  );
  if (added === 0) return refuse('protocol-changed-meanwhile');
  await tx.recordAudit({
    action: 'questions-changed',
    objectKind: 'questions',
    objectId: versionId,
    detail: { code, version },
  });
  await tx.recordEvent({ name: 'questions-changed', data: { versionId, code, version } });
  return inForce({ versionId, version, since: tx.now });
}

interface PastRow {
  readonly version: number;
  readonly since: Date;
  readonly author: Author;
}

const pastColumns = `v.version, v.since, ${authorColumns}`;
const ofPast = `from protocol.question_version v
  join organisation.person p on p.employer_id = v.employer_id and p.id = v.created_by`;

export async function questionHistory(tx: Tx, code: PlaybookCode): Promise<PastVersion[]> {
  const rows = await tx.rows<PastRow>(
    `select ${pastColumns} ${ofPast} where v.employer_id = $1 and v.code = $2 order by v.version desc`,
    [tx.employerId, code],
  );
  return rows.map(told);
}

export async function pastQuestions(tx: Tx, code: PlaybookCode, version: number) {
  const { content, ...row } = await tx.row<PastRow & { content: QuestionsContent }>(
    `select ${pastColumns}, v.content ${ofPast} where v.employer_id = $1 and v.code = $2 and v.version = $3`,
    [tx.employerId, code, version],
  );
  return { ...told(row), content };
}

function told({ version, since, author }: PastRow): PastVersion {
  return { version, sinceAt: since.toISOString(), by: colleagueRef(author) };
}
