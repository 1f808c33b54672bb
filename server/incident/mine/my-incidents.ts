import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { myIncidents as endpoint } from '../../../contract/incident.ts';
import { pageOf, placeOf, type Tx } from '../../platform/index.ts';
import { type Level, personalLevels } from '../incident-access.ts';
import { plainSteps, type StepRow, stepColumns, stepNames } from '../plain-steps.ts';

type MyIncidents = AnswerOf<typeof endpoint>;
type MyIncident = MyIncidents['incidents'][number];

interface Row extends Omit<MyIncident, 'myRoles' | 'lastStep' | 'occurredAt' | 'reportedAt'> {
  readonly occurredAt: Date;
  readonly reportedAt: Date;
  readonly reporterId: string;
  readonly levels: readonly (keyof typeof roleOfLevel)[];
}

const roleOfLevel = { reports: 'reporter', suffered: 'victim', witnessed: 'witness' } as const satisfies Partial<
  Record<Level, MyIncident['myRoles'][number]>
>;

export function rolesFrom(levels: readonly (keyof typeof roleOfLevel)[]): MyIncident['myRoles'] {
  return personalLevels.filter((level) => levels.includes(level)).map((level) => roleOfLevel[level]);
}

/** What I reported, suffered or saw. Walks my grants, newest first, so that it takes as long with a million incidents. */
export async function listMyIncidents(
  tx: Tx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<MyIncidents> {
  const after = placeOf(cursor);
  const rows = await tx.rows<Row>(
    `select i.id as "incidentId", i.number, i.kind, i.severity, i.state, i.occurred_at as "occurredAt",
       i.reported_at as "reportedAt", i.reporter_id as "reporterId", l.name as "placeName",
       i.place_kind as "placeKind", mine.levels,
       p.given_name || ' ' || p.family_name as "hasIt",
       exists (select from incident.account a
               where a.incident_id = i.id and a.person_id = $1 and a.state = 'asked') as "accountAsked"
     from (
       select g.incident_id, g.reported_at, array_agg(g.level::text) as levels
       from incident.access_grant g
       where g.grantee_id = $1 and g.level = any ($2) and ${after ? '(g.reported_at, g.incident_id) < ($4, $5)' : 'true'}
       group by g.reported_at, g.incident_id
       order by g.reported_at desc, g.incident_id desc limit $3
     ) mine
     join incident.incident i on i.id = mine.incident_id
     left join organisation.location l on l.id = i.location_id
     left join organisation.person p on p.id = i.taken_up_by
     order by mine.reported_at desc, mine.incident_id desc`,
    [tx.personId, personalLevels, limit + 1, ...(after ? [after.at, after.id] : [])],
  );
  const { page, next } = pageOf(rows, limit, ({ reportedAt, incidentId }) => ({ at: reportedAt, id: incidentId }));
  const lastSteps = await lastStepsOf(tx, page);
  return {
    incidents: page.map(({ levels, reporterId: _, ...row }) => ({
      ...row,
      occurredAt: row.occurredAt.toISOString(),
      reportedAt: row.reportedAt.toISOString(),
      myRoles: rolesFrom(levels),
      lastStep: lastSteps.get(row.incidentId) ?? null,
    })),
    next,
  };
}

/** The newest step of each that is told without the playbook at hand. */
async function lastStepsOf(tx: Tx, rows: readonly Row[]): Promise<Map<string, MyIncident['lastStep']>> {
  if (rows.length === 0) return new Map();
  const steps = await tx.rows<StepRow & { incidentId: string }>(
    `select of.id as "incidentId", ${stepColumns}
     from unnest($1::uuid[]) as of (id)
     cross join lateral (
       select * from incident.step s
       where s.incident_id = of.id and s.for_reporter and s.kind not like 'task%'
       order by s.at desc, s.id desc limit 1
     ) s ${stepNames}`,
    [rows.map(({ incidentId }) => incidentId)],
  );
  const reporterOf = new Map(rows.map(({ incidentId, reporterId }) => [incidentId, reporterId]));
  return new Map(
    steps.map(({ incidentId, ...step }) => {
      const reader = { readerId: tx.personId ?? '', reporterId: reporterOf.get(incidentId) ?? '' };
      return [incidentId, plainSteps([step], reader)[0] ?? null];
    }),
  );
}
