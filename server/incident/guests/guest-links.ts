import type { AnswerOf, QueryOf } from '../../../contract/endpoint.ts';
import type * as contract from '../../../contract/incident.ts';
import { endGuestSessions } from '../../identity/index.ts';
import { requireRole } from '../../organisation/index.ts';
import { Absent, pageOf, placeOf, type Session, type Tx } from '../../platform/index.ts';
import { getIncidentHead, requirePart } from '../incident-head.ts';
import { type Named, refOf } from '../person-ref.ts';

interface Row extends Named {
  readonly linkId: string;
  readonly belongsTo: string;
  readonly incidentId: string | null;
  readonly number: string | null;
  readonly sentAt: Date;
  readonly untilAt: Date;
  readonly lastUsedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** Of one dossier, for who acts on it; without one the whole list, for the coordinator. */
export async function listGuestLinks(
  tx: Tx,
  session: Session,
  { incidentId, cursor, limit }: QueryOf<typeof contract.listGuestLinks>,
): Promise<AnswerOf<typeof contract.listGuestLinks>> {
  if (incidentId === undefined) requireRole(session, 'coordinator');
  else requirePart(await getIncidentHead(tx, incidentId), 'act');
  const after = placeOf(cursor);
  const rows = await tx.rows<Row>(
    `select l.id as "linkId", p.id, p.given_name as "givenName", p.family_name as "familyName",
       coalesce(p.home_employer_name, p.job_title) as "belongsTo", i.id as "incidentId", i.number,
       l.sent_at as "sentAt", l.expires_at as "untilAt", l.last_used_at as "lastUsedAt", l.withdrawn_at as "withdrawnAt"
     from incident.guest_link l
     join organisation.person p on p.id = l.person_id
     left join incident.incident i on i.id = l.incident_id
     where l.employer_id = $1 and ($2::uuid is null or l.incident_id = $2)
       and ($4::timestamptz is null or (l.sent_at, l.id) < ($4, $5::uuid))
     order by l.sent_at desc, l.id desc limit $3`,
    [tx.employerId, incidentId ?? null, limit + 1, after?.at ?? null, after?.id ?? null],
  );
  const { page, next } = pageOf(rows, limit, ({ sentAt, linkId }) => ({ at: sentAt, id: linkId }));
  return { links: page.map((row) => linkOf(row, tx.now)), next };
}

function linkOf(row: Row, now: Date): AnswerOf<typeof contract.listGuestLinks>['links'][number] {
  const { linkId, belongsTo, incidentId, number, sentAt, untilAt, lastUsedAt, withdrawnAt } = row;
  return {
    linkId,
    person: refOf({ id: row.id, givenName: row.givenName, familyName: row.familyName }),
    belongsTo,
    incident: incidentId === null || number === null ? null : { incidentId, number },
    sentAt: sentAt.toISOString(),
    untilAt: untilAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    state: withdrawnAt !== null ? 'withdrawn' : untilAt <= now ? 'expired' : 'open',
  };
}

/** Closed for whoever comes, and for whoever is inside. */
export async function withdrawGuestLink(
  tx: Tx,
  personId: string,
  linkId: string,
): Promise<{ linkId: string; state: 'withdrawn' }> {
  const link = await tx.maybeRow<{ personId: string; incidentId: string | null }>(
    `select person_id as "personId", incident_id as "incidentId" from incident.guest_link where id = $1`,
    [linkId],
  );
  // One's own link is seen too, but closed by whoever sent it.
  if (link === undefined || link.personId === personId) throw new Absent('guest link');
  await tx.execute('update incident.guest_link set withdrawn_at = coalesce(withdrawn_at, $2) where id = $1', [
    linkId,
    tx.now,
  ]);
  await endGuestSessions(tx, link.personId);
  await tx.recordAudit({
    action: 'guest-link-withdrawn',
    objectKind: 'person',
    objectId: link.personId,
    ...(link.incidentId !== null && { incidentId: link.incidentId }),
    detail: { linkId },
  });
  return { linkId, state: 'withdrawn' };
}
