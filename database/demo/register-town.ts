import type pg from 'pg';
import { subjectOfEmployerRole, subjectOfTeamManager } from '../../server/organisation/index.ts';
import { demoId } from './demo-id.ts';
import { inventedName } from './invented-names.ts';
import type { RegisterPlan, RegisterTeam } from './register-incident.ts';
import { chanceOf } from './seeded.ts';

/** People in a measured organisation, each with another view of it. */
export interface RegisterTown {
  readonly plan: RegisterPlan;
  /** On no dossier at all. */
  readonly newcomerId: string;
  /** On some twenty, all of the first years. */
  readonly memberId: string;
  /** Of one team, with some two thousand. */
  readonly managerId: string;
  /** Of everything. */
  readonly coordinatorId: string;
}

export interface RegisterTownOptions {
  readonly incidents: number;
  readonly until: Date;
}

const PER_TEAM = 2_000;
const PER_MEMBER = 20;
const YEARS = 8;
const LOCATIONS = 20;

/**
 * Founds an organisation of the size that so many incidents need: to measure with, not to look at. Nobody anywhere has the names
 * of its people. Answers what `writeRegister` fills it with.
 */
export async function foundRegisterTown(owner: pg.ClientBase, options: RegisterTownOptions): Promise<RegisterTown> {
  const employerId = demoId(`register ${options.incidents}`);
  const teamCount = Math.max(1, Math.round(options.incidents / PER_TEAM));
  const membersPerTeam = Math.max(1, Math.round(options.incidents / teamCount / PER_MEMBER));
  const since = new Date(options.until.getTime() - YEARS * 365 * 86_400_000);
  const id = (what: string) => demoId(`register ${options.incidents} ${what}`);
  const locations = Array.from({ length: LOCATIONS }, (_, at) => ({ id: id(`location ${at}`), name: `Locatie ${at}` }));
  const teams = Array.from({ length: teamCount }, (_, at): RegisterTeam => {
    const teamId = id(`team ${at}`);
    return {
      id: teamId,
      managerId: id(`manager ${at}`),
      managerSubject: subjectOfTeamManager(teamId),
      memberIds: Array.from({ length: membersPerTeam }, (_member, member) => id(`member ${at} ${member}`)),
      locationId: locations[at % LOCATIONS]?.id ?? null,
      roomIds: [],
    };
  });
  const [coordinatorId, newcomerId] = [id('coordinator'), id('newcomer')];
  const chance = chanceOf(`people of ${employerId}`);
  const somebody = (personId: string, team: string | null, role: string | null) => ({
    id: personId,
    ...inventedName(chance),
    team,
    role,
  });
  const people = [
    somebody(coordinatorId, null, 'coordinator'),
    somebody(newcomerId, teams[0]?.id ?? null, null),
    ...teams.flatMap((team) => [
      somebody(team.managerId, team.id, 'manager'),
      ...team.memberIds.map((memberId) => somebody(memberId, team.id, null)),
    ]),
  ];
  const [first] = teams as [RegisterTeam, ...RegisterTeam[]];
  const cast = [
    { id: coordinatorId, nl: 'Ziet alle meldingen.', en: 'Sees all reports.' },
    { id: first.managerId, nl: 'Leidt één team.', en: 'Leads one team.' },
    { id: first.memberIds[0], nl: 'Meldde lang geleden.', en: 'Reported long ago.' },
    { id: newcomerId, nl: 'Heeft nog niets gemeld.', en: 'Has reported nothing yet.' },
  ];
  await insertAll(owner, { employerId, since, locations, teams, people, cast });
  return {
    newcomerId,
    memberId: first.memberIds[0] ?? first.managerId,
    managerId: first.managerId,
    coordinatorId,
    plan: {
      employerId,
      coordinatorSubject: subjectOfEmployerRole(employerId, 'coordinator'),
      teams,
      count: options.incidents,
      since,
      until: options.until,
      seed: 'register',
      inTurn: true,
      isLivedIn: false,
    },
  };
}

interface Founding {
  readonly employerId: string;
  readonly since: Date;
  readonly locations: readonly { id: string; name: string }[];
  readonly teams: readonly RegisterTeam[];
  readonly people: readonly { id: string; given: string; family: string; team: string | null; role: string | null }[];
  /** Whom a visitor may step in as. */
  readonly cast: readonly object[];
}

async function insertAll(
  owner: pg.ClientBase,
  { employerId, since, locations, teams, people, cast }: Founding,
): Promise<void> {
  await owner.query('begin');
  await owner.query(
    `insert into organisation.employer (id, name, sector, is_demonstration, settings, created_at)
     values ($1, $2, 'municipality', true, $3, $4)`,
    [employerId, `Meetgemeente ${teams.length}`, JSON.stringify({ cast, setUpFinishedAt: since }), since],
  );
  const insert = (sql: string, rows: readonly object[]) => owner.query(sql, [employerId, since, JSON.stringify(rows)]);
  await insert(
    `insert into organisation.location (id, employer_id, name, address)
     select id, $1, name, '' from jsonb_to_recordset($3) as l (id uuid, name text) where $2::timestamptz is not null`,
    locations,
  );
  await insert(
    `insert into organisation.team (id, employer_id, name, location_id)
     select id, $1, 'Team ' || row_number() over (), "locationId"
     from jsonb_to_recordset($3) as t (id uuid, "locationId" uuid) where $2::timestamptz is not null`,
    teams,
  );
  await insert(
    `insert into organisation.person (id, employer_id, given_name, family_name, email, created_at)
     select id, $1, given, family, id || '@meten.example', $2
     from jsonb_to_recordset($3) as p (id uuid, given text, family text)`,
    people,
  );
  await insert(
    `insert into organisation.membership (id, employer_id, person_id, team_id, since)
     select gen_random_uuid(), $1, id, team, $2
     from jsonb_to_recordset($3) as p (id uuid, team uuid) where team is not null`,
    people,
  );
  await insert(
    `insert into organisation.role_holding (id, employer_id, person_id, role, team_id, since)
     select gen_random_uuid(), $1, id, role, case role when 'manager' then team end, $2
     from jsonb_to_recordset($3) as p (id uuid, team uuid, role text) where role is not null`,
    people,
  );
  await owner.query('commit');
}
