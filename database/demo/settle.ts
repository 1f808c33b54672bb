import type { Tx } from '../../server/platform/index.ts';
import { installDefaults } from '../../server/protocol/index.ts';
import { demoId } from './demo-id.ts';
import type { Town } from './town.ts';

export const beingFilled = 'isBeingFilled';

/**
 * Founds the employer, with its places, teams, people, roles and agreements, at the moment of the transaction. Until the past
 * has been lived through, the employer says that it is being filled: a start that finds this begins anew.
 */
export async function settle(tx: Tx, town: Town): Promise<void> {
  await insertEmployer(tx, town);
  await insertPlaces(tx, town);
  await insertPeople(tx, town);
  await insertWeeks(tx, town);
  await installDefaults(tx);
}

async function insertEmployer(tx: Tx, { employer, people }: Town): Promise<void> {
  const cast = Object.values(people).flatMap(({ id, stepIn }) => (stepIn === null ? [] : [{ id, ...stepIn }]));
  const settings = {
    dutyNumber: employer.dutyNumber,
    setUpFinishedAt: tx.now.toISOString(),
    [beingFilled]: true,
    ...(cast.length > 0 ? { cast } : {}),
  };
  await insert(tx, 'organisation.employer', [
    {
      id: employer.id,
      name: employer.name,
      sector: employer.sector,
      words: {},
      settings,
      is_demonstration: true,
      created_at: tx.now,
    },
  ]);
}

async function insertPlaces(tx: Tx, { employer, places, teams }: Town): Promise<void> {
  const employer_id = employer.id;
  const all = Object.values(places);
  await insert(
    tx,
    'organisation.location',
    all.map(({ id, name, address }) => ({ id, employer_id, name, address })),
  );
  await insert(
    tx,
    'organisation.room',
    all.flatMap((place) =>
      Object.values(place.rooms).map(({ id, name, kind }) => ({ id, employer_id, location_id: place.id, name, kind })),
    ),
  );
  await insert(
    tx,
    'organisation.team',
    Object.values(teams).map(({ id, name, parent, location }) => ({
      id,
      employer_id,
      name,
      parent_team_id: parent,
      location_id: places[location]?.id ?? null,
    })),
  );
}

async function insertPeople(tx: Tx, { employer, people, teams, deputies }: Town): Promise<void> {
  const employer_id = employer.id;
  const since = tx.now;
  const all = Object.values(people);
  const teamOf = (key: string) => teams[key]?.id ?? null;
  await insert(
    tx,
    'organisation.person',
    all.map((person) => ({
      id: person.id,
      employer_id,
      given_name: person.givenName,
      family_name: person.familyName,
      email: person.email,
      phone: person.phone,
      job_title: person.jobTitle,
      kind: person.kind,
      home_employer_name: person.homeEmployerName,
      language: 'nl',
      created_at: since,
    })),
  );
  await insert(
    tx,
    'organisation.membership',
    all.map(({ id, team }) => ({
      id: demoId(`member ${id}`),
      employer_id,
      person_id: id,
      team_id: teamOf(team),
      since,
    })),
  );
  await insert(
    tx,
    'organisation.role_holding',
    all.flatMap(({ id, team, roles }) =>
      roles.map((role) => ({
        id: demoId(`holding ${id} ${role}`),
        employer_id,
        person_id: id,
        role,
        team_id: role === 'manager' ? teamOf(team) : null,
        since,
      })),
    ),
  );
  await insert(
    tx,
    'organisation.deputyship',
    deputies.map(({ absent, deputy }) => ({
      id: demoId(`deputy ${absent} ${deputy}`),
      employer_id,
      absent_person_id: people[absent]?.id,
      deputy_person_id: people[deputy]?.id,
      since,
      until: '2099-01-01T00:00:00Z',
      created_at: since,
    })),
  );
  await insert(
    tx,
    'identity.account',
    all.map(({ id }) => ({ person_id: id, employer_id, state: 'active', created_at: since })),
  );
}

async function insertWeeks(tx: Tx, { employer, people, weeks }: Town): Promise<void> {
  const office = { who: '', weekdays: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:00' };
  await insert(
    tx,
    'organisation.working_hours',
    [office, ...weeks].flatMap(({ who, weekdays, opens, closes }) =>
      weekdays.map((weekday) => ({
        id: demoId(`hours ${employer.id} ${who} ${weekday}`),
        employer_id: employer.id,
        person_id: people[who]?.id ?? null,
        weekday,
        opens,
        closes,
      })),
    ),
  );
}

/** One statement per table. Names of tables and columns come from the code above, values travel as JSON. */
async function insert(tx: Tx, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await tx.execute(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
