import { Absent, type Tx } from '../../platform/index.ts';
import type { Kept } from './attachment-rules.ts';

/** An attachment as those who do something with it start from. */
export interface AttachmentRow {
  readonly attachmentId: string;
  readonly employerId: string;
  readonly incidentId: string;
  readonly personId: string;
  readonly state: 'arriving' | 'kept';
  readonly size: number;
  readonly sealedName: Buffer;
}

export interface KeptRow extends AttachmentRow, Omit<Kept, 'isHidden'> {
  readonly keptAt: Date;
  readonly sha256: Buffer;
  readonly copySize: number | null;
  readonly thumbnailSize: number | null;
  readonly hiddenAt: Date | null;
}

const columns = `a.id as "attachmentId", a.employer_id as "employerId", a.incident_id as "incidentId", a.person_id as "personId",
  a.state, a.size::float8 as size, a.sealed_name as "sealedName"`;
export const keptColumns = `${columns}, a.kind, a.media_type as "mediaType", a.scan, a.copy, a.kept_at as "keptAt", a.sha256,
  a.copy_size::float8 as "copySize", a.thumbnail_size::float8 as "thumbnailSize", a.hidden_at as "hiddenAt"`;

/** One's own: held while it is still arriving, so that it is completed or given up once; as it is when it came in. Else absent. */
export async function lockOwn(tx: Tx, attachmentId: string): Promise<AttachmentRow> {
  const own = `select ${columns} from incident.attachment a where a.id = $1 and a.person_id = $2`;
  const held = await tx.maybeRow<AttachmentRow>(`${own} and a.state = 'arriving' for update`, [
    attachmentId,
    tx.personId,
  ]);
  return held ?? tx.row<AttachmentRow>(own, [attachmentId, tx.personId]);
}

/**
 * The same while it is still arriving, else absent. `together`: many pieces may come in at once, but none while it is being completed,
 * or what is kept would be something else than what was hashed. `alone`: for who writes or gives up the whole.
 */
export async function holdOwnArriving(tx: Tx, attachmentId: string, how: 'together' | 'alone'): Promise<AttachmentRow> {
  return tx.row<AttachmentRow>(
    `select ${columns} from incident.attachment a where a.id = $1 and a.person_id = $2 and a.state = 'arriving'
     ${how === 'together' ? 'for share' : 'for update'}`,
    [attachmentId, tx.personId],
  );
}

/** For whoever may see it; the policy decides who. */
export async function getKept(tx: Tx, attachmentId: string): Promise<KeptRow> {
  const row = await tx.maybeRow<KeptRow>(
    `select ${keptColumns} from incident.attachment a where a.id = $1 and a.state = 'kept'`,
    [attachmentId],
  );
  if (row === undefined) throw new Absent('attachment');
  return row;
}

export function keptAs({
  kind,
  mediaType,
  scan,
  copy,
  hiddenAt,
}: Omit<Kept, 'isHidden'> & Pick<KeptRow, 'hiddenAt'>): Kept {
  return { kind, mediaType, scan, copy, isHidden: hiddenAt !== null };
}

/** Its row goes now, with this transaction; its bytes by a job, for a disk knows no transactions. */
export async function giveUp(tx: Tx, { attachmentId, incidentId }: AttachmentRow): Promise<void> {
  await tx.execute('delete from incident.attachment where id = $1', [attachmentId]);
  await tx.enqueue({ kind: 'remove-attachment-files', runAt: tx.now, data: { incidentId, attachmentId } });
}
