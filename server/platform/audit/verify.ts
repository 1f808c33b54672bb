import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { Anchor } from './anchors.ts';
import { type Batch, headOf, isSignedBy, keyIdOf, NO_HEAD, SELECT_BATCH } from './batch.ts';
import { type EntryRow, entryHash, SELECT_ENTRY } from './entry-row.ts';
import { merkleRoot } from './merkle.ts';
import { clusterOf } from './seal.ts';

export type FindingKind =
  | 'entry-changed'
  | 'entry-missing'
  | 'entry-slipped-in'
  | 'batch-changed'
  | 'batch-missing'
  | 'chain-broken'
  | 'signature-wrong'
  | 'anchor-differs'
  | 'anchors-missing'
  | 'tail-cut';

export interface Finding {
  readonly kind: FindingKind;
  readonly batch?: number | undefined;
  readonly entryId?: string | undefined;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly batches: number;
  readonly entries: number;
  /** Written but not sealed yet: the last few seconds. */
  readonly waiting: number;
}

export interface VerifyNeeds {
  readonly publicKey: KeyObject;
  /** Read before the database is looked at: a running server may seal meanwhile. */
  readonly anchors: readonly Anchor[];
}

interface Walk {
  readonly findings: Finding[];
  previous: Batch | undefined;
  batches: number;
  entries: number;
}

/** Recomputes the whole log from its rows. `client` must see every entry: the owner of the tables or the role of the jobs. */
export async function verifyLog(client: pg.ClientBase, needs: VerifyNeeds): Promise<Verdict> {
  await client.query('begin transaction isolation level repeatable read, read only');
  try {
    const walk: Walk = { findings: [], previous: undefined, batches: 0, entries: 0 };
    const heads = new Map<number, Buffer>();
    for (let batch = await batchAfter(client, 0); batch; batch = await batchAfter(client, batch.number)) {
      verifyLink(batch, needs.publicKey, walk);
      await verifyEntries(client, batch, walk);
      heads.set(batch.number, batch.head);
    }
    verifyAnchors(needs, heads, walk);
    const waiting = await verifyUnsealed(client, walk);
    return { findings: walk.findings, batches: walk.batches, entries: walk.entries, waiting };
  } finally {
    await client.query('rollback');
  }
}

/** Number, chain and signature: nobody without the key can write another batch, and none can be left out. */
function verifyLink(batch: Batch, publicKey: KeyObject, walk: Walk): void {
  const expected = (walk.previous?.number ?? 0) + 1;
  for (let missing = expected; missing < batch.number; missing++) {
    walk.findings.push({ kind: 'batch-missing', batch: missing });
  }
  if (!batch.previousHead.equals(walk.previous?.head ?? NO_HEAD)) {
    walk.findings.push({ kind: 'chain-broken', batch: batch.number });
  }
  if (!headOf(batch).equals(batch.head)) walk.findings.push({ kind: 'batch-changed', batch: batch.number });
  if (!batch.keyId.equals(keyIdOf(publicKey)) || !isSignedBy(publicKey, batch.head, batch.signature)) {
    walk.findings.push({ kind: 'signature-wrong', batch: batch.number });
  }
  walk.previous = batch;
  walk.batches++;
}

type LeafRow = EntryRow & { readonly entry_id: string; readonly leaf_index: number; readonly hash: Buffer };

async function verifyEntries(client: pg.ClientBase, batch: Batch, walk: Walk): Promise<void> {
  const { rows } = await client.query<LeafRow>(
    `select l.entry_id, l.leaf_index, l.hash, ${SELECT_ENTRY}
     from platform.audit_leaf l left join platform.audit_entry e on e.id = l.entry_id
     where l.batch = $1
     order by l.leaf_index`,
    [batch.number],
  );
  const found = rows.flatMap((row) => entryFinding(row, batch.number));
  walk.findings.push(...found);
  walk.entries += rows.length;
  const hashes = rows.map((row) => (row.id === null ? row.hash : entryHash(row)));
  const isWhole = rows.length === batch.entryCount && merkleRoot(hashes).equals(batch.merkleRoot);
  // An entry that was named already explains a root that differs.
  if (!isWhole && found.length === 0) walk.findings.push({ kind: 'batch-changed', batch: batch.number });
}

function entryFinding(row: LeafRow, batch: number): Finding[] {
  if (row.id === null) return [{ kind: 'entry-missing', batch, entryId: row.entry_id }];
  return entryHash(row).equals(row.hash) ? [] : [{ kind: 'entry-changed', batch, entryId: row.entry_id }];
}

function verifyAnchors({ anchors, publicKey }: VerifyNeeds, heads: ReadonlyMap<number, Buffer>, walk: Walk): void {
  const last = walk.previous?.number ?? 0;
  if (anchors.length === 0 && last > 0) walk.findings.push({ kind: 'anchors-missing' });
  for (const { number, head, signature } of anchors) {
    const stored = heads.get(number)?.toString('hex');
    if (stored === undefined && number > last) walk.findings.push({ kind: 'tail-cut', batch: number });
    const isOurs = isSignedBy(publicKey, Buffer.from(head, 'hex'), Buffer.from(signature, 'hex'));
    if (!isOurs || (stored !== undefined && stored !== head)) {
      walk.findings.push({ kind: 'anchor-differs', batch: number });
    }
  }
}

/** What is older than the horizon of the last batch must be sealed; if it is not, it was put in afterwards. */
async function verifyUnsealed(client: pg.ClientBase, walk: Walk): Promise<number> {
  const last = walk.previous;
  const isSameCluster = last !== undefined && last.cluster === (await clusterOf(client));
  const { rows } = await client.query<{ id: string; is_late: boolean }>(
    `select e.id, e.written_by < $1::text::xid8 as is_late from platform.audit_entry e
     where not exists (select from platform.audit_leaf l where l.entry_id = e.id)`,
    [isSameCluster ? last.horizon : '0'],
  );
  for (const row of rows) if (row.is_late) walk.findings.push({ kind: 'entry-slipped-in', entryId: row.id });
  return rows.filter((row) => !row.is_late).length;
}

async function batchAfter(client: pg.ClientBase, number: number): Promise<Batch | undefined> {
  const { rows } = await client.query<Batch>(
    `select ${SELECT_BATCH} from platform.audit_batch where number > $1 order by number limit 1`,
    [number],
  );
  return rows[0];
}
