import { Forbidden, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { mayEver } from '../incident-access.ts';
import { getIncidentHead } from '../incident-head.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { sealedAsHiddenReason } from './attachment-files.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';
import { getKept } from './attachment-row.ts';

export type HideRefusal = 'attachment-hidden' | 'incident-corrected';

/** Nothing that was added is ever taken away. Who leads the follow-up can take it out of sight, and says why. */
export async function hideAttachment(
  { vault }: Pick<AttachmentNeeds, 'vault'>,
  tx: Tx,
  { attachmentId, reason }: { readonly attachmentId: string; readonly reason: string },
): Promise<{ attachmentId: string; state: 'hidden' } | Flawed | Refused<HideRefusal>> {
  const { incidentId, hiddenAt } = await getKept(tx, attachmentId);
  const incident = await getIncidentHead(tx, incidentId);
  if (!mayEver('hide_attachment', incident.bits)) throw new Forbidden('hide_attachment');
  const flaws = citizenServiceNumbersIn({ reason });
  if (flaws.length > 0) return { flaws };
  if (incident.state === 'corrected') return refuse('incident-corrected');
  if (hiddenAt !== null) return refuse('attachment-hidden');

  const sealed = (await vault.openDossier(tx, incidentId)).seal(sealedAsHiddenReason(attachmentId), reason);
  await tx.execute(
    'update incident.attachment set hidden_at = $2, hidden_by = $3, sealed_hidden_reason = $4 where id = $1',
    [attachmentId, tx.now, tx.personId, sealed],
  );
  await recordStep(tx, incidentId, { kind: 'attachment_hidden', actorId: tx.personId, forReporter: false });
  await tx.recordEvent({ name: 'attachment-hidden', incidentId, data: { attachmentId } });
  await tx.recordAudit({ action: 'attachment-hidden', objectKind: 'attachment', objectId: attachmentId, incidentId });
  await publishIncident(tx, incidentId);
  return { attachmentId, state: 'hidden' };
}
