import type { Notify, Vault } from '../platform/index.ts';

/** What the follow-up asks of the house; `app.ts` fills it in. */
export interface FollowUpNeeds {
  readonly vault: Vault;
  readonly notify: Notify;
  /** Whether text messages go out here. Absent: they do not. */
  readonly sendsTexts?: boolean;
}
