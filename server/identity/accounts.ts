import type { AnswerOf, QueryOf } from '../../contract/endpoint.ts';
import type { AccountState, listAccess } from '../../contract/identity.ts';
import type { Role } from '../../contract/organisation.ts';
import { colleagueRef, getPerson, teamsOf } from '../organisation/index.ts';
import { type Refused, refuse, type Session, type Tx } from '../platform/index.ts';
import { sendInvitation } from './invitations.ts';
import type { IdentityNeeds } from './needs.ts';
import { endSessionsOf } from './sessions.ts';
import { tellAboutAccess } from './tell-about-access.ts';
import { removeAllWays } from './ways-to-sign-in.ts';

interface AccessRow {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly jobTitle: string;
  readonly account: AccountState;
  readonly invitedUntil: Date | null;
  readonly lastSeenAt: Date | null;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
  readonly deputyFor: string[];
  readonly roles: { holdingId: string; role: Role; teamName: string | null; since: string }[];
}

/** Who can come in, and as what. The cursor is an id, so no name stands in an address. */
export async function readAccess(
  tx: Tx,
  { after, limit }: QueryOf<typeof listAccess>,
): Promise<AnswerOf<typeof listAccess>> {
  const rows = await tx.rows<AccessRow>(
    `select p.id, p.given_name as "givenName", p.family_name as "familyName", p.job_title as "jobTitle",
       coalesce(a.state, 'none') as account,
       (select max(i.expires_at) from identity.invitation i
        where i.person_id = p.id and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $2) as "invitedUntil",
       (select max(s.last_seen_at) from identity.session s where s.person_id = p.id) as "lastSeenAt",
       exists (select from identity.totp t where t.person_id = p.id) as "hasTotp",
       exists (select from identity.passkey k where k.person_id = p.id) as "hasPasskey",
       array(select b.given_name || ' ' || b.family_name from organisation.deputyship d
             join organisation.person b on b.id = d.absent_person_id
             where d.deputy_person_id = p.id and d.since <= $2 and d.until > $2) as "deputyFor",
       coalesce((
         select jsonb_agg(jsonb_build_object('holdingId', h.id, 'role', h.role, 'teamName', t.name, 'since', h.since)
                          order by h.role, t.name)
         from organisation.role_holding h left join organisation.team t on t.id = h.team_id
         where h.person_id = p.id and h.since <= $2 and (h.until is null or h.until > $2)), '[]') as roles
     from organisation.person p
     left join identity.account a on a.person_id = p.id
     where p.employer_id = $1 and (p.ended_at is null or p.ended_at > $2)
       and ($3::uuid is null or (p.sort_name, p.id) > (select q.sort_name, q.id from organisation.person q where q.id = $3))
     order by p.sort_name, p.id
     limit $4`,
    [tx.employerId, tx.now, after ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const teams = await teamsOf(
    tx,
    page.map(({ id }) => id),
    tx.now,
  );
  const people = page.map((row) => ({
    ...colleagueRef(row),
    jobTitle: row.jobTitle,
    account: row.account,
    invitedUntilAt: row.invitedUntil?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    secondFactor: secondFactorOf(row),
    teams: (teams.get(row.id) ?? []).map(({ name }) => name),
    roles: row.roles.map(({ since, ...held }) => ({ ...held, sinceAt: new Date(since).toISOString() })),
    deputyFor: row.deputyFor,
  }));
  return { people, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

function secondFactorOf({ hasTotp, hasPasskey }: AccessRow): 'none' | 'authenticator_app' | 'passkey' | 'both' {
  if (hasTotp && hasPasskey) return 'both';
  if (hasPasskey) return 'passkey';
  return hasTotp ? 'authenticator_app' : 'none';
}

export async function block(tx: Tx, session: Session, personId: string): Promise<{ personId: string } | Refused> {
  if (personId === session.personId) return refuse('cannot-block-yourself');
  await getPerson(tx, personId);
  if ((await lockAccount(tx, personId)) === undefined) return refuse('no-account');
  await tx.execute(`update identity.account set state = 'blocked' where person_id = $1`, [personId]);
  await endSessionsOf(tx, personId);
  await tx.recordAudit({ action: 'account-blocked', objectKind: 'person', objectId: personId });
  return { personId };
}

export async function unblock(tx: Tx, personId: string): Promise<{ personId: string } | Refused> {
  const person = await getPerson(tx, personId);
  if (person.endedAt !== null) return refuse('person-has-left');
  if ((await lockAccount(tx, personId)) === undefined) return refuse('no-account');
  await tx.execute(
    `update identity.account a set state = case
       when a.password_hash is not null or exists (select from identity.passkey k where k.person_id = a.person_id) then 'active'
       else 'invited' end
     where a.person_id = $1`,
    [personId],
  );
  await tx.recordAudit({ action: 'account-unblocked', objectKind: 'person', objectId: personId });
  return { personId };
}

/** A lost phone and no recovery codes: begin again, with an invitation to the known address. */
export async function reset(
  tx: Tx,
  needs: IdentityNeeds,
  session: Session,
  personId: string,
): Promise<{ invitationId: string } | Refused> {
  if (personId === session.personId) return refuse('cannot-reset-yourself');
  const person = await getPerson(tx, personId);
  if (person.endedAt !== null) return refuse('person-has-left');
  if (person.email === null) return refuse('person-without-email');
  const account = await lockAccount(tx, personId);
  if (account === undefined) return refuse('no-account');
  if (account.state === 'blocked') return refuse('account-blocked');
  await removeAllWays(tx, personId);
  await endSessionsOf(tx, personId);
  await tx.execute(`update identity.account set state = 'invited' where person_id = $1`, [personId]);
  await tx.recordAudit({ action: 'account-reset', objectKind: 'person', objectId: personId });
  await tellAboutAccess(tx, needs, personId, 'account-reset');
  return { invitationId: await sendInvitation(tx, needs, personId) };
}

async function lockAccount(tx: Tx, personId: string): Promise<{ state: AccountState } | undefined> {
  return tx.maybeRow('select state from identity.account where person_id = $1 for update', [personId]);
}
