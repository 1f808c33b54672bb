import type { BodyOf } from '../../contract/endpoint.ts';
import type * as contract from '../../contract/identity.ts';
import { type Asker, type Refused, refuse, type Session, type Tx } from '../platform/index.ts';
import { countTry, refuseAndCount } from './attempts.ts';
import { endCeremony, lockCeremony } from './ceremonies.ts';
import type { IdentityNeeds } from './needs.ts';
import { authenticate, beginAuthentication, noteUse, type PasskeyOptions } from './passkeys.ts';
import { confirmationMs, isCodeOf } from './ways-to-sign-in.ts';

export type ConfirmationRefusal = 'confirm-it-is-you' | 'not-in-demonstration';

/**
 * Ways to sign in are changed by who showed a second factor minutes ago, not by who sat down at an open screen.
 * Undefined when it is good.
 */
export function unconfirmed(session: Session, now: Date): Refused<ConfirmationRefusal> | undefined {
  if (isDemonstration(session)) return refuse('not-in-demonstration');
  const shownAt = session['secondFactorAt'];
  const isFresh = shownAt instanceof Date && now.getTime() - shownAt.getTime() < confirmationMs;
  return isFresh ? undefined : refuse('confirm-it-is-you');
}

export function isDemonstration(session: Session): boolean {
  return session['method'] === 'demonstration';
}

type Confirmed = { readonly state: 'confirmed' };

export async function confirmWithCode(
  tx: Tx,
  needs: IdentityNeeds,
  session: Session,
  code: string,
): Promise<Confirmed | Refused> {
  if (isDemonstration(session)) return refuse('not-in-demonstration');
  const guessing = await countTry(tx, 'code', session.personId);
  if (guessing) return guessing;
  if (!(await isCodeOf(tx, needs, session.personId, code))) return refuseAndCount('code-wrong');
  return noteConfirmation(tx, session);
}

export async function beginPasskeyConfirmation(
  tx: Tx,
  session: Session,
  asker: Asker,
): Promise<PasskeyOptions | Refused> {
  if (isDemonstration(session)) return refuse('not-in-demonstration');
  return beginAuthentication(tx, asker, 'passkey_confirmation', session.personId);
}

export async function confirmWithPasskey(
  tx: Tx,
  session: Session,
  asker: Asker,
  body: BodyOf<typeof contract.confirmWithPasskey>,
): Promise<Confirmed | Refused> {
  if (isDemonstration(session)) return refuse('not-in-demonstration');
  const guessing = await countTry(tx, 'code', session.personId);
  if (guessing) return guessing;
  const ceremony = await lockCeremony(tx, 'passkey_confirmation', body.ceremony);
  if (ceremony?.personId !== session.personId) return refuseAndCount('ceremony-over');
  const proof = await authenticate(tx, asker, ceremony, body.response);
  if (proof?.passkey.personId !== session.personId) return refuseAndCount('passkey-unknown');
  await endCeremony(tx, ceremony);
  await noteUse(tx, proof.passkey.id, proof.counter);
  return noteConfirmation(tx, session);
}

async function noteConfirmation(tx: Tx, session: Session): Promise<Confirmed> {
  await tx.execute('update identity.session set second_factor_at = $2 where id = $1', [session.sessionId, tx.now]);
  await tx.recordAudit({ action: 'confirmed-it-is-them', objectKind: 'session', objectId: session.sessionId });
  return { state: 'confirmed' };
}
