import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type * as contract from '../../contract/identity.ts';
import { getPerson, type Person } from '../organisation/index.ts';
import { type Asker, newId, notifyWithSecret, type Refused, refuse, type Tx } from '../platform/index.ts';
import { countTry, refuseAndCount } from './attempts.ts';
import { type Enrolment, enrolmentOf } from './authenticator-app.ts';
import { beginCeremony } from './ceremonies.ts';
import type { IdentityNeeds } from './needs.ts';
import { lockNewWay, takeNewWay } from './new-way.ts';
import { beginRegistration, type PasskeyOptions } from './passkeys.ts';
import { hashOf, newToken } from './secrets.ts';
import { startSession } from './sessions.ts';
import type { Visit } from './sign-in.ts';
import { tellAboutAccess } from './tell-about-access.ts';

const validDays = 7;

/** Where the link in the mail leads. The token stands behind the #: it reaches no server and no log. */
const invitationPath = (token: string) => `/uitnodiging#${token}`;

export async function invite(
  tx: Tx,
  needs: IdentityNeeds,
  personId: string,
): Promise<AnswerOf<typeof contract.invitePerson> | Refused> {
  const person = await getPerson(tx, personId);
  if (person.endedAt === null && person.email === null) return refuse('person-without-email');
  return (await notInvitable(tx, person)) ?? { invitationId: await sendInvitation(tx, needs, personId) };
}

/** The link itself, for who has no e-mail address. On the record as what it is: somebody else held it for a moment. */
export async function handOver(
  tx: Tx,
  needs: IdentityNeeds,
  asker: Asker,
  personId: string,
): Promise<AnswerOf<typeof contract.handOverInvitation> | Refused> {
  const hadAccount = await tx.maybeRow('select from identity.account where person_id = $1', [personId]);
  const refused = await notInvitable(tx, await getPerson(tx, personId));
  if (refused) return refused;
  const { invitationId, token, expiresAt } = await makeInvitation(tx, personId);
  await recordInvitation(tx, personId, invitationId, 'handed-over');
  if (hadAccount) await tellAboutAccess(tx, needs, personId, 'invitation-handed-over');
  return { invitationId, link: `${asker.origin}${invitationPath(token)}`, untilAt: expiresAt.toISOString() };
}

export async function sendInvitation(tx: Tx, needs: IdentityNeeds, personId: string): Promise<string> {
  const { invitationId, token } = await makeInvitation(tx, personId);
  const notification = { personId, template: 'invitation', urgent: false } as const;
  await notifyWithSecret(tx, needs.vault, notification, invitationPath(token));
  await recordInvitation(tx, personId, invitationId, 'mailed');
  return invitationId;
}

/** An earlier invitation that was not used stops working. */
async function makeInvitation(
  tx: Tx,
  personId: string,
): Promise<{ invitationId: string; token: string; expiresAt: Date }> {
  await tx.execute(
    'update identity.invitation set withdrawn_at = $2 where person_id = $1 and accepted_at is null and withdrawn_at is null',
    [personId, tx.now],
  );
  const [invitationId, token] = [newId(), newToken()];
  const expiresAt = new Date(tx.now.getTime() + validDays * 24 * 60 * 60_000);
  await tx.execute(
    `insert into identity.invitation (id, employer_id, person_id, token_hash, created_at, expires_at)
     values ($1, $2, $3, decode($4, 'hex'), $5, $6)`,
    [invitationId, tx.employerId, personId, hashOf(token), tx.now, expiresAt],
  );
  return { invitationId, token, expiresAt };
}

async function recordInvitation(tx: Tx, personId: string, invitationId: string, way: 'mailed' | 'handed-over') {
  const detail = { invitationId, way };
  await tx.recordAudit({ action: 'person-invited', objectKind: 'person', objectId: personId, detail });
}

