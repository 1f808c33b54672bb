import type { AnswerOf } from '../../contract/endpoint.ts';
import type { getWaysToSignIn } from '../../contract/identity.ts';
import { newId, type Session, type Tx } from '../platform/index.ts';
import { stepOfCode } from './authenticator-app.ts';
import type { IdentityNeeds } from './needs.ts';
import { hashOfCode, newCode } from './secrets.ts';

const totpField = (personId: string) => `totp ${personId}`;

export async function setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.execute('update identity.account set password_hash = $2, password_changed_at = $3 where person_id = $1', [
    personId,
    passwordHash,
    tx.now,
  ]);
}

/** `step` is that of the code with which it was shown that the app works: that code is used now. */
export async function setAuthenticatorApp(
  tx: Tx,
  { vault }: Pick<IdentityNeeds, 'vault'>,
  personId: string,
  secret: string,
  step: number,
): Promise<void> {
  const sealed = (await vault.forEmployer(tx)).seal(totpField(personId), secret);
  await tx.execute(
    `insert into identity.totp (person_id, employer_id, sealed_secret, last_step, confirmed_at) values ($1, $2, $3, $4, $5)
     on conflict (person_id) do update
       set sealed_secret = excluded.sealed_secret, last_step = excluded.last_step, confirmed_at = excluded.confirmed_at`,
    [personId, tx.employerId, sealed, step, tx.now],
  );
}

/** A code counts once: one that was looked over somebody's shoulder is worth nothing any more. */
export async function isCodeOf(
  tx: Tx,
  { vault }: Pick<IdentityNeeds, 'vault'>,
  personId: string,
  code: string,
): Promise<boolean> {
  const totp = await tx.maybeRow<{ sealed: Buffer; lastStep: number }>(
    'select sealed_secret as sealed, last_step as "lastStep" from identity.totp where person_id = $1 for update',
    [personId],
  );
  if (totp === undefined) return false;
  const secret = (await vault.forEmployer(tx)).open(totpField(personId), totp.sealed);
  const step = stepOfCode(secret, code, tx.now);
  if (step === undefined || step <= totp.lastStep) return false;
  await tx.execute('update identity.totp set last_step = $2 where person_id = $1', [personId, step]);
  return true;
}

const codesInASet = 10;

/** The old ones stop working. Answered once, kept as hashes. */
export async function newRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: codesInASet }, () => newCode(4));
  await tx.execute('delete from identity.recovery_code where person_id = $1', [personId]);
  await tx.execute(
    `insert into identity.recovery_code (id, employer_id, person_id, code_hash)
     select code.id, $1, $2, decode(code.hash, 'hex') from unnest($3::uuid[], $4::text[]) as code (id, hash)`,
    [tx.employerId, personId, codes.map(() => newId()), codes.map(hashOfCode)],
  );
  return codes;
}

export async function isRecoveryCodeOf(tx: Tx, personId: string, typed: string): Promise<boolean> {
  const used = await tx.execute(
    `update identity.recovery_code set used_at = $3
     where person_id = $1 and code_hash = decode($2, 'hex') and used_at is null`,
    [personId, hashOfCode(typed), tx.now],
  );
  return used === 1;
}

export async function removeAllWays(tx: Tx, personId: string): Promise<void> {
  await tx.execute('update identity.account set password_hash = null where person_id = $1', [personId]);
  for (const table of ['totp', 'recovery_code', 'passkey']) {
    await tx.execute(`delete from identity.${table} where person_id = $1`, [personId]);
  }
}

/** How long a shown second factor counts for changing one's ways to sign in. */
export const confirmationMs = 10 * 60 * 1000;

export async function readWays(tx: Tx, session: Session): Promise<AnswerOf<typeof getWaysToSignIn>> {
  const [account, passkeys] = await Promise.all([accountWays(tx, session.personId), passkeysOf(tx, session.personId)]);
  const shownAt = session['secondFactorAt'];
  const until = shownAt instanceof Date ? new Date(shownAt.getTime() + confirmationMs) : undefined;
  return {
    hasPassword: account?.hasPassword ?? false,
    passwordChangedAt: account?.passwordChangedAt?.toISOString() ?? null,
    hasAuthenticatorApp: account?.hasTotp ?? false,
    recoveryCodesLeft: account?.codesLeft ?? 0,
    passkeys: passkeys.map((passkey) => ({
      ...passkey,
      createdAt: passkey.createdAt.toISOString(),
      lastUsedAt: passkey.lastUsedAt?.toISOString() ?? null,
    })),
    confirmedUntilAt: until !== undefined && until > tx.now ? until.toISOString() : null,
  };
}

interface AccountWays {
  readonly hasPassword: boolean;
  readonly passwordChangedAt: Date | null;
  readonly hasTotp: boolean;
  readonly codesLeft: number;
}

export async function accountWays(tx: Tx, personId: string): Promise<AccountWays | undefined> {
  return tx.maybeRow<AccountWays>(
    `select a.password_hash is not null as "hasPassword", a.password_changed_at as "passwordChangedAt",
       exists (select from identity.totp t where t.person_id = a.person_id) as "hasTotp",
       (select count(*)::int from identity.recovery_code c where c.person_id = a.person_id and c.used_at is null) as "codesLeft"
     from identity.account a where a.person_id = $1`,
    [personId],
  );
}

async function passkeysOf(
  tx: Tx,
  personId: string,
): Promise<{ id: string; name: string; isBackedUp: boolean; createdAt: Date; lastUsedAt: Date | null }[]> {
  return tx.rows(
    `select id, name, is_backed_up as "isBackedUp", created_at as "createdAt", last_used_at as "lastUsedAt"
     from identity.passkey where person_id = $1 order by created_at, id`,
    [personId],
  );
}
