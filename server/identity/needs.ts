import type { Notify, Tx, Vault } from '../platform/index.ts';

/** What this module needs from the others; `app.ts` fills it in. */
export interface IdentityNeeds {
  readonly vault: Vault;
  readonly notify: Notify;
  /** Gives a new organisation what it begins with: the norm matrix, the playbooks. */
  readonly furnish: (tx: Tx) => Promise<void>;
}
