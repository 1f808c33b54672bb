import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type { searchIncidents as endpoint } from '../../../contract/incident.ts';
import { peopleNamed } from '../../organisation/index.ts';
import { pageOf, placeOf, type Tx, type Vault } from '../../platform/index.ts';
import { incidentRowView, type ListedIncident, rowColumns, rowNames } from '../incident-row.ts';
import { askedFor, nameWords } from '../rules/name-words.ts';
import { listsFor } from './incident-list.ts';
import { tokensFor } from './search-tokens.ts';

type Found = ListedIncident & { readonly byColleague: boolean };

/**
 * By name: of a colleague on it through the directory, of who did it through keyed fingerprints. incident.find_by_name looks on
 * the lists of this person only, and counts a name only for who sees that part of the dossier.
 */
export async function searchIncidents(
  { vault }: { readonly vault: Pick<Vault, 'blindIndex'> },
  tx: Tx,
  { scope, words, cursor, limit }: BodyOf<typeof endpoint>,
): Promise<AnswerOf<typeof endpoint>> {
  const lists = await listsFor(tx, scope);
  const starts = askedFor(words);
  if (starts.length === 0) return { incidents: [], next: null, isTooShort: true };
  const place = placeOf(cursor);
  const rows = await tx.rows<Found>(findQuery, [
    tokensFor(vault, tx, starts),
    await peopleNamed(tx, nameWords(words)),
    lists.of,
    lists.isLed,
    place?.at ?? null,
    place?.id ?? null,
    limit + 1,
  ]);
  const { page, next } = pageOf(rows, limit, ({ reportedAt: at, incidentId: id }) => ({ at, id }));
  // Who looked for somebody, never for whom: the words are kept nowhere.
  await tx.recordAudit({
    action: 'incidents-searched-by-name',
    objectKind: 'register',
    objectId: tx.employerId,
    detail: { scope, words: starts.length, found: page.length, isNextPage: place !== null },
  });
  return {
    incidents: page.map((row) => ({
      ...incidentRowView(row, tx.now),
      foundBy: row.byColleague ? 'colleague' : 'aggressor',
    })),
    next,
    isTooShort: false,
  };
}

/** Exported for the test that reads its plan, and for the bench. */
export const findQuery = `with page as materialized (
    select incident_id, by_colleague from incident.find_by_name($1, $2, $3, $4, $5, $6, $7))
  select ${rowColumns}, page.by_colleague as "byColleague"
  from page
  join incident.incident i on i.id = page.incident_id
  ${rowNames}
  order by i.reported_at desc, i.id desc`;
