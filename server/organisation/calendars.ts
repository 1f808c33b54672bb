import type { WorkingDay } from '../../contract/organisation.ts';
import type { Tx } from '../platform/index.ts';
import { type Period, type Presence, presenceAt } from './presence.ts';
import { officeWeek, type WorkingCalendar, workingCalendar } from './working-time.ts';

interface HoursRow extends WorkingDay {
  readonly personId: string | null;
}

/** The week of the organisation itself, for deadlines in working days. */
export async function employerCalendar(tx: Tx): Promise<WorkingCalendar> {
  const [rows, closedOn] = await Promise.all([hoursOf(tx, []), closedDays(tx)]);
  return workingCalendar(rows, closedOn);
}

/** Whether each of these people can be expected at work at a moment: their own week, else that of the organisation. */
export async function presenceOf(
  tx: Tx,
  personIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Presence>> {
  const [hours, closedOn, absences] = await Promise.all([
    hoursOf(tx, personIds),
    closedDays(tx),
    absencesAfter(tx, personIds, at),
  ]);
  const ownWeek = (personId: string | null) => hours.filter((row) => row.personId === personId);
  const shared = workingCalendar(ownWeek(null), closedOn);
  return new Map(
    personIds.map((personId) => {
      const own = ownWeek(personId);
      const calendar = own.length > 0 ? workingCalendar(own, closedOn) : shared;
      return [personId, presenceAt(at, calendar, absences.get(personId) ?? [])];
    }),
  );
}

/** The working week of a person, and whether it is their own. */
export async function weekOf(tx: Tx, personId: string): Promise<{ isOwn: boolean; days: WorkingDay[] }> {
  const rows = await hoursOf(tx, [personId]);
  const own = rows.filter((row) => row.personId !== null);
  if (own.length === 0) return { isOwn: false, days: await employerWeek(tx) };
  return { isOwn: true, days: own.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })) };
}

/** The working week of the organisation, which is that of an office until it sets its own. */
export async function employerWeek(tx: Tx): Promise<WorkingDay[]> {
  const rows = await hoursOf(tx, []);
  return rows.length === 0 ? [...officeWeek] : rows.map(({ weekday, opens, closes }) => ({ weekday, opens, closes }));
}

async function hoursOf(tx: Tx, personIds: readonly string[]): Promise<HoursRow[]> {
  return tx.rows<HoursRow>(
    `select person_id as "personId", weekday, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes
     from organisation.working_hours
     where employer_id = $2 and (person_id is null or person_id = any($1))
     order by weekday, opens`,
    [personIds, tx.employerId],
  );
}

async function closedDays(tx: Tx): Promise<ReadonlySet<string>> {
  const { closedOn } = await tx.row<{ closedOn: string[] | null }>(
    `select settings -> 'closedOn' as "closedOn" from organisation.employer where id = $1`,
    [tx.employerId],
  );
  return new Set(closedOn ?? []);
}

async function absencesAfter(tx: Tx, personIds: readonly string[], at: Date): Promise<ReadonlyMap<string, Period[]>> {
  const rows = await tx.rows<Period & { personId: string }>(
    `select person_id as "personId", since, until from organisation.absence
     where person_id = any($1) and until > $2 and until > since`,
    [personIds, at],
  );
  return Map.groupBy(rows, ({ personId }) => personId);
}
