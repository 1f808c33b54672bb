import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type Asker, newId, type Tx } from '../platform/index.ts';
import { beginCeremony, type Ceremony, type CeremonyKind } from './ceremonies.ts';

type RegistrationResponse = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type AuthenticationResponse = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

export interface PasskeyOptions {
  readonly ceremony: string;
  readonly options: Record<string, unknown>;
}

export interface KnownPasskey {
  readonly id: string;
  readonly personId: string;
  readonly employerId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

/** To whom a new passkey will belong. */
export interface PasskeyOwner {
  readonly personId: string;
  readonly employerId: string;
  readonly email: string;
  readonly name: string;
}

/** A passkey belongs to the host at which people reach us; `http://localhost` is one too. */
function rpIdOf({ origin }: Asker): string {
  return new URL(origin).hostname;
}

export async function beginRegistration(tx: Tx, asker: Asker, owner: PasskeyOwner): Promise<PasskeyOptions> {
  const known = await tx.rows<{ credentialId: Buffer }>(
    'select credential_id as "credentialId" from identity.passkey where person_id = $1',
    [owner.personId],
  );
  const options = await generateRegistrationOptions({
    rpName: 'Rugdekking',
    rpID: rpIdOf(asker),
    userID: Uint8Array.from(Buffer.from(owner.personId.replaceAll('-', ''), 'hex')),
    userName: owner.email,
    userDisplayName: owner.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId.toString('base64url') })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const { personId, employerId } = owner;
  const ceremony = await beginCeremony(tx, 'passkey_registration', {
    personId,
    employerId,
    challenge: options.challenge,
  });
  return { ceremony, options: { ...options } };
}

/** Saves the passkey and answers its id; undefined when the browser's answer does not hold. */
export async function finishRegistration(
  tx: Tx,
  asker: Asker,
  ceremony: Ceremony,
  { response, name }: { readonly response: unknown; readonly name: string },
): Promise<string | undefined> {
  const outcome = await checked(() =>
    verifyRegistrationResponse({
      response: response as RegistrationResponse,
      expectedChallenge: ceremony.challenge ?? '',
      expectedOrigin: asker.origin,
      expectedRPID: rpIdOf(asker),
      requireUserVerification: true,
    }),
  );
  if (outcome?.verified !== true) return undefined;
  const { credential, credentialBackedUp } = outcome.registrationInfo;
  const id = newId();
  const added = await tx.execute(
    `insert into identity.passkey (id, employer_id, person_id, credential_id, public_key, counter, transports,
       is_backed_up, name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (credential_id) do nothing`,
    [
      id,
      tx.employerId,
      ceremony.personId,
      Buffer.from(credential.id, 'base64url'),
      Buffer.from(credential.publicKey),
      credential.counter,
      credential.transports ?? [],
      credentialBackedUp,
      name,
      tx.now,
    ],
  );
  return added === 1 ? id : undefined;
}

/** Without a list of credentials: the authenticator itself knows whose it is, and nobody types a name. */
export async function beginAuthentication(
  tx: Tx,
  asker: Asker,
  kind: Extract<CeremonyKind, 'passkey_sign_in' | 'passkey_confirmation'>,
  personId?: string,
): Promise<PasskeyOptions> {
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(asker),
    userVerification: 'required',
  });
  const ceremony = await beginCeremony(tx, kind, {
    challenge: options.challenge,
    ...(personId === undefined ? {} : { personId }),
  });
  return { ceremony, options: { ...options } };
}

/** Whose passkey answered, if it holds. The caller enters the employer and then notes the use. */
export async function authenticate(
  tx: Tx,
  asker: Asker,
  ceremony: Ceremony,
  response: { readonly id: string },
): Promise<{ passkey: KnownPasskey; counter: number } | undefined> {
  const passkey = await tx.maybeRow<KnownPasskey>(
    `select id, person_id as "personId", employer_id as "employerId", public_key as "publicKey", counter, transports
     from identity.find_passkey($1)`,
    [Buffer.from(response.id, 'base64url')],
  );
  if (passkey === undefined) return undefined;
  const outcome = await checked(() =>
    verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponse,
      expectedChallenge: ceremony.challenge ?? '',
      expectedOrigin: asker.origin,
      expectedRPID: rpIdOf(asker),
      credential: { id: response.id, publicKey: Uint8Array.from(passkey.publicKey), counter: passkey.counter },
      requireUserVerification: true,
    }),
  );
  return outcome?.verified === true ? { passkey, counter: outcome.authenticationInfo.newCounter } : undefined;
}

export async function noteUse(tx: Tx, passkeyId: string, counter: number): Promise<void> {
  await tx.execute('update identity.passkey set counter = $2, last_used_at = $3 where id = $1', [
    passkeyId,
    counter,
    tx.now,
  ]);
}

/** The library throws on everything that does not fit: to us that is an answer that does not hold, whatever it was. */
async function checked<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}
