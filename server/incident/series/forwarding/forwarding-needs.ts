import type { Database, Now } from '../../../platform/index.ts';
import type { AttachmentNeeds } from '../../attachments/attachment-needs.ts';

/** What forwarding asks of the house, beside what attachments ask. */
export interface ForwardingNeeds extends AttachmentNeeds {
  readonly database: Database;
  readonly now: Now;
  /** Under which addresses are found again and mails told apart; it never comes into the database. */
  readonly mailKey: Uint8Array;
  /** What stands behind the @; undefined where no mail comes in. */
  readonly mailDomain: string | undefined;
}
