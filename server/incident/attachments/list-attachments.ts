import type { Attachment, AttachmentList } from '../../../contract/incident.ts';
import { colleagueRef } from '../../organisation/index.ts';
import { PIECE_BYTES, pageOf, placeOf, type Texts, type Tx } from '../../platform/index.ts';
import { mayDo, mayEver } from '../incident-access.ts';
import { getIncidentHead } from '../incident-head.ts';
import { fileOf, resumeKeyOf, sealedAsHiddenReason, sealedAsName } from './attachment-files.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';
import { type AttachmentRow, type KeptRow, keptAs, keptColumns } from './attachment-row.ts';
import { lookRefusal, shownAs } from './attachment-rules.ts';
import { isMislabelled } from './what-it-is.ts';

interface Asked {
  readonly incidentId: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Newest first: what this reader may see, and what of their own is on its way. The look is on the record. */
export async function listAttachments(
  needs: AttachmentNeeds,
  tx: Tx,
  { incidentId, cursor, limit }: Asked,
): Promise<AttachmentList> {
  const { bits, state } = await getIncidentHead(tx, incidentId);
  const shared = {
    limits: needs.limits,
    mayAdd: mayDo('add_attachment', bits, state),
    mayHide: mayDo('hide_attachment', bits, state),
  };
  // Its key is gone: nothing of it can be shown any more.
  if (state === 'corrected') return { attachments: [], next: null, unfinished: [], ...shared };
  const texts = await needs.vault.openDossier(tx, incidentId);
  const leads = mayEver('hide_attachment', bits);
  const { page, next } = pageOf(await keptRows(tx, { incidentId, cursor, limit }), limit, (row) => ({
    at: row.startedAt,
    id: row.attachmentId,
  }));
  if (page.length > 0)
    await tx.recordAudit({ action: 'attachments-listed', objectKind: 'incident', objectId: incidentId, incidentId });
  return {
    attachments: page.map((row) => shown(row, texts, leads)),
    next,
    unfinished: cursor === undefined ? await unfinished(needs, tx, incidentId, texts) : [],
    ...shared,
  };
}

interface ListedRow extends KeptRow {
  readonly startedAt: Date;
  readonly givenName: string;
  readonly familyName: string;
  readonly hiderId: string | null;
  readonly hiderGivenName: string | null;
  readonly hiderFamilyName: string | null;
  readonly sealedHiddenReason: Buffer | null;
}

async function keptRows(tx: Tx, { incidentId, cursor, limit }: Asked): Promise<ListedRow[]> {
  const after = placeOf(cursor);
  return tx.rows<ListedRow>(
    `select ${keptColumns}, a.started_at as "startedAt", p.given_name as "givenName", p.family_name as "familyName",
       h.id as "hiderId", h.given_name as "hiderGivenName", h.family_name as "hiderFamilyName",
       a.sealed_hidden_reason as "sealedHiddenReason"
     from incident.attachment a
     join organisation.person p on p.id = a.person_id
     left join organisation.person h on h.id = a.hidden_by
     where a.incident_id = $1 and a.state = 'kept' and ${after ? '(a.started_at, a.id) < ($3, $4)' : 'true'}
     order by a.started_at desc, a.id desc limit $2`,
    [incidentId, limit + 1, ...(after ? [after.at, after.id] : [])],
  );
}

function shown(row: ListedRow, texts: Texts, leads: boolean): Attachment {
  const { attachmentId, kind, mediaType, size, scan, copy } = row;
  const name = texts.open(sealedAsName(attachmentId), row.sealedName);
  const isOpen = lookRefusal(keptAs(row), leads) === undefined;
  return {
    attachmentId,
    fileName: name,
    kind,
    mediaType,
    isMislabelled: isMislabelled(name, mediaType),
    size,
    sha256: row.sha256.toString('hex'),
    addedBy: colleagueRef({ id: row.personId, givenName: row.givenName, familyName: row.familyName }),
    addedAt: row.keptAt.toISOString(),
    scan,
    copy,
    canBeViewed: isOpen && shownAs(keptAs(row)) !== undefined,
    canBeExported: isOpen,
    hidden: hiddenBy(row, texts),
  };
}

function hiddenBy(row: ListedRow, texts: Texts): Attachment['hidden'] {
  const { attachmentId, hiddenAt, hiderId, hiderGivenName, hiderFamilyName, sealedHiddenReason } = row;
  if (hiddenAt === null || hiderId === null || sealedHiddenReason === null) return null;
  return {
    by: colleagueRef({ id: hiderId, givenName: hiderGivenName ?? '', familyName: hiderFamilyName ?? '' }),
    at: hiddenAt.toISOString(),
    reason: texts.open(sealedAsHiddenReason(attachmentId), sealedHiddenReason),
  };
}

/** With the key under which the browser kept the rest, so that a reload costs nothing. */
async function unfinished(
  { blobs }: AttachmentNeeds,
  tx: Tx,
  incidentId: string,
  texts: Texts,
): Promise<AttachmentList['unfinished']> {
  const rows = await tx.rows<Pick<AttachmentRow, 'attachmentId' | 'employerId' | 'incidentId' | 'size' | 'sealedName'>>(
    `select a.id as "attachmentId", a.employer_id as "employerId", a.incident_id as "incidentId", a.size::float8 as size,
       a.sealed_name as "sealedName"
     from incident.attachment a
     where a.incident_id = $1 and a.person_id = $2 and a.state = 'arriving' order by a.started_at, a.id`,
    [incidentId, tx.personId],
  );
  return Promise.all(
    rows.map(async (row) => ({
      attachmentId: row.attachmentId,
      fileName: texts.open(sealedAsName(row.attachmentId), row.sealedName),
      size: row.size,
      pieceBytes: PIECE_BYTES,
      received: [...(await fileOf(blobs, texts, row, { form: 'original', size: row.size }).present())],
      resumeKey: resumeKeyOf(texts, row.attachmentId),
    })),
  );
}
