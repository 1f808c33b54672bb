import { Temporal } from 'temporal-polyfill';
import type { AnswerOf, QueryOf } from '../../contract/endpoint.ts';
import type { listIncidents as endpoint } from '../../contract/incident.ts';
import { subjectOfEmployerRole } from '../organisation/index.ts';
import { Forbidden, type Tx } from '../platform/index.ts';
import { incidentRowView, type ListedIncident, rowColumns, rowNames } from './incident-row.ts';
import { facetCodes } from './list-facets.ts';
import { type PagePlace, pageOf, placeOf } from './page-cursor.ts';

export type IncidentQuery = QueryOf<typeof endpoint>;

/**
 * The incidents that my roles lead, or all of the organisation for the coordinator; newest first, paged by key. It walks
 * incident.listed, which has an index for every combination of filters; the policies of the incidents stay the safety net.
 */
export async function listIncidents(tx: Tx, query: IncidentQuery): Promise<AnswerOf<typeof endpoint>> {
  const rows = await tx.rows<ListedIncident>(...listQuery(await listsFor(tx, query.scope), query));
  const { page, next } = pageOf(rows, query.limit, ({ reportedAt: at, incidentId: id }) => ({ at, id }));
  return { incidents: page.map((row) => incidentRowView(row, tx.now)), next };
}

export interface Lists {
  /** The subjects whose lists are read: null for everything that I am. */
  readonly of: string | null;
  readonly isLed: boolean;
}

async function listsFor(tx: Tx, scope: IncidentQuery['scope']): Promise<Lists> {
  if (scope === 'team') return { of: null, isLed: true };
  const coordinators = subjectOfEmployerRole(tx.employerId, 'coordinator');
  const { isOne } = await tx.row<{ isOne: boolean }>('select $1 = any (platform.grantees()) as "isOne"', [
    coordinators,
  ]);
  if (!isOne) throw new Forbidden('Only the coordinator has the list of the organisation');
  return { of: coordinators, isLed: false };
}

/** The statement, built from fixed pieces; every value is a parameter. Exported for the test that reads its plan. */
export function listQuery(lists: Lists, query: IncidentQuery): [sql: string, values: unknown[]] {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const conditions = ['h.list_id = list.id', `h.is_led = ${lists.isLed}`];
  const facets = facetCodes(query);
  if (facets !== null) conditions.push('h.facets = facet.code');
  if (query.teamId !== undefined) conditions.push(`h.team_id = ${value(query.teamId)}`);
  if (query.locationId !== undefined) conditions.push(`h.location_id = ${value(query.locationId)}`);
  if (query.number !== undefined) conditions.push(`h.incident_id = ${numbered(value(query.number.trim()))}`);
  if (query.from !== undefined) conditions.push(`h.reported_at >= ${value(startOf(query.from))}`);
  if (query.until !== undefined) conditions.push(`h.reported_at < ${value(startOf(query.until, 1))}`);
  const place = placeOf(query.cursor);
  if (place !== null) conditions.push(after(place, value));
  const most = value(query.limit + 1);
  const sql = `with page as materialized (
      select h.incident_id, h.reported_at
      from ${lists.of === null ? 'unnest(platform.grantees())' : `(values (${value(lists.of)}::uuid))`} as list (id)
      ${facets === null ? '' : `cross join unnest(${value(facets)}::smallint[]) as facet (code)`}
      cross join lateral (
        select h.incident_id, h.reported_at from incident.listed h
        where ${conditions.join(' and ')}
        order by h.reported_at desc, h.incident_id desc limit ${most}) h
      group by h.incident_id, h.reported_at
      order by h.reported_at desc, h.incident_id desc limit ${most})
    select ${rowColumns}
    from page
    join incident.incident i on i.id = page.incident_id
    ${rowNames}
    order by i.reported_at desc, i.id desc`;
  return [sql, values];
}

function numbered(number: string): string {
  return `(select n.id from incident.incident n where n.employer_id = (select platform.employer()) and n.number = ${number})`;
}

function after({ at, id }: PagePlace, value: (given: unknown) => string): string {
  return `(h.reported_at, h.incident_id) < (${value(at)}::timestamptz, ${value(id)}::uuid)`;
}

/** Midnight on the Dutch clock. */
function startOf(day: string, daysLater = 0): Date {
  const midnight = Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime('Europe/Amsterdam');
  return new Date(midnight.epochMilliseconds);
}
