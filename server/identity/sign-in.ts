import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type * as contract from '../../contract/identity.ts';
import type { SignInMethod } from '../../contract/identity.ts';
import { type Asker, type Headers, type Refused, THE_HOUSE, type Tx } from '../platform/index.ts';
import { countTry, refuseAndCount } from './attempts.ts';
import { beginCeremony, type Ceremony, endCeremony, lockCeremony } from './ceremonies.ts';
import type { IdentityNeeds } from './needs.ts';
import { authenticate, noteUse } from './passkeys.ts';
import { checkAgainstNobody, isPassword } from './passwords.ts';
import { startSession } from './sessions.ts';
import { isCodeOf, isRecoveryCodeOf } from './ways-to-sign-in.ts';

export interface Visit {
  readonly tx: Tx;
  readonly asker: Asker;
  readonly headers: Headers;
}

interface Candidate {
  readonly personId: string;
  readonly employerId: string;
  readonly employerName: string;
  readonly passwordHash: string;
  readonly hasTotp: boolean;
}

type SignedIn = { readonly state: 'signed_in' };

/** An address nobody has, a wrong password and a blocked account are answered alike, after the same work. */
export async function checkPassword(
  { tx, asker }: Visit,
  { email, password, employerId }: BodyOf<typeof contract.signInWithPassword>,
): Promise<AnswerOf<typeof contract.signInWithPassword> | Refused> {
  const address = email.toLowerCase();
  const tooMany = (await countTry(tx, 'address', asker.address)) ?? (await countTry(tx, 'email', address));
  if (tooMany) return tooMany;
  const candidates = await candidatesFor(tx, address);
  const right = await withThisPassword(candidates, password);
  const wanted = right.filter((candidate) => employerId === undefined || candidate.employerId === employerId);
  const [first] = wanted;
  if (first === undefined) {
    await recordFailure(tx, candidates[0]);
    return refuseAndCount('sign-in-failed');
  }
  if (wanted.length > 1) return { state: 'choose_employer', employers: wanted.map(employerOf) };
  const { personId, employerId: chosen } = first;
  return { state: 'code_needed', ceremony: await beginCeremony(tx, 'second_factor', { personId, employerId: chosen }) };
}

export async function signInWithCode(
  visit: Visit,
  needs: IdentityNeeds,
  { ceremony, code }: BodyOf<typeof contract.signInWithCode>,
): Promise<SignedIn | Refused> {
  return finishWith(visit, ceremony, 'password', (personId) => isCodeOf(visit.tx, needs, personId, code));
}

export async function signInWithRecoveryCode(
  visit: Visit,
  needs: IdentityNeeds,
  { ceremony, recoveryCode }: BodyOf<typeof contract.signInWithRecoveryCode>,
): Promise<SignedIn | Refused> {
  return finishWith(visit, ceremony, 'recovery_code', async (personId) => {
    if (!(await isRecoveryCodeOf(visit.tx, personId, recoveryCode))) return false;
    await needs.notify(visit.tx, { personId, template: 'sign-in-changed', urgent: false });
    return true;
  });
}

export async function signInWithPasskey(
  { tx, asker, headers }: Visit,
  body: BodyOf<typeof contract.signInWithPasskey>,
): Promise<SignedIn | Refused> {
  const tooMany = await countTry(tx, 'address', asker.address);
  if (tooMany) return tooMany;
  const ceremony = await lockCeremony(tx, 'passkey_sign_in', body.ceremony);
  if (ceremony === undefined) return refuseAndCount('ceremony-over');
  const proof = await authenticate(tx, asker, ceremony, body.response);
  if (proof === undefined) return refuseAndCount('passkey-unknown');
  const { passkey, counter } = proof;
  await tx.enter(passkey.employerId, passkey.personId);
  await endCeremony(tx, ceremony);
  await noteUse(tx, passkey.id, counter);
  await startSession(tx, { asker, headers }, { personId: passkey.personId, method: 'passkey', isProven: true });
  return { state: 'signed_in' };
}

/** The second half: who is known since the first half, and is let in when the code is right. */
async function finishWith(
  { tx, asker, headers }: Visit,
  token: string,
  method: SignInMethod,
  isRight: (personId: string) => Promise<boolean>,
): Promise<SignedIn | Refused> {
  const tooMany = await countTry(tx, 'address', asker.address);
  if (tooMany) return tooMany;
  const ceremony = await lockCeremony(tx, 'second_factor', token);
  if (ceremony?.personId == null || ceremony.employerId === null) return refuseAndCount('ceremony-over');
  const { personId, employerId } = ceremony as Ceremony & { personId: string; employerId: string };
  const guessing = await countTry(tx, 'code', personId);
  if (guessing) return guessing;
  await tx.enter(employerId, personId);
  if (!(await isStillWelcome(tx, personId))) return refuseAndCount('ceremony-over');
  if (!(await isRight(personId))) {
    await recordRefusal(tx, personId, method);
    return refuseAndCount('code-wrong');
  }
  await endCeremony(tx, ceremony);
  await startSession(tx, { asker, headers }, { personId, method, isProven: true });
  return { state: 'signed_in' };
}

async function candidatesFor(tx: Tx, address: string): Promise<Candidate[]> {
  const found = await tx.rows<Candidate>(
    `select person_id as "personId", employer_id as "employerId", employer_name as "employerName",
       password_hash as "passwordHash", has_totp as "hasTotp"
     from identity.find_account_for_sign_in($1)`,
    [address],
  );
  return found.filter(({ hasTotp }) => hasTotp);
}

async function withThisPassword(candidates: readonly Candidate[], password: string): Promise<Candidate[]> {
  if (candidates.length === 0) await checkAgainstNobody(password);
  const checks = await Promise.all(candidates.map(({ passwordHash }) => isPassword(passwordHash, password)));
  return candidates.filter((_, at) => checks[at]);
}

/** An address that nobody has leaves a trace too, so that it costs the same work as one that somebody has. */
async function recordFailure(tx: Tx, candidate: Candidate | undefined): Promise<void> {
  await tx.enter(candidate?.employerId ?? THE_HOUSE, null);
  await recordRefusal(tx, candidate?.personId ?? 'unknown', 'password');
}

async function recordRefusal(tx: Tx, personId: string, method: SignInMethod): Promise<void> {
  await tx.recordAudit({
    action: 'signed-in',
    objectKind: 'person',
    objectId: personId,
    result: 'refused',
    detail: { method },
  });
}

/** Minutes lie between the two halves: somebody may have left, or been blocked. */
async function isStillWelcome(tx: Tx, personId: string): Promise<boolean> {
  const found = await tx.maybeRow(
    `select 1 from identity.account a join organisation.person p on p.id = a.person_id
     where a.person_id = $1 and a.state = 'active' and p.ended_at is null`,
    [personId],
  );
  return found !== undefined;
}

function employerOf({ employerId, employerName }: Candidate): { id: string; name: string } {
  return { id: employerId, name: employerName };
}
