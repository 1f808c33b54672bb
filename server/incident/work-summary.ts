import type { AnswerOf } from '../../contract/endpoint.ts';
import type { workSummary as endpoint } from '../../contract/incident.ts';
import type { Tx } from '../platform/index.ts';
import { incidentRowView, type ListedIncident, rowColumns, rowNames } from './incident-row.ts';

/** Counting stops here: whoever has a hundred tasks need not know whether there are more. The screen says "99+". */
const mostCounted = 100;
const mostWaiting = 20;

/** What waits for me, for the first screen and the marks in the navigation. */
export async function readWorkSummary(tx: Tx, personId: string): Promise<AnswerOf<typeof endpoint>> {
  const [counts, waiting] = await Promise.all([
    tx.row<Counts>(countQuery, [tx.now, personId, mostCounted]),
    tx.rows<ListedIncident>(
      `select ${rowColumns}
       from incident.chain c
       join incident.incident i on i.id = c.incident_id
       ${rowNames}
       where c.told_person_id = $1 and c.state = 'waiting'
       order by i.reported_at desc, i.id desc limit $2`,
      [personId, mostWaiting],
    ),
  ]);
  return { ...counts, waitingForMe: waiting.map((row) => incidentRowView(row, tx.now)) };
}

interface Counts {
  readonly openTasks: number;
  readonly overdueTasks: number;
  readonly accountsAsked: number;
  readonly drafts: number;
}

const myOpenTasks = (more: string) => `(select count(*) from (
    select from unnest(platform.grantees()) as mine (id)
    cross join lateral (
      select from incident.task t where t.owner_subject_id = mine.id and t.state = 'open' ${more} limit $3) t
    limit $3) counted)`;

const countQuery = `select ${myOpenTasks('')} as "openTasks", ${myOpenTasks('and t.due_at < $1')} as "overdueTasks",
  (select count(*) from (select from incident.account a where a.person_id = $2 and a.state = 'asked' limit $3) counted) as "accountsAsked",
  (select count(*) from (select from incident.draft d where d.person_id = $2 limit $3) counted) as drafts`;
