import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { countIncidents as endpoint } from '../../../contract/incident.ts';
import type { Tx } from '../../platform/index.ts';
import { type ListFilters, listsFor, pageQuery } from './incident-list.ts';
import { numberAsked } from './list-numbers.ts';

/** Beyond this nobody counts along, and counting on would cost more with every incident. */
const COUNTED = 200;

export async function countIncidents(tx: Tx, filters: ListFilters): Promise<AnswerOf<typeof endpoint>> {
  const values: unknown[] = [];
  const asked = { number: await numberAsked(tx, filters.number), place: null, most: COUNTED + 1 };
  const page = pageQuery(await listsFor(tx, filters.scope), filters, asked, values);
  const { count } = await tx.row<{ count: number }>(`select count(*) as count from (${page}) page`, values);
  return { count: Math.min(count, COUNTED), isMore: count > COUNTED };
}
