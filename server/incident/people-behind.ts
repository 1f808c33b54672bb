import type { Tx } from '../platform/index.ts';

/** Who must hear what is meant for these subjects: the people themselves, who hold the role now, and who stand in. */
export async function peopleBehind(tx: Tx, subjectIds: readonly string[]): Promise<readonly string[]> {
  if (subjectIds.length === 0) return [];
  const { people } = await tx.row<{ people: string[] }>('select incident.people_behind($1::uuid[], $2) as people', [
    subjectIds,
    tx.now,
  ]);
  return people;
}
