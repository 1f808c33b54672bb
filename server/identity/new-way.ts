import type { z } from 'zod';
import type { newWayToSignIn } from '../../contract/identity.ts';
import { type Asker, type Refused, refuse, type Tx } from '../platform/index.ts';
import { secretFrom, stepOfCode } from './authenticator-app.ts';
import { type Ceremony, endCeremony, lockCeremony } from './ceremonies.ts';
import type { IdentityNeeds } from './needs.ts';
import { finishRegistration } from './passkeys.ts';
import { hashPassword, isTooCommon } from './passwords.ts';
import { newRecoveryCodes, setAuthenticatorApp, setPassword } from './ways-to-sign-in.ts';

export type NewWay = z.output<typeof newWayToSignIn>;
export type NewWayRefusal = 'ceremony-over' | 'code-wrong' | 'password-too-common' | 'passkey-not-accepted';

/** The ceremony of a new way, held; undefined when it is over, or was begun for somebody else. */
export async function lockNewWay(tx: Tx, way: NewWay, personId?: string): Promise<Ceremony | undefined> {
  const ceremony = await lockCeremony(tx, way.kind === 'password' ? 'totp' : 'passkey_registration', way.ceremony);
  if (personId !== undefined && ceremony?.personId !== personId) return undefined;
  return ceremony;
}

/** Gives somebody their first way to sign in, and recovery codes for the day it is lost. */
export async function takeNewWay(
  tx: Tx,
  needs: IdentityNeeds,
  asker: Asker,
  ceremony: Ceremony,
  way: NewWay,
  owner: { readonly personId: string; readonly about: readonly string[] },
): Promise<string[] | Refused<NewWayRefusal>> {
  const problem =
    way.kind === 'password'
      ? await takePassword(tx, needs, ceremony, way, owner)
      : await takePasskey(tx, asker, ceremony, way);
  if (problem !== undefined) return refuse(problem);
  await endCeremony(tx, ceremony);
  return newRecoveryCodes(tx, owner.personId);
}

async function takePassword(
  tx: Tx,
  needs: IdentityNeeds,
  ceremony: Ceremony,
  way: Extract<NewWay, { kind: 'password' }>,
  { personId, about }: { readonly personId: string; readonly about: readonly string[] },
): Promise<NewWayRefusal | undefined> {
  if (isTooCommon(way.password, about)) return 'password-too-common';
  const secret = secretFrom(ceremony.token);
  const step = stepOfCode(secret, way.code, tx.now);
  if (step === undefined) return 'code-wrong';
  await setPassword(tx, personId, await hashPassword(way.password));
  await setAuthenticatorApp(tx, needs, personId, secret, step);
  return undefined;
}

async function takePasskey(
  tx: Tx,
  asker: Asker,
  ceremony: Ceremony,
  way: Extract<NewWay, { kind: 'passkey' }>,
): Promise<NewWayRefusal | undefined> {
  const passkeyId = await finishRegistration(tx, asker, ceremony, way);
  return passkeyId === undefined ? 'passkey-not-accepted' : undefined;
}
