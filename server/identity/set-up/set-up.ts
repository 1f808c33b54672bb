import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type * as contract from '../../../contract/setup.ts';
import { appointFirst, foundEmployer } from '../../organisation/index.ts';
import { newId, type Refused, refuse } from '../../platform/index.ts';
import { type Enrolment, enrolmentOf } from '../authenticator-app.ts';
import { beginCeremony } from '../ceremonies.ts';
import type { IdentityNeeds } from '../needs.ts';
import { lockNewWay, takeNewWay } from '../new-way.ts';
import { beginRegistration, type PasskeyOptions } from '../passkeys.ts';
import { startSession } from '../sessions.ts';
import type { Visit } from '../sign-in.ts';
import { mayNotSetUp } from './set-up-code.ts';

export async function checkCode(visit: Visit, code: string): Promise<{ state: 'right' } | Refused> {
  return (await mayNotSetUp(visit, code)) ?? { state: 'right' };
}

export async function beginTotpForSetUp(
  visit: Visit,
  { setUpCode, email }: BodyOf<typeof contract.beginSetUpTotp>,
): Promise<Enrolment | Refused> {
  const refused = await mayNotSetUp(visit, setUpCode);
  if (refused) return refused;
  return enrolmentOf(await beginCeremony(visit.tx, 'totp'), email);
}

/** The passkey carries the id of its owner, so the first administrator has one before there is an organisation. */
export async function beginPasskeyForSetUp(
  visit: Visit,
  { setUpCode, administrator }: BodyOf<typeof contract.beginSetUpPasskey>,
): Promise<PasskeyOptions | Refused> {
  const refused = await mayNotSetUp(visit, setUpCode);
  if (refused) return refused;
  const { givenName, familyName, email } = administrator;
  const owner = {
    personId: newId<'person'>(),
    employerId: newId<'employer'>(),
    email,
    name: `${givenName} ${familyName}`,
  };
  await visit.tx.enter(owner.employerId, null);
  return beginRegistration(visit.tx, visit.asker, owner);
}

const SET_UP_LOCK = 7_283_410_003;

export async function setUp(
  visit: Visit,
  needs: IdentityNeeds,
  { setUpCode, organisation, administrator, way }: BodyOf<typeof contract.setUp>,
): Promise<AnswerOf<typeof contract.setUp> | Refused> {
  const { tx, asker } = visit;
  // Two who set up at once would make two organisations.
  await tx.execute('select pg_advisory_xact_lock($1)', [SET_UP_LOCK]);
  const refused = await mayNotSetUp(visit, setUpCode);
  if (refused) return refused;
  const ceremony = await lockNewWay(tx, way);
  if (ceremony === undefined) return refuse('ceremony-over');

  const employerId = ceremony.employerId ?? newId<'employer'>();
  const personId = ceremony.personId ?? newId();
  await tx.enter(employerId, personId);
  await foundEmployer(tx, organisation);
  await appointFirst(tx, personId, administrator);
  await tx.execute(
    `insert into identity.account (person_id, employer_id, state, created_at) values ($1, $2, 'active', $3)`,
    [personId, employerId, tx.now],
  );
  // Again: now that there is a role to enter with.
  await tx.enter(employerId, personId);
  const about = [administrator.givenName, administrator.familyName, administrator.email, organisation.name];
  const recoveryCodes = await takeNewWay(tx, needs, asker, ceremony, way, { personId, about });
  if ('refused' in recoveryCodes) return recoveryCodes;
  await tx.execute('delete from identity.set_up_code');
  await needs.furnish(tx);
  await startSession(tx, visit, { personId, method: 'set_up', isProven: true });
  return { state: 'signed_in', recoveryCodes };
}
