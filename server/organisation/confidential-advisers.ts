import type { AnswerOf } from '../../contract/endpoint.ts';
import type { listConfidentialAdvisers } from '../../contract/organisation.ts';
import type { Tx } from '../platform/index.ts';
import { findPeople, holdersOf } from './people.ts';
import { reachableColleagues } from './who-to-call.ts';

/**
 * Who listens when a colleague did it, whoever is at work now first. Only those who hold the role themselves: somebody tells
 * this to a person they were told they can trust, not to whoever happens to stand in.
 */
export async function readConfidentialAdvisers(tx: Tx): Promise<AnswerOf<typeof listConfidentialAdvisers>> {
  const ids = (await holdersOf(tx, 'confidential_adviser', tx.now)).map(({ id }) => id);
  const [people, colleagues] = await Promise.all([findPeople(tx, ids), reachableColleagues(tx, ids, tx.now)]);
  const advisers = ids.flatMap((id) => {
    const colleague = colleagues.get(id);
    return colleague ? [{ ...colleague, email: people.get(id)?.email ?? null }] : [];
  });
  return {
    advisers: advisers.toSorted(
      (one, other) => Number(other.reachability.isReachable) - Number(one.reachability.isReachable),
    ),
  };
}
