import type { AnswerOf } from '../../contract/endpoint.ts';
import type { listLocations, listTeams, RoomKind } from '../../contract/organisation.ts';
import type { Tx } from '../platform/index.ts';
import { managersOf } from './people.ts';

interface TeamRow {
  readonly id: string;
  readonly name: string;
  readonly parentTeamId: string | null;
  readonly locationId: string | null;
  readonly people: number;
}

export async function readTeams(tx: Tx): Promise<AnswerOf<typeof listTeams>> {
  const teams = await tx.rows<TeamRow>(
    `select t.id, t.name, t.parent_team_id as "parentTeamId", t.location_id as "locationId",
       (select count(*)::int from organisation.membership m
        where m.team_id = t.id and m.since <= $2 and (m.until is null or m.until > $2)) as people
     from organisation.team t
     where t.employer_id = $1 and t.ended_at is null
     order by lower(t.name), t.id`,
    [tx.employerId, tx.now],
  );
  const managers = await managersOf(
    tx,
    teams.map(({ id }) => id),
    tx.now,
  );
  return { teams: teams.map((team) => ({ ...team, managers: managers.get(team.id) ?? [] })) };
}

interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly rooms: { readonly id: string; readonly name: string; readonly kind: RoomKind }[];
}

export async function readLocations(tx: Tx): Promise<AnswerOf<typeof listLocations>> {
  const locations = await tx.rows<PlaceRow>(
    `select l.id, l.name, l.address,
       coalesce((
         select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind) order by lower(r.name), r.id)
         from organisation.room r where r.location_id = l.id and r.ended_at is null), '[]') as rooms
     from organisation.location l
     where l.employer_id = $1 and l.ended_at is null
     order by lower(l.name), l.id`,
    [tx.employerId],
  );
  return { locations };
}
