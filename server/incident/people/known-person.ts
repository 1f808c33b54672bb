import type { PersonIdentity } from '../../../contract/incident.ts';
import type { Tx, Vault } from '../../platform/index.ts';
import { sealedAs } from '../sealed-names.ts';

/** Who did it, as far as the dossier knows. */
export interface Known {
  readonly involvedId: string;
  readonly knowledge: 'named' | 'described' | 'unknown';
  /** What the reporter filled in as a name. */
  readonly reportedName: string | null;
  /** What the reporter filled in as a description. */
  readonly reportedDescription: string | null;
  readonly identity: PersonIdentity | null;
}

interface Kept {
  readonly involvedId: string;
  readonly knowledge: Known['knowledge'] | null;
  readonly sealedIdentity: Buffer | null;
  readonly sealedFound: Buffer | null;
}

/** Sealed with the part of the dossier that tells who did it: the policies decide who gets that far. */
export const foundSealedAs = 'aggressor-identity';

/** The first of them on the dossier; undefined when nobody is, or when what was known has been destroyed. */
export async function knownPerson(vault: Vault, tx: Tx, incidentId: string): Promise<Known | undefined> {
  const kept = await tx.maybeRow<Kept>(
    `select v.id as "involvedId", v.knowledge, v.sealed_identity as "sealedIdentity", f.sealed_text as "sealedFound"
     from incident.involved v
     join incident.incident i on i.id = v.incident_id and i.state <> 'corrected'
     left join incident.sealed_field f on f.incident_id = v.incident_id and f.field = $2
     where v.incident_id = $1 and v.role = 'aggressor' order by v.added_at, v.id limit 1`,
    [incidentId, foundSealedAs],
  );
  if (!kept) return undefined;
  const { involvedId, knowledge, sealedIdentity, sealedFound } = kept;
  const texts = await vault.openDossier(tx, incidentId);
  const reported = sealedIdentity && texts.open(sealedAs.aggressor, sealedIdentity);
  return {
    involvedId,
    knowledge: knowledge ?? 'unknown',
    reportedName: knowledge === 'named' ? reported : null,
    reportedDescription: knowledge === 'described' ? reported : null,
    identity: sealedFound && (JSON.parse(texts.open(foundSealedAs, sealedFound)) as PersonIdentity),
  };
}
