import type { BodyOf } from '../../contract/endpoint.ts';
import type { addTeam, changeTeam } from '../../contract/organisation.ts';
import { newId, type Refused, refuse, type Tx } from '../platform/index.ts';
import { lockEmployer } from './employer.ts';

export async function startTeam(
  tx: Tx,
  { name, parentTeamId, locationId }: BodyOf<typeof addTeam>,
): Promise<{ teamId: string } | Refused> {
  await lockEmployer(tx);
  await requireTeam(tx, parentTeamId ?? null);
  await requireLocation(tx, locationId ?? null);
  if (await isTeamNamed(tx, name, null)) return refuse('name-taken');
  return { teamId: await insertTeam(tx, name, parentTeamId ?? null, locationId ?? null) };
}

export async function insertTeam(
  tx: Tx,
  name: string,
  parentTeamId: string | null = null,
  locationId: string | null = null,
): Promise<string> {
  const teamId = newId();
  await tx.execute(
    'insert into organisation.team (id, employer_id, name, parent_team_id, location_id) values ($1, $2, $3, $4, $5)',
    [teamId, tx.employerId, name, parentTeamId, locationId],
  );
  await tx.recordAudit({ action: 'team-added', objectKind: 'team', objectId: teamId });
  return teamId;
}

interface TeamRow {
  readonly name: string;
  readonly parentTeamId: string | null;
  readonly locationId: string | null;
  readonly endedAt: Date | null;
}

export async function saveTeam(
  tx: Tx,
  teamId: string,
  change: BodyOf<typeof changeTeam>,
): Promise<{ teamId: string } | Refused> {
  await lockEmployer(tx);
  const current = await tx.row<TeamRow>(
    `select name, parent_team_id as "parentTeamId", location_id as "locationId", ended_at as "endedAt"
     from organisation.team where id = $1 for update`,
    [teamId],
  );
  const { name = current.name, parentTeamId = current.parentTeamId, locationId = current.locationId } = change;
  const staysInUse = change.isInUse ?? current.endedAt === null;
  if (change.parentTeamId !== undefined) await requireTeam(tx, parentTeamId);
  if (change.locationId !== undefined) await requireLocation(tx, locationId);
  if (parentTeamId !== null && (await isAbove(tx, teamId, parentTeamId))) return refuse('team-above-itself');
  if (staysInUse && (await isTeamNamed(tx, name, teamId))) return refuse('name-taken');
  if (!staysInUse && (await hasPeople(tx, teamId))) return refuse('team-has-people');
  await tx.execute(
    `update organisation.team
     set name = $2, parent_team_id = $3, location_id = $4, ended_at = case when $5 then null else coalesce(ended_at, $6) end
     where id = $1`,
    [teamId, name, parentTeamId, locationId, staysInUse, tx.now],
  );
  await tx.recordAudit({
    action: 'team-changed',
    objectKind: 'team',
    objectId: teamId,
    detail: { fields: Object.keys(change).join(' ') },
  });
  return { teamId };
}

/** Throws `Absent` for a team of another employer, and for one that has ended. */
export async function requireTeam(tx: Tx, teamId: string | null): Promise<void> {
  if (teamId === null) return;
  await tx.row('select 1 from organisation.team where id = $1 and ended_at is null', [teamId]);
}

async function requireLocation(tx: Tx, locationId: string | null): Promise<void> {
  if (locationId === null) return;
  await tx.row('select 1 from organisation.location where id = $1 and ended_at is null', [locationId]);
}

/** Whether the first team is the second, or stands above it. */
async function isAbove(tx: Tx, teamId: string, otherId: string): Promise<boolean> {
  const found = await tx.maybeRow(
    `with recursive line (id, parent_team_id) as (
       select id, parent_team_id from organisation.team where id = $2
       union
       select t.id, t.parent_team_id from line l join organisation.team t on t.id = l.parent_team_id
     )
     select 1 from line where id = $1`,
    [teamId, otherId],
  );
  return found !== undefined;
}

async function isTeamNamed(tx: Tx, name: string, exceptId: string | null): Promise<boolean> {
  const found = await tx.maybeRow(
    `select 1 from organisation.team
     where employer_id = $1 and lower(name) = lower($2) and ended_at is null and id is distinct from $3`,
    [tx.employerId, name, exceptId],
  );
  return found !== undefined;
}

async function hasPeople(tx: Tx, teamId: string): Promise<boolean> {
  const found = await tx.maybeRow(
    'select 1 from organisation.membership where team_id = $1 and (until is null or until > $2) limit 1',
    [teamId, tx.now],
  );
  return found !== undefined;
}