async function notInvitable(
  tx: Tx,
  { id, endedAt }: Person,
): Promise<Refused<'person-has-left' | 'already-joined' | 'account-blocked'> | undefined> {
  if (endedAt !== null) return refuse('person-has-left');
  await tx.execute(
    `insert into identity.account (person_id, employer_id, state, created_at) values ($1, $2, 'invited', $3)
     on conflict (person_id) do nothing`,
    [id, tx.employerId, tx.now],
  );
  const { state } = await tx.row<{ state: string }>(
    'select state from identity.account where person_id = $1 for update',
    [id],
  );
  if (state === 'active') return refuse('already-joined');
  return state === 'blocked' ? refuse('account-blocked') : undefined;
}

interface Invitation {
  readonly id: string;
  readonly personId: string;
  readonly employerId: string;
  readonly employerName: string;
  readonly givenName: string;
  readonly email: string | null;
}

async function findInvitation(visit: Visit, token: string): Promise<Invitation | Refused> {
  const tooMany = await countTry(visit.tx, 'address', visit.asker.address);
  if (tooMany) return tooMany;
  const found = await visit.tx.maybeRow<Invitation>(
    `select id, person_id as "personId", employer_id as "employerId", employer_name as "employerName",
       given_name as "givenName", email
     from identity.find_invitation($1, $2)`,
    [hashOf(token), visit.tx.now],
  );
  return found ?? refuseAndCount('invitation-over');
}

export async function readInvitation(
  visit: Visit,
  token: string,
): Promise<AnswerOf<typeof contract.readInvitation> | Refused> {
  const invitation = await findInvitation(visit, token);
  if ('refused' in invitation) return invitation;
  const { givenName, employerName, email } = invitation;
  return { givenName, employerName, email };
}

export async function beginTotpForInvitation(visit: Visit, token: string): Promise<Enrolment | Refused> {
  const invitation = await findInvitation(visit, token);
  if ('refused' in invitation) return invitation;
  const { personId, employerId, email } = invitation;
  if (email === null) return refuse('password-needs-email');
  const ceremony = await beginCeremony(visit.tx, 'totp', { personId, employerId });
  return enrolmentOf(ceremony, email);
}

export async function beginPasskeyForInvitation(visit: Visit, token: string): Promise<PasskeyOptions | Refused> {
  const invitation = await findInvitation(visit, token);
  if ('refused' in invitation) return invitation;
  const { personId, employerId, email, givenName, employerName } = invitation;
  await visit.tx.enter(employerId, personId);
  const owner = { personId, employerId, email: email ?? employerName, name: givenName };
  return beginRegistration(visit.tx, visit.asker, owner);
}

export async function accept(
  visit: Visit,
  needs: IdentityNeeds,
  { token, way }: BodyOf<typeof contract.acceptInvitation>,
): Promise<AnswerOf<typeof contract.acceptInvitation> | Refused> {
  const { tx, asker } = visit;
  const invitation = await findInvitation(visit, token);
  if ('refused' in invitation) return invitation;
  const { id, personId, employerId, employerName, givenName, email } = invitation;
  if (way.kind === 'password' && email === null) return refuse('password-needs-email');
  const ceremony = await lockNewWay(tx, way, personId);
  if (ceremony === undefined) return refuse('ceremony-over');
  await tx.enter(employerId, personId);
  const accepted = await tx.execute(
    'update identity.invitation set accepted_at = $2 where id = $1 and accepted_at is null',
    [id, tx.now],
  );
  if (accepted === 0) return refuse('invitation-over');
  const about = [givenName, employerName, email ?? ''];
  const recoveryCodes = await takeNewWay(tx, needs, asker, ceremony, way, { personId, about });
  if ('refused' in recoveryCodes) return recoveryCodes;
  await tx.execute(`update identity.account set state = 'active' where person_id = $1`, [personId]);
  await tx.recordAudit({
    action: 'invitation-accepted',
    objectKind: 'person',
    objectId: personId,
    detail: { invitationId: id, way: way.kind },
  });
  await startSession(tx, visit, { personId, method: 'invitation', isProven: true });
  return { state: 'signed_in', recoveryCodes };
}
