import type { Database, Refused, Tx } from '../../platform/index.ts';
import { refuse } from '../../platform/index.ts';
import { countTry, refuseAndCount } from '../attempts.ts';
import { hashOfCode, newCode } from '../secrets.ts';
import type { Visit } from '../sign-in.ts';

/**
 * For the start of the program: a code to print while there is no organisation yet, so that whoever can read the screen of
 * the server is the first administrator, and no stranger who finds the address. Undefined once the installation is set up.
 */
export async function issueSetUpCode(database: Database, now: Date): Promise<string | undefined> {
  return database.transact({ role: 'app', visitor: true, now }, async (tx) => {
    if (await isSetUp(tx)) return undefined;
    const code = newCode(3);
    await tx.execute(`insert into identity.set_up_code (code_hash, created_at) values (decode($1, 'hex'), $2)`, [
      hashOfCode(code),
      now,
    ]);
    return code;
  });
}

export async function isSetUp(tx: Tx): Promise<boolean> {
  const { yes } = await tx.row<{ yes: boolean }>('select organisation.is_set_up() as yes');
  return yes;
}

/** Undefined when whoever asks may set this installation up. */
export async function mayNotSetUp({ tx, asker }: Visit, code: string): Promise<Refused | undefined> {
  if (await isSetUp(tx)) return refuse('already-set-up');
  const tooMany = await countTry(tx, 'set-up', asker.address);
  if (tooMany) return tooMany;
  const found = await tx.maybeRow(`select 1 from identity.set_up_code where code_hash = decode($1, 'hex')`, [
    hashOfCode(code),
  ]);
  return found === undefined ? refuseAndCount('set-up-code-wrong') : undefined;
}
