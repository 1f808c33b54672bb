import type { Tx } from '../../platform/index.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the values of a register can be told to be: the teams and buildings of now. */
export function listTeamNames(tx: Tx): Promise<Named[]> {
  return tx.rows('select id, name from organisation.team where employer_id = $1 order by name, id', [tx.employerId]);
}

export function listLocationNames(tx: Tx): Promise<Named[]> {
  return tx.rows(
    `select id, name from organisation.location
     where employer_id = $1 and (ended_at is null or ended_at > $2) order by name, id`,
    [tx.employerId, tx.now],
  );
}
