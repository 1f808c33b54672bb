import type { Job, JobHandler, JobRegistry, Tx, Vault } from '../../platform/index.ts';
import { findableBy } from '../rules/name-words.ts';
import { sealedAs } from '../sealed-names.ts';
import { tokensFor } from './search-tokens.ts';

export const indexNamesJob = 'index-names-of-employer';
const BATCH = 200;

interface NamedPerson {
  readonly involvedId: string;
  readonly incidentId: string;
  readonly sealedIdentity: Buffer;
  readonly reportedAt: Date;
}

const DAY_MS = 24 * 3_600_000;

/** Every day, for every employer: there is nothing to do unless names came in past the program. */
export function keepNamesFindable(registry: JobRegistry, vault: Vault): void {
  registry.every('index-names', DAY_MS, async (tx) => {
    const employers = await tx.rows<{ id: string }>('select id from organisation.every_employer() as id');
    for (const { id } of employers) {
      await tx.enqueue({ kind: indexNamesJob, runAt: tx.now, key: indexNamesJob, employerId: id, data: {} });
    }
  });
  registry.handle(indexNamesJob, indexNames(vault), { persistent: true });
}

/** Names that came in with a report: findable at once, for whoever may see them. In a job, so the reporter does not wait. */
export async function indexNamesOf(vault: Vault, tx: Tx, incidentId: string): Promise<void> {
  await index(vault, tx, await unindexed(tx, 'v.incident_id = $1', [incidentId]));
}

/** Names that came in another way (an older register, an import), a batch at a time until there are none left. */
export function indexNames(vault: Vault): JobHandler {
  return async (tx: Tx, _job: Job) => {
    const batch = await unindexed(tx, 'v.employer_id = $1', [tx.employerId]);
    await index(vault, tx, batch);
    if (batch.length < BATCH) return;
    await tx.enqueue({ kind: indexNamesJob, runAt: tx.now, data: {} });
  };
}

async function unindexed(tx: Tx, which: string, values: readonly unknown[]): Promise<NamedPerson[]> {
  return tx.rows(
    `select v.id as "involvedId", v.incident_id as "incidentId", v.sealed_identity as "sealedIdentity",
       i.reported_at as "reportedAt"
     from incident.involved v
     join incident.incident i on i.id = v.incident_id
     where v.role = 'aggressor' and v.knowledge = 'named' and v.sealed_identity is not null and not v.names_indexed and ${which}
     order by v.id limit ${BATCH}
     for no key update of v skip locked`,
    values,
  );
}

async function index(vault: Vault, tx: Tx, people: readonly NamedPerson[]): Promise<void> {
  if (people.length === 0) return;
  const dossiers = await vault.openDossiers(
    tx,
    people.map(({ incidentId }) => incidentId),
  );
  const rows = people.flatMap(({ involvedId, incidentId, sealedIdentity, reportedAt }) => {
    const name = dossiers.get(incidentId)?.open(sealedAs.aggressor, sealedIdentity) ?? '';
    return tokensFor(vault, tx, findableBy(name)).map((token) => ({ involvedId, incidentId, token, reportedAt }));
  });
  await tx.execute(
    `insert into incident.name_token (involved_id, employer_id, incident_id, token, part, reported_at)
     select n."involvedId", $1, n."incidentId", n.token, 16, n."reportedAt"
     from jsonb_to_recordset($2) as n ("involvedId" uuid, "incidentId" uuid, token bigint, "reportedAt" timestamptz)
     on conflict do nothing`,
    [tx.employerId, JSON.stringify(rows)],
  );
  await tx.execute('update incident.involved set names_indexed = true where id = any ($1)', [
    people.map(({ involvedId }) => involvedId),
  ]);
}
