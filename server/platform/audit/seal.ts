import type pg from 'pg';
import type { Keys } from '../keys.ts';
import type { Anchors } from './anchors.ts';
import { type Batch, keyIdOf, NO_HEAD, SELECT_BATCH, signed } from './batch.ts';
import { type EntryRow, entryHash, SELECT_ENTRY } from './entry-row.ts';
import { merkleRoot } from './merkle.ts';

export interface SealNeeds {
  readonly keys: Keys;
  readonly anchors: Anchors;
  readonly now: () => Date;
  /** The log in the database is older than its anchors, or another one: restored from a backup, or tampered with. */
  readonly warn: (message: string) => void;
  readonly batchSize?: number;
}

const ONE_SEALER = 7_283_410_006;
const BATCH_SIZE = 4_000;

/** Seals everything that is settled; answers how many entries that were. Another program that is sealing now does it for us. */
export async function sealEntries(client: pg.ClientBase, needs: SealNeeds): Promise<number> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [ONE_SEALER]);
  if (rows[0]?.mine !== true) return 0;
  // Held until the head is anchored, so that anchors stand in the order of the chain.
  try {
    return await sealAll(client, needs);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [ONE_SEALER]);
  }
}

async function sealAll(client: pg.ClientBase, needs: SealNeeds): Promise<number> {
  const cluster = await clusterOf(client);
  let last = await lastBatch(client);
  await anchorWhatIsMissing(client, last, needs);
  for (let total = 0; ; ) {
    const batch = await sealBatch(client, last, cluster, needs);
    if (batch === undefined) return total;
    needs.anchors.add(batch);
    last = batch;
    total += batch.entryCount;
  }
}

async function sealBatch(
  client: pg.ClientBase,
  last: Batch | undefined,
  cluster: string,
  needs: SealNeeds,
): Promise<Batch | undefined> {
  const limit = needs.batchSize ?? BATCH_SIZE;
  const isRestored = last !== undefined && last.cluster !== cluster;
  const entries = isRestored ? await everyUnsealed(client) : await settledSince(client, last?.horizon ?? '0', limit);
  const [first] = entries;
  if (first === undefined) return undefined;
  const isFull = !isRestored && entries.length === limit;
  const hashes = entries.map(entryHash);
  const batch = signed(
    {
      number: Math.max(last?.number ?? 0, needs.anchors.last()?.number ?? 0) + 1,
      sealedAt: needs.now(),
      entryCount: entries.length,
      cluster,
      horizon: (isFull ? entries.at(-1)?.written_by : null) ?? first.settled,
      merkleRoot: merkleRoot(hashes),
      previousHead: last?.head ?? NO_HEAD,
      keyId: keyIdOf(needs.keys.auditSigning.publicKey),
    },
    needs.keys.auditSigning.privateKey,
  );
  await store(client, batch, entries, hashes);
  return batch;
}

type SettledRow = EntryRow & { readonly settled: string };

const SETTLED = 'pg_snapshot_xmin(pg_current_snapshot())';
const UNSEALED = 'not exists (select from platform.audit_leaf l where l.entry_id = e.id)';

/**
 * Only what was written by transactions older than all that still run: an entry that commits late has a number at or above
 * this horizon, so the next batch finds it. `id > last` would skip it for ever.
 */
async function settledSince(client: pg.ClientBase, horizon: string, limit: number): Promise<SettledRow[]> {
  const { rows } = await client.query<SettledRow>(
    `select ${SELECT_ENTRY}, ${SETTLED}::text as settled
     from platform.audit_entry e
     where e.written_by >= $1::text::xid8 and e.written_by < ${SETTLED} and ${UNSEALED}
     order by e.written_by, e.id
     limit $2`,
    [horizon, limit],
  );
  return rows;
}

/** After a restore transaction numbers start again; once, everything that can be seen and is not yet sealed is taken. */
async function everyUnsealed(client: pg.ClientBase): Promise<SettledRow[]> {
  const { rows } = await client.query<SettledRow>(
    `select ${SELECT_ENTRY}, ${SETTLED}::text as settled from platform.audit_entry e where ${UNSEALED} order by e.id`,
  );
  return rows;
}

async function store(
  client: pg.ClientBase,
  batch: Batch,
  entries: readonly EntryRow[],
  hashes: readonly Buffer[],
): Promise<void> {
  // One statement, so one transaction.
  await client.query(
    `with batch as (
       insert into platform.audit_batch
         (number, sealed_at, entry_count, cluster, horizon, merkle_root, previous_head, head, key_id, signature)
       values ($1, $2, $3, $4, $5::text::xid8, $6, $7, $8, $9, $10)
     )
     insert into platform.audit_leaf (entry_id, batch, leaf_index, hash)
     select leaf.entry_id, $1, leaf.position - 1, leaf.hash
     from unnest($11::uuid[], $12::bytea[]) with ordinality as leaf (entry_id, hash, position)`,
    [
      batch.number,
      batch.sealedAt,
      batch.entryCount,
      batch.cluster,
      batch.horizon,
      batch.merkleRoot,
      batch.previousHead,
      batch.head,
      batch.keyId,
      batch.signature,
      entries.map((entry) => entry.id),
      hashes,
    ],
  );
}

/** The program may have died between storing a batch and anchoring it; another machine may have sealed meanwhile. */
async function anchorWhatIsMissing(client: pg.ClientBase, last: Batch | undefined, needs: SealNeeds): Promise<void> {
  const anchored = needs.anchors.last();
  if (anchored !== undefined && anchored.number > (last?.number ?? 0)) {
    needs.warn(
      'The audit log ends before its last anchor: restored from a backup, or cut off. See npm run audit:verify.',
    );
    return;
  }
  const { rows } = await client.query<Batch>(
    `select ${SELECT_BATCH} from platform.audit_batch where number > $1 order by number`,
    [anchored?.number ?? 0],
  );
  for (const batch of rows) needs.anchors.add(batch);
}

async function lastBatch(client: pg.ClientBase): Promise<Batch | undefined> {
  const { rows } = await client.query<Batch>(
    `select ${SELECT_BATCH} from platform.audit_batch order by number desc limit 1`,
  );
  return rows[0];
}

export async function clusterOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ cluster: string }>(
    'select system_identifier::text as cluster from pg_control_system()',
  );
  if (rows[0] === undefined) throw new Error('PostgreSQL does not tell its system identifier');
  return rows[0].cluster;
}
