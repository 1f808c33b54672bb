import { newId, type Refused, refuse, type Tx } from '../platform/index.ts';

export interface NewGuest {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly isOfficeHolder: boolean;
  readonly belongsTo: string;
}

/** Somebody who only ever comes by a personal link: on no list of colleagues, in no team, with no role. */
export async function welcomeGuest(tx: Tx, guest: NewGuest): Promise<string | Refused<'guest-is-known'>> {
  const { givenName, familyName, email, phone, isOfficeHolder, belongsTo } = guest;
  const personId = newId();
  const added = await tx.execute(
    `insert into organisation.person (id, employer_id, given_name, family_name, email, phone, job_title, kind,
       home_employer_name, created_at, is_by_link)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true)
     on conflict (employer_id, email) do nothing`,
    [
      personId,
      tx.employerId,
      givenName,
      familyName,
      email,
      phone,
      isOfficeHolder ? belongsTo : '',
      isOfficeHolder ? 'office_holder' : 'guest',
      isOfficeHolder ? null : belongsTo,
      tx.now,
    ],
  );
  if (added === 0) return refuse('guest-is-known');
  await tx.recordAudit({
    action: 'person-added',
    objectKind: 'person',
    objectId: personId,
    detail: { isByLink: true },
  });
  return personId;
}
