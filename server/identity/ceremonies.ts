import type { Tx } from '../platform/index.ts';
import { hashOf, newToken } from './secrets.ts';

export type CeremonyKind =
  | 'second_factor'
  | 'totp'
  | 'passkey_sign_in'
  | 'passkey_registration'
  | 'passkey_confirmation';

/** What lies between two requests. Whoever holds the token goes on with it; the database knows only its hash. */
export interface Ceremony {
  readonly token: string;
  readonly employerId: string | null;
  readonly personId: string | null;
  readonly challenge: string | null;
}

interface Beginning {
  readonly employerId?: string;
  readonly personId?: string;
  readonly challenge?: string;
}

const minutes: Record<CeremonyKind, number> = {
  second_factor: 10,
  totp: 30,
  passkey_sign_in: 5,
  passkey_registration: 10,
  passkey_confirmation: 5,
};

export async function beginCeremony(tx: Tx, kind: CeremonyKind, beginning: Beginning = {}): Promise<string> {
  const token = newToken();
  await tx.execute(
    `insert into identity.ceremony (token_hash, kind, employer_id, person_id, challenge, expires_at)
     values (decode($1, 'hex'), $2, $3, $4, $5, $6)`,
    [
      hashOf(token),
      kind,
      beginning.employerId ?? null,
      beginning.personId ?? null,
      beginning.challenge ?? null,
      new Date(tx.now.getTime() + minutes[kind] * 60_000),
    ],
  );
  return token;
}

/** Holds it, so that it cannot be used twice at once. */
export async function lockCeremony(tx: Tx, kind: CeremonyKind, token: string): Promise<Ceremony | undefined> {
  const found = await tx.maybeRow<Omit<Ceremony, 'token'>>(
    `select employer_id as "employerId", person_id as "personId", challenge
     from identity.ceremony where token_hash = decode($1, 'hex') and kind = $2 and expires_at > $3 for update`,
    [hashOf(token), kind, tx.now],
  );
  return found && { token, ...found };
}

export async function endCeremony(tx: Tx, { token }: Ceremony): Promise<void> {
  await tx.execute(`delete from identity.ceremony where token_hash = decode($1, 'hex')`, [hashOf(token)]);
}
