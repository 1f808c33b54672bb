import type pg from 'pg';
import { cast, deputies, employer, locations, teams } from '../../database/demo/cast.ts';
import { demoId } from '../../database/demo/demo-id.ts';

const longAgo = '2020-01-01T00:00:00Z';
const farAhead = '2099-01-01T00:00:00Z';

/** The people, places, teams and deputies of Wierdam, as the owner of the tables. */
export async function settleTown(owner: pg.Pool): Promise<void> {
  const insert = (table: string, rows: readonly Record<string, unknown>[]) => insertRows(owner, table, rows);
  await insert('employer', [
    { id: employer.id, name: employer.name, sector: employer.sector, is_demonstration: true, created_at: longAgo },
  ]);
  await insert(
    'location',
    Object.values(locations).map(({ id, name, address }) => ({ id, name, address, employer_id: employer.id })),
  );
  await insert(
    'room',
    Object.values(locations).flatMap((location) =>
      Object.values(location.rooms).map((room) => ({ ...room, location_id: location.id, employer_id: employer.id })),
    ),
  );
  await insert(
    'team',
    Object.values(teams).map(({ id, name, parent, location }) => ({
      id,
      name,
      parent_team_id: parent,
      location_id: locations[location].id,
      employer_id: employer.id,
    })),
  );
  await settlePeople(insert);
  await insert(
    'working_hours',
    [1, 2, 3, 4, 5].map((weekday) => ({ ...ownRow(`hours ${weekday}`), weekday, opens: '08:30', closes: '17:00' })),
  );
}

async function settlePeople(insert: (table: string, rows: readonly Record<string, unknown>[]) => Promise<void>) {
  const people = Object.values(cast);
  await insert(
    'person',
    people.map((person) => ({
      id: person.id,
      employer_id: employer.id,
      given_name: person.givenName,
      family_name: person.familyName,
      email: person.email,
      phone: person.phone,
      job_title: person.jobTitle,
      kind: person.kind,
      home_employer_name: person.homeEmployerName,
      created_at: longAgo,
    })),
  );
  await insert(
    'membership',
    people.map(({ id, team }) => ({
      ...ownRow(`member ${id}`),
      person_id: id,
      team_id: teams[team].id,
      since: longAgo,
    })),
  );
  await insert(
    'role_holding',
    people.flatMap(({ id, team, roles }) =>
      roles.map((role) => ({
        ...ownRow(`holding ${id} ${role}`),
        person_id: id,
        role,
        team_id: role === 'manager' ? teams[team].id : null,
        since: longAgo,
      })),
    ),
  );
  await insert(
    'deputyship',
    deputies.map(({ absent, deputy }) => ({
      ...ownRow(`deputy ${absent} ${deputy}`),
      absent_person_id: cast[absent].id,
      deputy_person_id: cast[deputy].id,
      since: longAgo,
      until: farAhead,
      created_at: longAgo,
    })),
  );
}

function ownRow(name: string): { id: string; employer_id: string } {
  return { id: demoId(name), employer_id: employer.id };
}

/** One statement per table. Column names come from the code above, values travel as JSON. */
async function insertRows(owner: pg.Pool, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await owner.query(
    `insert into organisation.${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::organisation.${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
