import type pg from 'pg';
import type { PlatformDatabase, Vault } from '../../server/platform/index.ts';
import { writeRegister } from './register.ts';
import { foundRegisterTown, type RegisterTown, type RegisterTownOptions } from './register-town.ts';

/** Of so many dossiers one has texts: sealing a million would be most of the work, and nobody opens them all. */
const SEALED_EVERY = 20;

/** The one register that everything is measured with: an organisation with so many incidents, as it stands after a night. */
export async function layOutRegister(
  owner: pg.ClientBase,
  { database, vault }: { readonly database: PlatformDatabase; readonly vault: Vault },
  options: RegisterTownOptions,
): Promise<RegisterTown> {
  const town = await foundRegisterTown(owner, options);
  const context = { role: 'app', employerId: town.plan.employerId, personId: null, now: options.until } as const;
  const key = await database.transact(context, (tx) => vault.employerKey(tx));
  await writeRegister(owner, town.plan, { vault, key, every: SEALED_EVERY });
  await owner.query('vacuum (analyze)');
  return town;
}
