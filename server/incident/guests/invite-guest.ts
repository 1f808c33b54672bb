import type { BodyOf } from '../../../contract/endpoint.ts';
import type * as contract from '../../../contract/incident.ts';
import { canSignIn, endGuestSessions, hashOf, newToken } from '../../identity/index.ts';
import { getPerson, requireRole, welcomeGuest } from '../../organisation/index.ts';
import {
  Absent,
  notifyWithSecret,
  type Refused,
  refuse,
  type Session,
  type Tx,
  type Vault,
} from '../../platform/index.ts';
import { type AddInvolvedRefusal, addInvolved } from '../add-involved.ts';
import type { Flawed } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { lockIncident } from '../lock-incident.ts';

type Invitation = BodyOf<typeof contract.inviteGuest>;
type Sent = { readonly linkId: string; readonly state: 'sent' };
type InviteRefusal = 'guest-can-sign-in' | 'guest-is-known' | 'guest-without-email' | AddInvolvedRefusal;

/** As long as the follow-up of most incidents takes; whoever needs it longer gets a new one. */
const validDays = 30;

/** Where the link in the mail leads. The token stands behind the #: it reaches no server and no log. */
const guestPath = (token: string) => `/gast#${token}`;

/** By who leads, onto a dossier; by the coordinator also without one, for somebody who wants to report. */
export async function inviteGuest(
  { vault }: { readonly vault: Vault },
  tx: Tx,
  session: Session,
  { linkId, on, guest }: Invitation,
): Promise<Sent | Flawed | Refused<InviteRefusal>> {
  if (on === null) requireRole(session, 'coordinator');
  else await lockIncident(tx, on.incidentId, 'add_people');
  const flaws = citizenServiceNumbersIn({ guest: guest.kind === 'new' ? { ...guest, phone: null } : guest });
  if (flaws.length > 0) return { flaws };

  const personId = guest.kind === 'new' ? await welcomeGuest(tx, guest) : await knownGuest(tx, guest.personId);
  if (typeof personId !== 'string') return personId;
  if (on !== null) {
    const placed = await placeOn(tx, session.personId, { ...on, personId, isNew: guest.kind === 'new' });
    if (placed) return placed;
  }
  await sendLink(vault, tx, session, { linkId, personId, incidentId: on?.incidentId ?? null });
  return { linkId, state: 'sent' };
}

/** A link goes to the address that we have of somebody: whoever invites cannot send another's door to themselves. */
async function knownGuest(
  tx: Tx,
  personId: string,
): Promise<string | Flawed | Refused<'guest-can-sign-in' | 'guest-without-email'>> {
  const [person] = await tx.rows(
    'select from organisation.person where id = $1 and (ended_at is null or ended_at > $2)',
    [personId, tx.now],
  );
  if (!person) return { flaws: [{ path: ['guest', 'personId'], code: 'unknown-colleague' }] };
  const [holding] = await tx.rows('select from organisation.holdings_of($1, $2)', [personId, tx.now]);
  if (holding || (await canSignIn(tx, personId))) return refuse('guest-can-sign-in');
  const { email } = await getPerson(tx, personId);
  return email === null ? refuse('guest-without-email') : personId;
}

interface Placed {
  readonly incidentId: string;
  readonly personId: string;
  readonly role: 'victim' | 'witness';
  readonly isNew: boolean;
}

/** Who is on it already only gets a link. Undefined when it is good. */
async function placeOn(tx: Tx, by: string, { incidentId, personId, role, isNew }: Placed) {
  const [there] = isNew
    ? []
    : await tx.rows(
        `select from incident.involved
         where incident_id = $1 and person_id = $2 and role in ('reporter', 'victim', 'witness')`,
        [incidentId, personId],
      );
  if (there) return undefined;
  const added = await addInvolved(tx, by, { incidentId, involvedId: personId, role });
  return 'state' in added ? undefined : added;
}

interface NewLink {
  readonly linkId: string;
  readonly personId: string;
  readonly incidentId: string | null;
}

/** An earlier link to the same stops working, also for whoever is inside by it. */
async function sendLink(vault: Vault, tx: Tx, session: Session, { linkId, personId, incidentId }: NewLink) {
  const sent = await tx.maybeRow<{ personId: string }>(
    'select person_id as "personId" from incident.guest_link where id = $1',
    [linkId],
  );
  // Sent again it is the invitation that is there; under one id there are never two.
  if (sent && sent.personId !== personId) throw new Absent('guest link');
  if (sent) return;
  const token = newToken();
  const expiresAt = new Date(tx.now.getTime() + validDays * 24 * 60 * 60_000);
  const ended = await tx.execute(
    `update incident.guest_link set withdrawn_at = $3
     where person_id = $1 and incident_id is not distinct from $2 and withdrawn_at is null and id <> $4`,
    [personId, incidentId, tx.now, linkId],
  );
  if (ended > 0) await endGuestSessions(tx, personId);
  await tx.execute(
    `insert into incident.guest_link (id, employer_id, person_id, incident_id, token_hash, sent_by, sent_at, expires_at)
     values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8)`,
    [linkId, tx.employerId, personId, incidentId, hashOf(token), session.personId, tx.now, expiresAt],
  );
  const data = { dueAt: expiresAt.toISOString() };
  await notifyWithSecret(tx, vault, { personId, template: 'guest-link', urgent: false, data }, guestPath(token));
  await tx.recordAudit({
    action: 'guest-invited',
    objectKind: 'person',
    objectId: personId,
    ...(incidentId !== null && { incidentId }),
    detail: { linkId },
  });
}
