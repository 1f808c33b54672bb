import type { Tx } from '../../../platform/index.ts';
import type { ForwardingNeeds } from './forwarding-needs.ts';

/** An address that somebody made once. */
export interface Addressed {
  readonly addressId: string;
  readonly employerId: string;
  readonly personId: string;
  readonly incidentId: string;
}

/** In the name of whoever made the address: what they may no longer do, a mail to it cannot do either. */
export function asSender<T>(
  { database, now }: Pick<ForwardingNeeds, 'database' | 'now'>,
  { employerId, personId }: Addressed,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return database.transact({ role: 'app', employerId, personId, now: now() }, work);
}
