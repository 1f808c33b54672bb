import type { BlobStore } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import type { AttachmentSettings } from './attachment-settings.ts';

/** What attachments ask of the house, beside what all follow-up asks. */
export interface AttachmentNeeds extends FollowUpNeeds, AttachmentSettings {
  readonly blobs: BlobStore;
}
