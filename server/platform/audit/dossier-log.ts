import { type DossierLogEntry, listDossierLog } from '../../../contract/audit.ts';
import { Absent } from '../failures.ts';
import { type Route, route } from '../http/route.ts';
import { BEFORE_ALL, pageOf, placeOf } from '../keyset.ts';
import type { Tx } from '../tx.ts';

/** Names of colleagues, by id; known by whoever knows people. */
export type FindNames = (tx: Tx, personIds: readonly string[]) => Promise<ReadonlyMap<string, ColleagueName>>;

export interface ColleagueName {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly actor: DossierLogEntry['actor'];
  readonly personId: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly result: DossierLogEntry['result'];
}

export function dossierLogRoutes(findNames: FindNames): Route[] {
  return [
    route(listDossierLog, async ({ tx, params: { incidentId }, query }) => {
      await requireReader(tx, incidentId);
      const { page, next } = await readLog(tx, incidentId, query.cursor, query.limit);
      // Looking at who looked is a look too.
      await tx.recordAudit({ action: 'log-read', objectKind: 'incident', objectId: incidentId, incidentId });
      return { entries: await withNames(tx, page, findNames), next };
    }),
  ];
}

/** The policy would answer an empty list; nobody may conclude from that that nobody looked. */
async function requireReader(tx: Tx, incidentId: string): Promise<void> {
  const { may } = await tx.row<{ may: boolean }>('select platform.may_read_log_of($1) as may', [incidentId]);
  if (!may) throw new Absent('dossier log');
}

async function readLog(tx: Tx, incidentId: string, cursor: string | undefined, limit: number) {
  const place = placeOf(cursor) ?? BEFORE_ALL;
  const rows = await tx.rows<Row>(
    `select id, at, actor_kind as actor, person_id as "personId", action, object_kind as "objectKind", result
     from platform.audit_entry
     where incident_id = $1 and (at, id) < ($2, $3)
     order by at desc, id desc limit $4`,
    [incidentId, place.at, place.id, limit + 1],
  );
  return pageOf(rows, limit, ({ at, id }) => ({ at, id }));
}

async function withNames(tx: Tx, rows: readonly Row[], findNames: FindNames): Promise<DossierLogEntry[]> {
  const personIds = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
  const names = await findNames(tx, personIds);
  return rows.map(({ personId, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    person: (personId === null ? undefined : names.get(personId)) ?? null,
  }));
}
