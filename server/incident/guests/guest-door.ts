import { randomInt } from 'node:crypto';
import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type * as contract from '../../../contract/incident.ts';
import { countTry, hashOf, startGuestSession } from '../../identity/index.ts';
import { type Asker, type Headers, notifyWithSecret, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';

/** Somebody at the door, before we know who they are. */
export interface AtTheDoor {
  readonly tx: Tx;
  readonly asker: Asker;
  readonly headers: Headers;
}

interface Link {
  readonly linkId: string;
  readonly employerId: string;
  readonly personId: string;
  readonly incidentId: string | null;
  readonly expiresAt: Date;
  readonly givenName: string;
  readonly organisationName: string;
  readonly email: string;
  readonly phone: string | null;
}

type OverOrTooMany = Refused<'too-many-tries' | 'guest-link-over'>;

const codeMinutes = 10;

export async function readGuestLink(
  door: AtTheDoor,
  needs: FollowUpNeeds,
  token: string,
): Promise<AnswerOf<typeof contract.readGuestLink> | OverOrTooMany> {
  const link = await linkBehind(door, token);
  if ('refused' in link) return link;
  const { givenName, organisationName } = link;
  return { givenName, organisationName, ...wayOf(link, needs) };
}

export async function sendGuestCode(
  door: AtTheDoor,
  needs: FollowUpNeeds,
  token: string,
): Promise<AnswerOf<typeof contract.sendGuestCode> | OverOrTooMany> {
  const link = await linkBehind(door, token);
  if ('refused' in link) return link;
  const { tx } = door;
  const tooMany = await countTry(tx, 'guest-send', link.linkId);
  if (tooMany) return tooMany;
  await tx.enter(link.employerId, link.personId);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const until = new Date(tx.now.getTime() + codeMinutes * 60_000);
  await tx.execute(`update incident.guest_link set code_hash = decode($2, 'hex'), code_until = $3 where id = $1`, [
    link.linkId,
    hashOf(`${token}:${code}`),
    until,
  ]);
  const { way } = wayOf(link, needs);
  const template = way === 'sms' ? 'guest-code' : 'sign-in-code';
  const data = { dueAt: until.toISOString() };
  await notifyWithSecret(tx, needs.vault, { personId: link.personId, template, urgent: true, data }, code);
  return { way };
}

export async function enterAsGuest(
  door: AtTheDoor,
  { token, code }: BodyOf<typeof contract.enterAsGuest>,
): Promise<{ incidentId: string | null } | OverOrTooMany | Refused<'guest-code-wrong'>> {
  const link = await linkBehind(door, token);
  if ('refused' in link) return link;
  const { tx } = door;
  const guessing = await countTry(tx, 'guest-code', link.linkId);
  if (guessing) return guessing;
  await tx.enter(link.employerId, link.personId);
  // A code works once, also for two who send it at the same moment.
  const used = await tx.execute(
    `update incident.guest_link set code_hash = null, code_until = null, last_used_at = $2
     where id = $1 and code_hash = decode($3, 'hex') and code_until > $2`,
    [link.linkId, tx.now, hashOf(`${token}:${code.replaceAll(/\s/g, '')}`)],
  );
  if (used === 0) return refuse('guest-code-wrong', { keep: true });
  await startGuestSession(door, link.personId, link.expiresAt);
  await tx.recordAudit({
    action: 'guest-entered',
    objectKind: 'person',
    objectId: link.personId,
    ...(link.incidentId !== null && { incidentId: link.incidentId }),
    detail: { linkId: link.linkId },
  });
  return { incidentId: link.incidentId };
}

/** Every look at a link counts, so that nobody comes upon one by trying. */
async function linkBehind({ tx, asker }: AtTheDoor, token: string): Promise<Link | OverOrTooMany> {
  const tooMany = await countTry(tx, 'guest-link', asker.address);
  if (tooMany) return tooMany;
  const link = await tx.maybeRow<Link>(
    `select link_id as "linkId", employer_id as "employerId", person_id as "personId", incident_id as "incidentId",
       expires_at as "expiresAt", given_name as "givenName", organisation_name as "organisationName", email, phone
     from incident.find_guest_link($1, $2)`,
    [hashOf(token), tx.now],
  );
  return link ?? refuse('guest-link-over', { keep: true });
}

/** By text where that can be; as much of the address as its owner needs to know which one it is. */
function wayOf({ email, phone }: Link, { sendsTexts = false }: FollowUpNeeds): { way: 'sms' | 'email'; ends: string } {
  if (phone !== null && sendsTexts) return { way: 'sms', ends: phone.replaceAll(/\D/g, '').slice(-2) };
  return { way: 'email', ends: `${email.slice(0, 1)}…${email.slice(email.indexOf('@'))}` };
}
