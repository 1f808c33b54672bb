import type { Upload } from '../../../contract/incident.ts';
import { PIECE_BYTES, type Refused, refuse, type Tx } from '../../platform/index.ts';
import { getIncidentHead, requirePart } from '../incident-head.ts';
import { fileOf, resumeKeyOf, sealedAsName } from './attachment-files.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';
import { cleanName, type LimitRefusal, limitRefusal } from './attachment-rules.ts';
import { withoutCitizenServiceNumbers } from './masked-name.ts';

export type StartRefusal = LimitRefusal | 'incident-corrected' | 'attachment-begun';

interface Announced {
  readonly incidentId: string;
  readonly attachmentId: string;
  readonly fileName: string;
  readonly size: number;
}

/** Asked again for a file that is on its way, it says which pieces are in: that is how a browser goes on after a cut line. */
export async function startAttachment(
  needs: AttachmentNeeds,
  tx: Tx,
  announced: Announced,
): Promise<Upload | Refused<StartRefusal>> {
  const { incidentId, attachmentId, size } = announced;
  const incident = await getIncidentHead(tx, incidentId);
  requirePart(incident, 'header');
  if (incident.state === 'corrected') return refuse('incident-corrected');
  const texts = await needs.vault.openDossier(tx, incidentId);
  const ref = { attachmentId, employerId: tx.employerId, incidentId };
  const begun = await tx.maybeRow<{ incidentId: string; size: number; state: string }>(
    `select incident_id as "incidentId", size::float8 as size, state from incident.attachment where id = $1 and person_id = $2`,
    [attachmentId, tx.personId],
  );
  if (begun === undefined) {
    const there = await tx.row<{ files: number; bytes: number }>(
      'select files::float8 as files, bytes::float8 as bytes from incident.attached($1)',
      [incidentId],
    );
    const refusal = limitRefusal(size, there, needs.limits);
    if (refusal) return refuse(refusal, { facts: { fileBytes: needs.limits.fileBytes } });
    if (!(await insert(tx, announced, texts.seal(sealedAsName(attachmentId), keptName(announced.fileName)))))
      return refuse('attachment-begun');
  } else if (begun.incidentId !== incidentId || begun.size !== size || begun.state !== 'arriving') {
    return refuse('attachment-begun');
  }
  const received = await fileOf(needs.blobs, texts, ref, { form: 'original', size }).present();
  return {
    attachmentId,
    pieceBytes: PIECE_BYTES,
    received: [...received],
    resumeKey: resumeKeyOf(texts, attachmentId),
  };
}

const keptName = (given: string) => withoutCitizenServiceNumbers(cleanName(given));

/** False when somebody else's file has this id. */
async function insert(tx: Tx, { incidentId, attachmentId, size }: Announced, sealedName: Uint8Array): Promise<boolean> {
  const added = await tx.execute(
    `insert into incident.attachment (id, employer_id, incident_id, person_id, state, size, started_at, sealed_name)
     values ($1, $2, $3, $4, 'arriving', $5, $6, $7) on conflict (id) do nothing`,
    [attachmentId, tx.employerId, incidentId, tx.personId, size, tx.now, sealedName],
  );
  return added === 1;
}
