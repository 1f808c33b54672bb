import type { InvolvedRole } from '../../../contract/incident-words.ts';
import type { Texts, Tx, Vault } from '../../platform/index.ts';
import { knownPerson } from '../people/known-person.ts';
import { relativesOn } from '../people/relatives.ts';
import type { SomebodyOnDossier } from '../rules/who-is-in-text.ts';
import { type ChildTexts, sealedAs } from '../sealed-names.ts';

interface Row {
  readonly role: InvolvedRole;
  readonly colleague: string | null;
  readonly knowledge: string | null;
  readonly sealedIdentity: Buffer | null;
}

/** Everybody whose name must not come along in a text for others. Only for who may see all of them: who follows it up. */
export async function peopleOnDossier(vault: Vault, tx: Tx, incidentId: string): Promise<readonly SomebodyOnDossier[]> {
  const rows = await tx.rows<Row>(
    `select v.role, v.knowledge, v.sealed_identity as "sealedIdentity", p.given_name || ' ' || p.family_name as colleague
     from incident.involved v left join organisation.person p on p.id = v.person_id
     where v.incident_id = $1
     order by array_position(array['victim', 'witness', 'reporter', 'aggressor', 'child'], v.role::text), v.added_at, v.id`,
    [incidentId],
  );
  const texts = await vault.openDossier(tx, incidentId);
  const relatives = await relativesOn({ vault }, tx, incidentId);
  const found = (await knownPerson(vault, tx, incidentId))?.identity?.name;
  return [
    ...rows.flatMap((row) => {
      const name = row.colleague ?? nameOf(row, texts);
      return name ? [{ role: row.role, name }] : [];
    }),
    ...relatives.map(({ name }) => ({ role: 'relative' as const, name })),
    ...(found ? [{ role: 'aggressor' as const, name: found }] : []),
  ];
}

function nameOf({ role, knowledge, sealedIdentity }: Row, texts: Texts): string | null {
  if (sealedIdentity === null) return null;
  if (role === 'child') return (JSON.parse(texts.open(sealedAs.child, sealedIdentity)) as ChildTexts).name;
  const told = texts.open(sealedAs.aggressor, sealedIdentity);
  return knowledge === 'named' ? told : capitalsIn(told);
}

/** "Een man, heet geloof ik Kevin": of a description only what is written as a name, not its first word. */
function capitalsIn(description: string): string {
  return [...description.matchAll(/(?<!^|[.!?]\s)(?<!\p{L})\p{Lu}\p{L}+/gu)].map(([word]) => word).join(' ');
}
