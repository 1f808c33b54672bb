import type { EventHandler, JobRegistry, OutsideHandler, Subscriptions, Tx } from '../../platform/index.ts';
import { tellWhoHasIt } from '../reporting/when-story-is-asked.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';
import { prepareAttachment, prepareAttachmentJob } from './prepare-attachment.ts';

const removeFilesJob = 'remove-attachment-files';

/** What happens with files without anybody asking. */
export function attachmentsByThemselves(
  registry: JobRegistry,
  subscriptions: Subscriptions,
  needs: AttachmentNeeds,
): void {
  subscriptions.on('attachment-added', 'tell-who-has-it', async (tx, event) => {
    if (event.data['isFirst'] === true) await tellWhoHasIt(tx, event, 'addendum-added', needs);
  });
  subscriptions.on('incident-corrected', 'destroy-attachments', whenIncidentCorrected());
  // The scanner may be away for a day: then it is asked again.
  registry.handleOutside(prepareAttachmentJob, prepareAttachment(needs), { persistent: true });
  registry.handleOutside(removeFilesJob, removeFiles(needs), { persistent: true });
}

/** Their key went with the dossier, so nobody can read them any more; now the files themselves go. */
function whenIncidentCorrected(): EventHandler {
  return async (tx, { incidentId }) => {
    if (incidentId === null) return;
    await tx.execute('delete from incident.attachment where incident_id = $1', [incidentId]);
    await tx.enqueue({ kind: removeFilesJob, runAt: tx.now, data: { incidentId } });
  };
}

function removeFiles({ blobs }: Pick<AttachmentNeeds, 'blobs'>): OutsideHandler {
  return async ({ employerId, data }) => {
    const words = [employerId, data['incidentId'], data['attachmentId']].filter((word) => word !== undefined);
    await blobs.remove(words.join('/'));
  };
}

/** Long enough for a phone that was off for a night; what is left then is half a file that nobody goes on with. */
const HALF_A_FILE_MS = 2 * 24 * 60 * 60_000;

/** The work of the hourly job `tidy-half-attachments`: files that stopped halfway and that nobody goes on with. */
export async function tidyHalfAttachments(tx: Tx): Promise<void> {
  const half = await tx.rows<{ attachmentId: string; incidentId: string }>(
    `delete from incident.attachment where state = 'arriving' and started_at < $1
     returning id as "attachmentId", incident_id as "incidentId"`,
    [new Date(tx.now.getTime() - HALF_A_FILE_MS)],
  );
  for (const { incidentId, attachmentId } of half) await removeLater(tx, incidentId, attachmentId);
}

const DOSSIERS_AT_ONCE = 500;

/**
 * The work of the daily job `tidy-stray-files`: bytes whose row is gone, as when a piece came in while its file was given up.
 * A row is there before the first byte of its file, so bytes without a row are of nobody.
 */
export async function tidyStrayFiles({ blobs }: Pick<AttachmentNeeds, 'blobs'>, tx: Tx): Promise<void> {
  const incidentIds = await blobs.list(tx.employerId);
  for (let at = 0; at < incidentIds.length; at += DOSSIERS_AT_ONCE) {
    const some = incidentIds.slice(at, at + DOSSIERS_AT_ONCE);
    const found = await Promise.all(
      some.map(async (incidentId) => ({ incidentId, on: await blobs.list(`${tx.employerId}/${incidentId}`) })),
    );
    const rows = await tx.rows<{ id: string }>('select id from incident.attachment where incident_id = any($1)', [
      some,
    ]);
    const known = new Set(rows.map(({ id }) => id));
    for (const { incidentId, on } of found) {
      for (const stray of on.filter((id) => !known.has(id))) await removeLater(tx, incidentId, stray);
    }
  }
}

async function removeLater(tx: Tx, incidentId: string, attachmentId: string): Promise<void> {
  const data = { incidentId, attachmentId };
  await tx.enqueue({ kind: removeFilesJob, runAt: tx.now, key: `remove:${attachmentId}`, data });
}
