import type { Approach } from '../../../contract/incident.ts';
import type { Texts, Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { mayDo } from '../incident-access.ts';
import { getIncidentHead, requirePart } from '../incident-head.ts';
import { knownPerson } from '../people/known-person.ts';
import { refOf } from '../person-ref.ts';
import { whoItIs } from './agree-approach.ts';
import { type ApproachRow, approachRows, type LookRow, sealedAsApproach } from './approach-rows.ts';
import { foundBy } from './visit-keys.ts';

/** For who follows it up: what holds now, what held before, and which colleagues heard it. */
export async function readApproach(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  incidentId: string,
): Promise<Approach> {
  const head = await getIncidentHead(tx, incidentId);
  requirePart(head, 'act');
  const texts = head.state === 'corrected' ? null : await vault.openDossier(tx, incidentId);
  const known = texts ? await knownPerson(vault, tx, incidentId) : undefined;
  const rows = await approachRows(tx, incidentId);
  const current = rows.find(({ endedAt }) => endedAt === null);
  await tx.recordAudit({ action: 'approach-read', objectKind: 'incident', objectId: incidentId, incidentId });
  return {
    current: current ? view(current, texts) : null,
    past: rows.flatMap((row) =>
      row.endedAt === null
        ? []
        : [{ ...view(row, texts), endedAt: row.endedAt.toISOString(), endedBy: refOf(row.endedBy) }],
    ),
    isKnownEnough: known !== undefined && foundBy(whoItIs(known)).length > 0,
    looks: (await looksAt(tx, incidentId)).map(({ lookId, at, purpose, ...person }) => ({
      lookId,
      person: refOf(person),
      at: at.toISOString(),
      purpose,
    })),
    mayAgree: mayDo('agree_approach', head.bits, head.state),
  };
}

function view(row: ApproachRow, texts: Texts | null): NonNullable<Approach['current']> {
  const { approachId, ways, sealedWords, untilOn, agreedBy, agreedAt } = row;
  return {
    approachId,
    ways,
    words: texts && sealedWords ? texts.open(sealedAsApproach(approachId), sealedWords) : null,
    untilOn,
    agreedBy: refOf(agreedBy),
    agreedAt: agreedAt.toISOString(),
  };
}

async function looksAt(tx: Tx, incidentId: string): Promise<LookRow[]> {
  return tx.rows<LookRow>(
    `select l.id as "lookId", l.at, l.purpose, p.id, p.given_name as "givenName", p.family_name as "familyName"
     from incident.visit_look l join organisation.person p on p.id = l.person_id
     where l.incident_id = $1 order by l.at desc, l.id desc limit 10`,
    [incidentId],
  );
}
