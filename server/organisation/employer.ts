import type { Sector, WorkingDay } from '../../contract/organisation.ts';
import { newId, type Tx } from '../platform/index.ts';
import type { OwnWords } from './sector-packs.ts';

export interface Employer {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly words: Partial<OwnWords>;
  readonly settings: EmployerSettings;
  readonly isDemonstration: boolean;
}

export interface EmployerSettings {
  /** Days on which the organisation is closed, beside the public holidays. */
  readonly closedOn?: readonly string[];
  /** Called when help is needed now, before anybody signs in. */
  readonly dutyNumber?: string | null;
  readonly setUpFinishedAt?: string;
  /** From before there was a term per urgency: how long whoever was called has before the next one is called. */
  readonly chainStepMinutes?: number;
}

const columns = 'id, name, sector, words, settings, is_demonstration as "isDemonstration"';

export async function getEmployer(tx: Tx): Promise<Employer> {
  return tx.row<Employer>(`select ${columns} from organisation.employer where id = $1`, [tx.employerId]);
}

/** One change to the organisation at a time, so that what was checked still holds when it is saved. */
export async function lockEmployer(tx: Tx): Promise<Employer> {
  return tx.row<Employer>(`select ${columns} from organisation.employer where id = $1 for no key update`, [
    tx.employerId,
  ]);
}

export async function changeSettings(tx: Tx, change: EmployerSettings): Promise<void> {
  await tx.execute('update organisation.employer set settings = settings || $2 where id = $1', [
    tx.employerId,
    JSON.stringify(change),
  ]);
}

/** The week of the organisation (`personId` null) or of one person, replaced as a whole. */
export async function replaceWeek(tx: Tx, personId: string | null, week: readonly WorkingDay[]): Promise<void> {
  await tx.execute(
    'delete from organisation.working_hours where employer_id = $1 and person_id is not distinct from $2',
    [tx.employerId, personId],
  );
  for (const { weekday, opens, closes } of week) {
    await tx.execute(
      `insert into organisation.working_hours (id, employer_id, person_id, weekday, opens, closes)
       values ($1, $2, $3, $4, $5, $6)`,
      [newId(), tx.employerId, personId, weekday, opens, closes],
    );
  }
}
