import type { PersonIdentity } from '../../../contract/incident.ts';
import type { Texts, Tx, Vault } from '../../platform/index.ts';
import { sealedAs } from '../sealed-names.ts';
import { describedWords } from './described.ts';
import type { Looks } from './looks-alike.ts';

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
  readonly incidentId: string;
  readonly involvedId: string;
  readonly knowledge: Known['knowledge'] | null;
  readonly sealedIdentity: Buffer | null;
  readonly sealedFound: Buffer | null;
}

/** Sealed with the part of the dossier that tells who did it: the policies decide who gets that far. */
export const foundSealedAs = 'aggressor-identity';

/** The first of them on the dossier; undefined when nobody is, or when what was known has been destroyed. */
export async function knownPerson(vault: Vault, tx: Tx, incidentId: string): Promise<Known | undefined> {
  const [kept] = await keptOf(tx, [incidentId]);
  return kept && knownFrom(kept, await vault.openDossier(tx, incidentId));
}

/** The same of several dossiers, of those whose key exists. */
export async function knownPeople(
  vault: Vault,
  tx: Tx,
  incidentIds: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  if (incidentIds.length === 0) return new Map();
  const keys = await vault.openDossiers(tx, incidentIds);
  const kept = await keptOf(tx, incidentIds);
  return new Map(
    kept.flatMap((row) => {
      const texts = keys.get(row.incidentId);
      return texts ? [[row.incidentId, knownFrom(row, texts)] as const] : [];
    }),
  );
}

async function keptOf(tx: Tx, incidentIds: readonly string[]): Promise<Kept[]> {
  return tx.rows<Kept>(
    `select distinct on (v.incident_id) v.incident_id as "incidentId", v.id as "involvedId", v.knowledge,
       v.sealed_identity as "sealedIdentity", f.sealed_text as "sealedFound"
     from incident.involved v
     join incident.incident i on i.id = v.incident_id and i.state <> 'corrected'
     left join incident.sealed_field f on f.incident_id = v.incident_id and f.field = $2
     where v.incident_id = any ($1) and v.role = 'aggressor' order by v.incident_id, v.added_at, v.id`,
    [incidentIds, foundSealedAs],
  );
}

function knownFrom({ involvedId, knowledge, sealedIdentity, sealedFound }: Kept, texts: Texts): Known {
  const reported = sealedIdentity && texts.open(sealedAs.aggressor, sealedIdentity);
  return {
    involvedId,
    knowledge: knowledge ?? 'unknown',
    reportedName: knowledge === 'named' ? reported : null,
    reportedDescription: knowledge === 'described' ? reported : null,
    identity: sealedFound && (JSON.parse(texts.open(foundSealedAs, sealedFound)) as PersonIdentity),
  };
}

/** How they were told to look: by who reported it, and by what was found out. */
export function looksOf({ reportedDescription, identity }: Known): Looks {
  const looks = identity?.looks ?? null;
  return {
    words: describedWords(reportedDescription, looks?.marks, looks?.voice, looks?.clothing, identity?.description),
    hints: looks,
  };
}
