import * as contract from '../../../contract/incident.ts';
import { type Route, route } from '../../platform/index.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';
import { cancelAttachment } from './cancel-attachment.ts';
import { completeAttachment } from './complete-attachment.ts';
import { hideAttachment } from './hide-attachment.ts';
import { listAttachments } from './list-attachments.ts';
import { attachmentStatement, exportAttachment, thumbnailOf, viewAttachment } from './look-at-attachment.ts';
import { receivePiece } from './receive-piece.ts';
import { startAttachment } from './start-attachment.ts';

export function attachmentRoutes(needs: AttachmentNeeds): Route[] {
  return [...adding(needs), ...looking(needs)];
}

function adding(needs: AttachmentNeeds): Route[] {
  return [
    route(contract.startAttachment, ({ tx, params, body }) => startAttachment(needs, tx, { ...params, ...body })),
    route(contract.sendAttachmentPiece, ({ tx, params, bytes }) => receivePiece(needs, tx, { ...params, bytes })),
    route(contract.completeAttachment, ({ tx, params }) => completeAttachment(needs, tx, params.attachmentId)),
    route(contract.cancelAttachment, ({ tx, params }) => cancelAttachment(tx, params.attachmentId)),
    route(contract.hideAttachment, async ({ tx, params, body }) =>
      rejectFlaws(await hideAttachment(needs, tx, { ...params, ...body })),
    ),
  ];
}

function looking(needs: AttachmentNeeds): Route[] {
  return [
    route(contract.listAttachments, ({ tx, params, query }) => listAttachments(needs, tx, { ...params, ...query })),
    route(contract.viewAttachment, ({ tx, params }) => viewAttachment(needs, tx, params.attachmentId)),
    route(contract.attachmentThumbnail, ({ tx, params }) => thumbnailOf(needs, tx, params.attachmentId)),
    route(contract.exportAttachment, ({ tx, params }) => exportAttachment(needs, tx, params.attachmentId)),
    route(contract.attachmentStatement, ({ tx, params }) => attachmentStatement(needs, tx, params.attachmentId)),
  ];
}
