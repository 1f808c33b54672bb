import type { ApproachWay, VisitPurpose } from '../../../contract/incident.ts';
import type { Tx, Vault } from '../../platform/index.ts';
import type { Named } from '../person-ref.ts';
import { foundBy, type WhoItIs } from './visit-keys.ts';

/** Under which name its own words are sealed, with the key of its dossier. Never rename. */
export const sealedAsApproach = (approachId: string) => `approach:${approachId}`;

export interface ApproachRow {
  readonly approachId: string;
  readonly ways: ApproachWay[];
  readonly sealedWords: Buffer | null;
  readonly untilOn: string;
  readonly agreedBy: Named;
  readonly agreedAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: Named | null;
}

const personAsJson = (p: string) =>
  `case when ${p}.id is not null then
     json_build_object('id', ${p}.id, 'givenName', ${p}.given_name, 'familyName', ${p}.family_name) end`;

/** The newest first. */
export async function approachRows(tx: Tx, incidentId: string): Promise<ApproachRow[]> {
  return tx.rows<ApproachRow>(
    `select a.id as "approachId", a.ways, a.sealed_words as "sealedWords", a.valid_until::text as "untilOn",
       a.agreed_at as "agreedAt", a.ended_at as "endedAt",
       ${personAsJson('p')} as "agreedBy", ${personAsJson('e')} as "endedBy"
     from incident.approach a
     join organisation.person p on p.id = a.agreed_by
     left join organisation.person e on e.id = a.ended_by
     where a.incident_id = $1 order by a.agreed_at desc, a.id desc limit 20`,
    [incidentId],
  );
}

export interface LookRow extends Named {
  readonly lookId: string;
  readonly at: Date;
  readonly purpose: VisitPurpose;
}

/** Lays down by what it is found; what it was found by before, no longer counts. */
export async function makeFindable(vault: Vault, tx: Tx, approachId: string, who: WhoItIs): Promise<void> {
  await tx.rows('select incident.make_findable($1, $2)', [approachId, fingerprintsOf(vault, tx, foundBy(who))]);
}

/** Apart from other fingerprints made with the same key: nothing can be laid side by side. */
export function fingerprintsOf(
  vault: Pick<Vault, 'blindIndex'>,
  { employerId }: Pick<Tx, 'employerId'>,
  keys: readonly string[],
): Buffer[] {
  return keys.map((key) => vault.blindIndex(employerId, `next visit ${key}`));
}
