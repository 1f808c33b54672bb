import type pg from 'pg';
import { subjectOfEmployerRole, subjectOfTeamManager } from '../../server/organisation/index.ts';
import type { PlatformDatabase, Vault } from '../../server/platform/index.ts';
import { HOUR_MS } from './moments.ts';
import { writeRegister } from './register.ts';
import type { RegisterTeam } from './register-incident.ts';
import type { Town } from './town.ts';

const COUNT = 5_000;
const DAYS = 3 * 365;

/** `--demo=large`: what was reported in the three years before, in a town of the same people. */
export async function writeYearsBefore(
  owner: pg.Client,
  database: PlatformDatabase,
  vault: Vault,
  town: Town,
  start: Date,
): Promise<void> {
  const employerId = town.employer.id;
  const key = await database.transact({ role: 'app', employerId, personId: null, now: start }, (tx) =>
    vault.employerKey(tx),
  );
  const plan = {
    employerId,
    coordinatorSubject: subjectOfEmployerRole(employerId, 'coordinator'),
    teams: registerTeams(town),
    count: COUNT,
    since: new Date(start.getTime() - DAYS * 24 * HOUR_MS),
    until: new Date(start.getTime() - 36 * HOUR_MS),
    seed: 'the years before',
    inTurn: false,
    isLivedIn: true,
  };
  await writeRegister(owner, plan, { vault, key, every: 1 });
}

/** Teams that somebody manages, with the people whom that is about. */
export function registerTeams({ teams, people, places }: Town): RegisterTeam[] {
  const everybody = Object.values(people);
  return Object.entries(teams).flatMap(([key, { id, location }]) => {
    const manager = everybody.find(({ team, roles }) => team === key && roles.includes('manager'));
    const members = everybody.filter(({ team, roles }) => team === key && roles.length === 0);
    if (manager === undefined || members.length === 0) return [];
    const place = places[location];
    return [
      {
        id,
        managerId: manager.id,
        managerSubject: subjectOfTeamManager(id),
        memberIds: members.map((member) => member.id),
        locationId: place?.id ?? null,
        roomIds: Object.values(place?.rooms ?? {}).map((room) => room.id),
      },
    ];
  });
}

/** Reports of the register and of the stories lie among each other: their numbers follow the order in which they came in. */
export async function numberByDate(owner: pg.Client, employerId: string): Promise<void> {
  await owner.query('begin');
  // First out of each other's way: no two may have the same number for a moment.
  await owner.query(`update incident.incident set number = '~' || id where employer_id = $1`, [employerId]);
  await owner.query(
    `update incident.incident i set number = r.number
     from (select id, to_char(reported_at at time zone 'Europe/Amsterdam', 'YYYY') || '-' ||
             lpad(row_number() over (order by reported_at, id)::text, 4, '0') as number
           from incident.incident where employer_id = $1) r
     where r.id = i.id`,
    [employerId],
  );
  await owner.query(
    `update incident.task t set incident_number = i.number
     from incident.incident i where i.id = t.incident_id and i.employer_id = $1 and t.incident_number <> i.number`,
    [employerId],
  );
  await owner.query('commit');
}
