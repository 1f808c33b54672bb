import type { Sector } from '../../contract/organisation.ts';
import type { Tx } from '../platform/index.ts';
import { changeSettings } from './employer.ts';
import { insertPerson } from './person-management.ts';
import { insertHolding } from './role-management.ts';
import type { OwnWords } from './sector-packs.ts';

export interface NewEmployer {
  readonly name: string;
  readonly sector: Sector;
  readonly words?: OwnWords | undefined;
}

/** The transaction has entered the employer that is founded here. */
export async function foundEmployer(tx: Tx, { name, sector, words }: NewEmployer): Promise<void> {
  await tx.execute(
    'insert into organisation.employer (id, name, sector, words, created_at) values ($1, $2, $3, $4, $5)',
    [tx.employerId, name, sector, JSON.stringify(words ?? {}), tx.now],
  );
  await tx.recordAudit({ action: 'organisation-founded', objectKind: 'employer', objectId: tx.employerId });
}

/** The first administrator, without whom nobody could give anybody a role. */
export async function appointFirst(
  tx: Tx,
  personId: string,
  person: { readonly givenName: string; readonly familyName: string; readonly email: string },
): Promise<void> {
  const details = { ...person, phone: null, jobTitle: '', kind: 'employee', homeEmployerName: null } as const;
  await insertPerson(tx, details, personId);
  await insertHolding(tx, personId, 'administrator', null);
}

export async function finishSettingUp(tx: Tx): Promise<void> {
  await changeSettings(tx, { setUpFinishedAt: tx.now.toISOString() });
  await tx.recordAudit({ action: 'set-up-finished', objectKind: 'employer', objectId: tx.employerId });
}
