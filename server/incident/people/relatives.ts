import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type { addRelative as addEndpoint, listRelatives as listEndpoint } from '../../../contract/incident.ts';
import { type Refused, refuse, type Tx, type Vault } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { lockIncident, refusalWhenOver, type Written } from '../lock-incident.ts';
import { type Named, refOf } from '../person-ref.ts';
import { publishIncident } from '../publish-incident.ts';
import { requireLead } from './require-lead.ts';

type Relatives = AnswerOf<typeof listEndpoint>;
type Needs = { readonly vault: Vault };

/** What is sealed of a relative, as JSON. Never rename the field it is sealed as. */
interface RelativeTexts {
  readonly name: string;
  readonly phone: string | null;
}
const relativeSealedAs = (relativeId: string) => `relative:${relativeId}`;

interface RelativeRow extends Pick<Relatives['relatives'][number], 'relativeId' | 'relation'> {
  readonly of: Named | null;
  readonly sealed: Buffer;
}

/** For who leads the whole of it. A relative is nobody's colleague: no more people see them than must. */
export async function listRelatives(needs: Needs, tx: Tx, incidentId: string): Promise<Relatives> {
  await requireLead(tx, incidentId);
  const relatives = await relativesOn(needs, tx, incidentId);
  if (relatives.length > 0)
    await record(tx, incidentId, { action: 'relatives-read', kind: 'incident', id: incidentId });
  return { relatives };
}

export async function relativesOn({ vault }: Needs, tx: Tx, incidentId: string): Promise<Relatives['relatives']> {
  const rows = await tx.rows<RelativeRow>(
    `select r.id as "relativeId", r.relation, r.sealed_identity as sealed,
       case when p.id is not null then
         json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name) end as of
     from incident.relative r left join organisation.person p on p.id = r.of_person_id
     where r.incident_id = $1 order by r.added_at, r.id limit 50`,
    [incidentId],
  );
  if (rows.length === 0) return [];
  const texts = await vault.openDossier(tx, incidentId);
  return rows.map(({ relativeId, relation, of, sealed }) => ({
    relativeId,
    relation,
    of: refOf(of),
    ...(JSON.parse(texts.open(relativeSealedAs(relativeId), sealed)) as RelativeTexts),
  }));
}

export type NewRelative = BodyOf<typeof addEndpoint> & { readonly incidentId: string };
type AddRefusal = 'incident-closed' | 'incident-corrected' | 'not-on-this-incident';

/** They stand there to be thought of: nobody writes to them, and nobody else sees them. */
export async function addRelative(
  { vault }: Needs,
  tx: Tx,
  { incidentId, relativeId, relation, ofPersonId = null, name, phone = null }: NewRelative,
): Promise<Written | Flawed | Refused<AddRefusal>> {
  const flaws = citizenServiceNumbersIn({ name, phone });
  if (flaws.length > 0) return { flaws };
  const { incident } = await lockIncident(tx, incidentId, 'add_people');
  const over = refusalWhenOver(incident);
  if (over) return over;
  if (ofPersonId && !(await isOnIncident(tx, incidentId, ofPersonId))) return refuse('not-on-this-incident');
  const told: RelativeTexts = { name, phone };
  const sealed = (await vault.openDossier(tx, incidentId)).seal(relativeSealedAs(relativeId), JSON.stringify(told));
  // Sent again, perhaps with something made right after an answer that got lost: what was typed last stands.
  await tx.execute('delete from incident.relative where id = $1 and incident_id = $2', [relativeId, incidentId]);
  await tx.execute(
    `insert into incident.relative (id, employer_id, incident_id, relation, of_person_id, sealed_identity, added_by, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [relativeId, tx.employerId, incidentId, relation, ofPersonId, sealed, tx.personId, tx.now],
  );
  await record(tx, incidentId, { action: 'relative-added', kind: 'relative', id: relativeId });
  await publishIncident(tx, incidentId);
  return { incidentId, state: incident.state };
}

/** Also on a dossier that is closed: somebody may ask to be left out of it. Asked twice, they are gone as well. */
export async function removeRelative(
  tx: Tx,
  { incidentId, relativeId }: { readonly incidentId: string; readonly relativeId: string },
): Promise<Written> {
  const { incident } = await lockIncident(tx, incidentId, 'add_people');
  const removed = await tx.execute('delete from incident.relative where id = $1 and incident_id = $2', [
    relativeId,
    incidentId,
  ]);
  if (removed > 0) await record(tx, incidentId, { action: 'relative-removed', kind: 'relative', id: relativeId });
  await publishIncident(tx, incidentId);
  return { incidentId, state: incident.state };
}

async function isOnIncident(tx: Tx, incidentId: string, personId: string): Promise<boolean> {
  const there = await tx.maybeRow('select from incident.involved where incident_id = $1 and person_id = $2 limit 1', [
    incidentId,
    personId,
  ]);
  return there !== undefined;
}

async function record(tx: Tx, incidentId: string, done: { action: string; kind: string; id: string }): Promise<void> {
  await tx.recordAudit({ action: done.action, objectKind: done.kind, objectId: done.id, incidentId });
}
