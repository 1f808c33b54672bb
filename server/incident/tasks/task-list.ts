import type { AnswerOf, QueryOf } from '../../../contract/endpoint.ts';
import type { listTasks as endpoint } from '../../../contract/incident.ts';
import type { IncidentKind, PlaceKind, Severity } from '../../../contract/incident-words.ts';
import { type PagePlace, pageOf, placeOf, type Tx } from '../../platform/index.ts';
import type { TaskPart } from '../dossier/dossier-document.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { partBits } from '../incident-access.ts';
import { endOfLocalDay } from '../rules/deadlines.ts';
import { taskView } from './task-view.ts';

export type TaskQuery = QueryOf<typeof endpoint>;

/** My work: the tasks of everything that I am, the most urgent first; or what I finished, the newest first. */
export async function listTasks(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  query: TaskQuery,
): Promise<AnswerOf<typeof endpoint>> {
  const rows = await tx.rows<ListedTask>(...taskQuery(query, tx.now));
  const { page, next } = pageOf(rows, query.limit, (task) => ({
    at: new Date(query.show === 'finished' ? (task.finishedAt ?? task.dueAt) : task.dueAt),
    id: task.taskId,
  }));
  const sealed = page.filter(({ sealedTitle, sealedRecord }) => sealedTitle !== null || sealedRecord !== null);
  const dossiers = await vault.openDossiers(tx, [...new Set(sealed.map(({ incidentId }) => incidentId))]);
  return {
    tasks: page.map((task) => taskView(task, dossiers.get(task.incidentId) ?? null, tx.now, { about: aboutOf(task) })),
    next,
  };
}

interface ListedTask extends TaskPart {
  /** Null where the look on the dossier has ended. */
  readonly kind: IncidentKind | null;
  readonly severity: Severity;
  readonly placeName: string | null;
  readonly placeKind: PlaceKind | null;
}

function aboutOf({ kind, severity, placeName, placeKind }: ListedTask) {
  return kind && { kind, severity, placeName, placeKind };
}

const columns = `t.id as "taskId", t.incident_id as "incidentId", t.incident_number as "incidentNumber", t.code, t.title,
  t.explanation, encode(t.sealed_title, 'base64') as "sealedTitle", t.owner_role as "ownerRole",
  incident.person_as_json(o.id, o.given_name, o.family_name) as owner,
  t.owner_subject_id = any (platform.grantees()) as "isMine", t.state, t.due_at as "dueAt", t.finished_at as "finishedAt",
  incident.person_as_json(f.id, f.given_name, f.family_name) as "finishedBy", t.records,
  encode(t.sealed_record, 'base64') as "sealedRecord", i.kind, i.severity,
  case when incident.may(i.id, ${partBits.place}) then i.place_kind end as "placeKind",
  case when incident.may(i.id, ${partBits.place}) then l.name end as "placeName"`;

/** Each looked up by its key, as in the list of incidents. */
const names = `
  left join lateral (select id, given_name, family_name from organisation.person where id = t.owner_subject_id limit 1) o on true
  left join lateral (select id, given_name, family_name from organisation.person where id = t.finished_by limit 1) f on true
  left join lateral (select * from incident.incident where id = t.incident_id limit 1) i on true
  left join lateral (select name from organisation.location where id = i.location_id limit 1) l on true`;

function taskQuery(query: TaskQuery, now: Date): [sql: string, values: unknown[]] {
  const place = placeOf(query.cursor);
  return query.show === 'finished' ? finishedQuery(query, place) : openQuery(query, place, now);
}

/** Of each of the things I am its first page, straight from the index of its open tasks. */
function openQuery(query: TaskQuery, place: PagePlace | null, now: Date): [sql: string, values: unknown[]] {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const conditions = ['t.owner_subject_id = mine.id', `t.state = 'open'`];
  if (query.show === 'overdue') conditions.push(`t.due_at < ${value(now)}`);
  if (query.show === 'today') {
    conditions.push(`t.due_at > ${value(endOfLocalDay(now, -1))} and t.due_at <= ${value(endOfLocalDay(now))}`);
  }
  if (place) conditions.push(`(t.due_at, t.id) > (${value(place.at)}::timestamptz, ${value(place.id)}::uuid)`);
  const most = value(query.limit + 1);
  return [
    `select ${columns}
     from unnest(platform.grantees()) as mine (id)
     cross join lateral (
       select t.* from incident.task t where ${conditions.join(' and ')} order by t.due_at, t.id limit ${most}) t
     ${names}
     order by t.due_at, t.id limit ${most}`,
    values,
  ];
}

function finishedQuery(query: TaskQuery, place: PagePlace | null): [sql: string, values: unknown[]] {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const conditions = [`t.finished_by = (select platform.person())`, `t.state <> 'open'`];
  if (place) conditions.push(`(t.finished_at, t.id) < (${value(place.at)}::timestamptz, ${value(place.id)}::uuid)`);
  return [
    `select ${columns} from incident.task t ${names}
     where ${conditions.join(' and ')}
     order by t.finished_at desc, t.id desc limit ${value(query.limit + 1)}`,
    values,
  ];
}
