import type { Series, SeriesEvent, SeriesWay } from '../../../contract/incident.ts';
import type { Tx } from '../../platform/index.ts';
import type { Named } from '../person-ref.ts';

/** Under which name the words of an event are sealed. Never rename. */
export const sealedAsEvent = (eventId: string) => `series:${eventId}`;

export interface EventRow extends Named {
  readonly eventId: string;
  readonly way: SeriesWay;
  readonly occurredAt: Date;
  readonly precision: SeriesEvent['occurredPrecision'];
  readonly addedAt: Date;
  readonly writerRole: SeriesEvent['writerRole'];
  readonly sealedText: Buffer;
  /** Of what was forwarded: when it came in, and what became of the mail. */
  readonly cameInAt: Date | null;
  readonly numbersLeftOut: boolean | null;
  readonly original: 'kept' | 'no_room' | null;
}

interface Wanted {
  readonly incidentId: string;
  readonly way?: SeriesWay | undefined;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly most: number;
}

/** What a writer is on the dossier `i`: colleagues stay without a name on paper. */
const roleOn = (person: string) => `case when ${person} = i.reporter_id then 'reporter'
  when exists (select from incident.involved v where v.incident_id = i.id and v.person_id = ${person} and v.role = 'victim')
  then 'victim' else 'follow_up' end`;

/** The newest first, those after a place in the list. */
export async function eventRows(tx: Tx, { incidentId, way, after, most }: Wanted): Promise<EventRow[]> {
  return tx.rows<EventRow>(
    `select e.id as "eventId", e.way, e.occurred_at as "occurredAt", e.occurred_precision as precision,
       e.added_at as "addedAt", e.sealed_text as "sealedText", ${roleOn('e.person_id')} as "writerRole",
       p.id, p.given_name as "givenName", p.family_name as "familyName",
       m.came_in_at as "cameInAt", m.numbers_left_out > 0 as "numbersLeftOut", m.original
     from incident.series_event e
     join incident.incident i on i.id = e.incident_id
     join organisation.person p on p.id = e.person_id
     left join incident.series_mail m on m.id = e.mail_id
     where e.incident_id = $1 and e.taken_back_at is null and ($2::text is null or e.way = $2)
       and ($3::timestamptz is null or (e.occurred_at, e.id) < ($3, $4::uuid))
     order by e.occurred_at desc, e.id desc limit $5`,
    [incidentId, way ?? null, after?.at ?? null, after?.id ?? null, most],
  );
}

interface Whole {
  readonly counts: Series['counts'];
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** How many there are of each way, and from when until when. */
export async function wholeSeries(tx: Tx, incidentId: string): Promise<Whole> {
  const rows = await tx.rows<{ way: SeriesWay; count: number; firstAt: Date; lastAt: Date }>(
    `select way, count(*)::integer as count, min(occurred_at) as "firstAt", max(occurred_at) as "lastAt"
     from incident.series_event where incident_id = $1 and taken_back_at is null
     group by way order by count(*) desc, way`,
    [incidentId],
  );
  const moments = rows.flatMap(({ firstAt, lastAt }) => [firstAt.getTime(), lastAt.getTime()]);
  return {
    counts: rows.map(({ way, count }) => ({ way, count })),
    firstAt: moments.length === 0 ? null : new Date(Math.min(...moments)),
    lastAt: moments.length === 0 ? null : new Date(Math.max(...moments)),
  };
}

export interface ReportRow {
  readonly number: string;
  readonly kind: Series['report']['kind'];
  readonly severity: Series['report']['severity'];
  readonly occurredAt: Date;
  readonly reportedAt: Date;
  readonly placeKind: Series['report']['placeKind'];
  readonly placeName: string | null;
}

export async function reportRow(tx: Tx, incidentId: string): Promise<ReportRow> {
  return tx.row<ReportRow>(
    `select i.number, i.kind, i.severity, i.occurred_at as "occurredAt", i.reported_at as "reportedAt",
       i.place_kind as "placeKind", nullif(concat_ws(', ', l.name, r.name), '') as "placeName"
     from incident.incident i
     left join organisation.location l on l.id = i.location_id
     left join organisation.room r on r.id = i.room_id
     where i.id = $1`,
    [incidentId],
  );
}

export interface StoryRow extends Named {
  readonly writerRole: SeriesEvent['writerRole'];
  readonly sealedStory: Buffer;
}

/** What was told at the report, as far as this reader may read it. */
export async function storyRows(tx: Tx, incidentId: string): Promise<StoryRow[]> {
  return tx.rows<StoryRow>(
    `select p.id, p.given_name as "givenName", p.family_name as "familyName", a.sealed_story as "sealedStory",
       ${roleOn('a.person_id')} as "writerRole"
     from incident.account a
     join incident.incident i on i.id = a.incident_id
     join organisation.person p on p.id = a.person_id
     where a.incident_id = $1 and a.sealed_story is not null
     order by a.given_at, a.id`,
    [incidentId],
  );
}
