import type { AnswerOf, QueryOf } from '../../../contract/endpoint.ts';
import type { listVisitLooks as endpoint } from '../../../contract/incident.ts';
import { pageOf, placeOf, type Tx } from '../../platform/index.ts';
import { refOf } from '../person-ref.ts';
import { requireCoordinator } from '../require-coordinator.ts';
import type { LookRow } from './approach-rows.ts';

type Listed = AnswerOf<typeof endpoint>;

interface Row extends LookRow {
  readonly isFound: boolean;
  readonly incidentId: string | null;
  readonly number: string | null;
}

/** Who asked, what for, and whether there was an agreement. For whom they asked without one is kept nowhere. */
export async function listVisitLooks(tx: Tx, { cursor, limit }: QueryOf<typeof endpoint>): Promise<Listed> {
  await requireCoordinator(tx, 'who asked about the next visit');
  const after = placeOf(cursor);
  const rows = await tx.rows<Row>(
    `select l.id as "lookId", l.at, l.purpose, l.is_found as "isFound", i.id as "incidentId", i.number,
       p.id, p.given_name as "givenName", p.family_name as "familyName"
     from incident.visit_look l
     join organisation.person p on p.id = l.person_id
     left join incident.incident i on i.id = l.incident_id
     where l.employer_id = $1 and ($2::timestamptz is null or (l.at, l.id) < ($2, $3::uuid))
     order by l.at desc, l.id desc limit $4`,
    [tx.employerId, after?.at ?? null, after?.id ?? null, limit + 1],
  );
  const { page, next } = pageOf(rows, limit, ({ at, lookId }) => ({ at, id: lookId }));
  await tx.recordAudit({ action: 'visit-looks-read', objectKind: 'register', objectId: tx.employerId });
  return {
    looks: page.map(({ lookId, at, purpose, isFound, incidentId, number, ...person }) => ({
      lookId,
      person: refOf(person),
      at: at.toISOString(),
      purpose,
      isFound,
      incident: incidentId !== null && number !== null ? { incidentId, number } : null,
    })),
    next,
  };
}
