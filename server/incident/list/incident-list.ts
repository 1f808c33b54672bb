import { Temporal } from 'temporal-polyfill';
import type { AnswerOf, QueryOf } from '../../../contract/endpoint.ts';
import type { listIncidents as endpoint } from '../../../contract/incident.ts';
import { ownWordsIn } from '../../../contract/own-word-filters.ts';
import { subjectOfEmployerRole } from '../../organisation/index.ts';
import { type PagePlace, pageOf, placeOf, type Tx } from '../../platform/index.ts';
import { incidentRowView, type ListedIncident, rowColumns, rowNames } from '../incident-row.ts';
import { requireCoordinator } from '../require-coordinator.ts';
import { allFacetCodes, facetCodes } from './list-facets.ts';
import { type NumberAsked, numberAsked } from './list-numbers.ts';

export type IncidentQuery = QueryOf<typeof endpoint>;
/** The filters alone, as they also count, and narrow an export. */
export type ListFilters = Omit<IncidentQuery, 'cursor' | 'limit'>;

/**
 * The incidents that my roles lead, or all of the organisation for the coordinator; newest first, paged by key. It walks
 * incident.listed, which has an index for every combination of filters, or incident.listed_word for what was told in a word of the
 * organisation's own; the policies of the incidents stay the safety net.
 */
export async function listIncidents(tx: Tx, query: IncidentQuery): Promise<AnswerOf<typeof endpoint>> {
  const lists = await listsFor(tx, query.scope);
  const rows = await tx.rows<ListedIncident>(...listQuery(lists, query, await numberAsked(tx, query.number)));
  const { page, next } = pageOf(rows, query.limit, ({ reportedAt: at, incidentId: id }) => ({ at, id }));
  return { incidents: page.map((row) => incidentRowView(row, tx.now)), next };
}

export interface Lists {
  /** The subjects whose lists are read: null for everything that I am. */
  readonly of: string | null;
  readonly isLed: boolean;
}

export async function listsFor(tx: Tx, scope: IncidentQuery['scope']): Promise<Lists> {
  if (scope === 'team') return { of: null, isLed: true };
  await requireCoordinator(tx, 'the list of the organisation');
  return { of: subjectOfEmployerRole(tx.employerId, 'coordinator'), isLed: false };
}

/** The subjects whose lists hold anything for this reader, at this moment. */
export async function listIdsFor(tx: Tx, scope: IncidentQuery['scope']): Promise<readonly string[]> {
  const { of, isLed } = await listsFor(tx, scope);
  if (of !== null) return [of];
  const rows = await tx.rows<{ id: string }>(
    `select list.id from unnest(platform.grantees()) as list (id)
     where exists (select from incident.listed h where h.list_id = list.id and h.is_led = $1)`,
    [isLed],
  );
  return rows.map(({ id }) => id);
}

/** The statement, built from fixed pieces; every value is a parameter. Exported for the test that reads its plan. */
export function listQuery(
  lists: Lists,
  query: IncidentQuery,
  number: NumberAsked | null = null,
): [sql: string, values: unknown[]] {
  const values: unknown[] = [];
  const page = pageQuery(lists, query, { number, place: placeOf(query.cursor), most: query.limit + 1 }, values);
  const sql = `with page as materialized (${page})
    select ${rowColumns}
    from page
    join incident.incident i on i.id = page.incident_id
    ${rowNames}
    order by i.reported_at desc, i.id desc`;
  return [sql, values];
}

export interface PageAsked {
  readonly number: NumberAsked | null;
  readonly place: PagePlace | null;
  readonly most: number;
}

/** Which incidents a page has: their ids and moments, from indexes alone. Adds its values to those there are. */
export function pageQuery(lists: Lists, filters: ListFilters, asked: PageAsked, values: unknown[]): string {
  const value = (given: unknown) => `$${values.push(given)}`;
  const from = lists.of === null ? 'unnest(platform.grantees())' : `(values (${value(lists.of)}::uuid))`;
  // Whoever has it has few of all: from new to old, whatever else is asked. Otherwise a page of each code that fits.
  const isHeld = filters.holderId !== undefined;
  const words = ownWordsIn(filters);
  const byWord = words.length > 0 && !isHeld;
  const facets = facetCodes(filters) ?? (byWord && isOfOnePlace(filters) ? allFacetCodes : null);
  const most = value(asked.most);
  const conditions = ['h.list_id = list.id', `h.is_led = ${lists.isLed}`, ...narrowing(filters, asked, value)];
  if (byWord) conditions.push(`h.word = ${value(words[0])}`);
  conditions.push(...words.slice(byWord ? 1 : 0).map((word) => said(value(word))));
  if (facets !== null)
    conditions.push(isHeld ? `h.facets = any (${value(facets)}::smallint[])` : 'h.facets = facet.code');
  return `select h.incident_id, h.reported_at
    from ${from} as list (id)
    ${facets === null || isHeld ? '' : `cross join unnest(${value(facets)}::smallint[]) as facet (code)`}
    cross join lateral (
      select h.incident_id, h.reported_at from ${byWord ? 'incident.listed_word' : 'incident.listed'} h
      where ${conditions.join(' and ')}
      order by h.reported_at desc, h.incident_id desc limit ${most}) h
    group by h.incident_id, h.reported_at
    order by h.reported_at desc, h.incident_id desc limit ${most}`;
}

function isOfOnePlace({ teamId, locationId }: ListFilters): boolean {
  return teamId !== undefined || locationId !== undefined;
}

/** As a value and not as `exists`: looked up by key for each that is walked. */
const said = (word: string) => `(select true from incident.listed_word w where w.incident_id = h.incident_id
  and w.list_id = h.list_id and w.is_led = h.is_led and w.word = ${word} limit 1)`;

type AddValue = (given: unknown) => string;

function narrowing(filters: ListFilters, { number, place }: PageAsked, value: AddValue): string[] {
  const conditions: string[] = number === null ? [] : ofNumber(number, value);
  if (filters.holderId !== undefined) conditions.push(`h.holder_id = ${value(filters.holderId)}`);
  if (filters.teamId !== undefined) conditions.push(`h.team_id = ${value(filters.teamId)}`);
  if (filters.locationId !== undefined) conditions.push(`h.location_id = ${value(filters.locationId)}`);
  if (filters.from !== undefined) conditions.push(`h.reported_at >= ${value(startOf(filters.from))}`);
  if (filters.until !== undefined) conditions.push(`h.reported_at < ${value(startOf(filters.until, 1))}`);
  if (place !== null) {
    conditions.push(`(h.reported_at, h.incident_id) < (${value(place.at)}::timestamptz, ${value(place.id)}::uuid)`);
  }
  return conditions;
}

/** Few have this number: those. Many: they lie close together, in the year that the number begins with. */
function ofNumber(number: NumberAsked, value: AddValue): string[] {
  if ('ids' in number) return [`h.incident_id = any (${value(number.ids)}::uuid[])`];
  const begins = value(number.begins);
  return [
    `h.reported_at >= ${value(startOf(`${number.year}-01-01`))}`,
    `h.reported_at < ${value(startOf(`${number.year}-12-31`, 1))}`,
    // As a value and not as `exists`, which the planner may answer by going through the whole register.
    `(select n.number ~>=~ ${begins} and n.number ~<~ (${begins} || chr(1114111))
      from incident.incident n where n.id = h.incident_id)`,
  ];
}

/** Midnight on the Dutch clock. */
function startOf(day: string, daysLater = 0): Date {
  const midnight = Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime('Europe/Amsterdam');
  return new Date(midnight.epochMilliseconds);
}
