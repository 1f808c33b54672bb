import type { Vocabulary } from '../../../contract/vocabulary-words.ts';
import type { Tx } from '../../platform/index.ts';
import { wordsInForce } from '../../protocol/index.ts';
import type { OwnNames } from './rules/guess-mapping.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** By which the values of a register are recognised. */
export async function ownNames(tx: Tx): Promise<OwnNames> {
  const lists = await wordsInForce(tx);
  const wordsOf = (asked: Vocabulary) => lists.find(({ list }) => list === asked)?.words ?? [];
  return {
    teams: await listTeamNames(tx),
    locations: await listLocationNames(tx),
    // Retired ones too: an older register has them.
    kind: wordsOf('kind'),
    place: wordsOf('place'),
  };
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
