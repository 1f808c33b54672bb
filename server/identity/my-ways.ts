import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type * as contract from '../../contract/identity.ts';
import { getEmployer, getPerson } from '../organisation/index.ts';
import { type Asker, type Refused, refuse, type Session, type Tx } from '../platform/index.ts';
import { countTry, refuseAndCount } from './attempts.ts';
import { type Enrolment, enrolmentOf, secretFrom, stepOfCode } from './authenticator-app.ts';
import { beginCeremony, endCeremony, lockCeremony } from './ceremonies.ts';
import { isDemonstration, unconfirmed } from './confirmation.ts';
import type { IdentityNeeds } from './needs.ts';
import { beginRegistration, finishRegistration, type PasskeyOptions } from './passkeys.ts';
import { hashPassword, isPassword, isTooCommon } from './passwords.ts';
import { endSessionsOf } from './sessions.ts';
import { accountWays, newRecoveryCodes, setAuthenticatorApp, setPassword } from './ways-to-sign-in.ts';

type Changed = { readonly state: 'changed' };

export async function changePassword(
  tx: Tx,
  needs: IdentityNeeds,
  session: Session,
  { currentPassword, newPassword }: BodyOf<typeof contract.changePassword>,
): Promise<Changed | Refused> {
  const { personId } = session;
  if (isDemonstration(session)) return refuse('not-in-demonstration');
  const tooMany = await countTry(tx, 'password', personId);
  if (tooMany) return tooMany;
  const account = await tx.maybeRow<{ passwordHash: string | null }>(
    'select password_hash as "passwordHash" from identity.account where person_id = $1 for update',
    [personId],
  );
  const hash = account?.passwordHash;
  if (!hash || !(await isPassword(hash, currentPassword))) return refuseAndCount('password-wrong');
  const [person, employer] = await Promise.all([getPerson(tx, personId), getEmployer(tx)]);
  if (isTooCommon(newPassword, [person.givenName, person.familyName, person.email ?? '', employer.name])) {
    return refuse('password-too-common');
  }
  await setPassword(tx, personId, await hashPassword(newPassword));
  await endSessionsOf(tx, personId, session.sessionId);
  await tellChanged(tx, needs, personId, 'password-changed');
  return { state: 'changed' };
}

export async function beginTotp(tx: Tx, session: Session): Promise<Enrolment | Refused> {
  const refused = unconfirmed(session, tx.now);
  if (refused) return refused;
  const { personId, employerId } = session;
  const person = await getPerson(tx, personId);
  return enrolmentOf(await beginCeremony(tx, 'totp', { personId, employerId }), person.email ?? person.givenName);
}

export async function setTotp(
  tx: Tx,
  needs: IdentityNeeds,
  session: Session,
  body: BodyOf<typeof contract.setTotp>,
): Promise<Changed | Refused> {
  const refused = unconfirmed(session, tx.now);
  if (refused) return refused;
  const ceremony = await lockCeremony(tx, 'totp', body.ceremony);
  if (ceremony?.personId !== session.personId) return refuse('ceremony-over');
  const secret = secretFrom(ceremony.token);
  const step = stepOfCode(secret, body.code, tx.now);
  if (step === undefined) return refuse('code-wrong');
  await endCeremony(tx, ceremony);
  await setAuthenticatorApp(tx, needs, session.personId, secret, step);
  await tellChanged(tx, needs, session.personId, 'authenticator-app-changed');
  return { state: 'changed' };
}

export async function beginPasskey(tx: Tx, session: Session, asker: Asker): Promise<PasskeyOptions | Refused> {
  const refused = unconfirmed(session, tx.now);
  if (refused) return refused;
  const { personId, employerId } = session;
  const { email, givenName, familyName } = await getPerson(tx, personId);
  const name = `${givenName} ${familyName}`;
  return beginRegistration(tx, asker, { personId, employerId, email: email ?? name, name });
}

export async function addPasskey(
  tx: Tx,
  needs: IdentityNeeds,
  session: Session,
  asker: Asker,
  body: BodyOf<typeof contract.addPasskey>,
): Promise<AnswerOf<typeof contract.addPasskey> | Refused> {
  const refused = unconfirmed(session, tx.now);
  if (refused) return refused;
  const ceremony = await lockCeremony(tx, 'passkey_registration', body.ceremony);
  if (ceremony?.personId !== session.personId) return refuse('ceremony-over');
  const passkeyId = await finishRegistration(tx, asker, ceremony, body);
  if (passkeyId === undefined) return refuse('passkey-not-accepted');
  await endCeremony(tx, ceremony);
  await tellChanged(tx, needs, session.personId, 'passkey-added');
  return { passkeyId };
}

export async function removePasskey(
  tx: Tx,
  needs: IdentityNeeds,
  session: Session,
  passkeyId: string,
): Promise<{ passkeyId: string } | Refused> {
  const refused = unconfirmed(session, tx.now);
  if (refused) return refused;
  const { personId } = session;
  // Two passkeys removed at once could leave nothing.
  await tx.row('select 1 from identity.account where person_id = $1 for update', [personId]);
  const passkeys = await tx.rows<{ id: string }>('select id from identity.passkey where person_id = $1', [personId]);
  await tx.row('select 1 from identity.passkey where id = $1 and person_id = $2', [passkeyId, personId]);
  const ways = await accountWays(tx, personId);
  const hasPassword = ways?.hasPassword === true && ways.hasTotp;
  if (passkeys.length === 1 && !hasPassword) return refuse('last-way-to-sign-in');
  await tx.execute('delete from identity.passkey where id = $1', [passkeyId]);
  await tellChanged(tx, needs, personId, 'passkey-removed');
  return { passkeyId };
}

export async function makeRecoveryCodes(
  tx: Tx,
  needs: IdentityNeeds,
  session: Session,
): Promise<{ recoveryCodes: string[] } | Refused> {
  const refused = unconfirmed(session, tx.now);
  if (refused) return refused;
  const recoveryCodes = await newRecoveryCodes(tx, session.personId);
  await tellChanged(tx, needs, session.personId, 'recovery-codes-made');
  return { recoveryCodes };
}

/** By mail too: whoever did not do this themselves must hear of it. */
async function tellChanged(tx: Tx, needs: IdentityNeeds, personId: string, action: string): Promise<void> {
  await tx.recordAudit({ action, objectKind: 'person', objectId: personId });
  await needs.notify(tx, { personId, template: 'sign-in-changed', urgent: false });
}
