import type { AnswerOf } from '../../contract/endpoint.ts';
import type { helpNow as endpoint } from '../../contract/incident.ts';
import { whoToCall } from '../organisation/index.ts';
import type { Tx } from '../platform/index.ts';

/** Whoever can be reached now first, then the others in the order of the chain: somebody may still answer. */
export async function helpNow(tx: Tx, personId: string): Promise<AnswerOf<typeof endpoint>> {
  const people = await whoToCall(tx, personId, tx.now);
  return {
    people: people.map(({ id, name, initials, phone, capacity, reachability }) => ({
      person: { id, name, initials },
      role: capacity,
      phone,
      isReachable: reachability.isReachable,
      untilAt: reachability.untilAt,
    })),
  };
}
