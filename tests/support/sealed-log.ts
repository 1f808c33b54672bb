import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { expect, vi } from 'vitest';
import { anchorsIn } from '../../server/platform/audit/anchors.ts';
import { type Batch, NO_HEAD, SELECT_BATCH, signed } from '../../server/platform/audit/batch.ts';
import { type EntryRow, entryHash, SELECT_ENTRY } from '../../server/platform/audit/entry-row.ts';
import { merkleRoot } from '../../server/platform/audit/merkle.ts';
import { sealEntries } from '../../server/platform/audit/seal.ts';
import { type Verdict, verifyLog } from '../../server/platform/audit/verify.ts';
import { openDatabase } from '../../server/platform/database.ts';
import { newId } from '../../server/platform/ids.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** An audit log in a database and a data folder of its own, with everything a keeper and an intruder can do to it. */
export interface SealedLog {
  readonly db: TestDatabase;
  readonly dataDir: string;
  readonly employerId: string;
  readonly fatima: string;
  /** What the seal complained about. */
  readonly warnings: string[];
  /** Somebody looks at a dossier, so many times. */
  look(objectId?: string): Promise<void>;
  looks(count: number): Promise<void>;
  /** Seals everything that was committed. */
  seal(batchSize?: number): Promise<number>;
  /** Seals what is older than everything that runs now, on this whole server: other tests run there too. */
  sealWhatIsSettled(batchSize?: number): Promise<number>;
  /** Three batches of three entries. */
  fill(): Promise<void>;
  verify(): Promise<Verdict>;
  /** `tail-cut in 3` */
  findings(): Promise<string[]>;
  entryIds(batch: number): Promise<string[]>;
  /** What a database superuser can do: our own triggers do not run. */
  tamper(sql: string, values?: unknown[]): Promise<void>;
  cutTail(batch: number): Promise<void>;
  /** Everything that can be computed without our key: leaves, roots, links and heads; `finish` signs. */
  recompute(finish: (batch: Batch, content: Batch) => Batch): Promise<void>;
  /** Rewrites the batches as we ourselves would have made them elsewhere. */
  reseal(assignments: string): Promise<void>;
  close(): Promise<void>;
}

/** A transaction number of another server, that this one will never reach. */
export const FAR_AWAY = '18446744073709550000';

export const logMaster = Buffer.alloc(32, 1);
export const logKeys = keysFrom(logMaster);
export const logNow = new Date('2026-03-02T09:00:00Z');

export async function sealedLog(): Promise<SealedLog> {
  const db = await testDatabase();
  const database = openDatabase(db.urls);
  const dataDir = mkdtempSync(join(tmpdir(), 'audit-'));
  const [employerId, fatima] = [newId<'employer'>(), newId<'person'>()];
  const warnings: string[] = [];

  async function look(objectId: string = newId()): Promise<void> {
    const context = { role: 'app', employerId, personId: fatima, now: logNow, traceId: 'trace-1' } as const;
    await database.transact(context, (tx) =>
      tx.recordAudit({ action: 'incident-read', objectKind: 'incident', objectId, detail: { parts: 'place,people' } }),
    );
  }

  async function looks(count: number): Promise<void> {
    for (let i = 0; i < count; i++) await look();
  }

  function sealWhatIsSettled(batchSize = 1000): Promise<number> {
    const warn = (message: string) => void warnings.push(message);
    const needs = { keys: logKeys, anchors: anchorsIn(dataDir), now: () => logNow, warn, batchSize };
    return withClient(db.worker, (client) => sealEntries(client, needs));
  }

  async function seal(batchSize?: number): Promise<number> {
    await vi.waitFor(async () => expect(await isSettled()).toBe(true), { timeout: 15_000, interval: 10 });
    return sealWhatIsSettled(batchSize);
  }

  async function isSettled(): Promise<boolean> {
    const { rows } = await db.owner.query<{ settled: boolean }>(
      `select not exists (
         select from platform.audit_entry
         where written_by >= pg_snapshot_xmin(pg_current_snapshot()) and written_by < '${FAR_AWAY}') as settled`,
    );
    return rows[0]?.settled === true;
  }

  function verify(): Promise<Verdict> {
    const anchors = anchorsIn(dataDir).all();
    return withClient(db.owner, (client) => verifyLog(client, { publicKey: logKeys.auditSigning.publicKey, anchors }));
  }

  async function tamper(sql: string, values: unknown[] = []): Promise<void> {
    await withClient(db.owner, async (client) => {
      await client.query('set session_replication_role = replica');
      try {
        await client.query(sql, values);
      } finally {
        await client.query('reset session_replication_role');
      }
    });
  }

  async function batches(): Promise<Batch[]> {
    const { rows } = await db.owner.query<Batch>(`select ${SELECT_BATCH} from platform.audit_batch order by number`);
    return rows;
  }

  async function recompute(finish: (batch: Batch, content: Batch) => Batch): Promise<void> {
    let previousHead: Buffer = NO_HEAD;
    for (const batch of await batches()) {
      const { rows } = await db.owner.query<EntryRow>(
        `select ${SELECT_ENTRY} from platform.audit_leaf l join platform.audit_entry e on e.id = l.entry_id
         where l.batch = $1 order by l.leaf_index`,
        [batch.number],
      );
      for (const row of rows) {
        await tamper('update platform.audit_leaf set hash = $2 where entry_id = $1', [row.id, entryHash(row)]);
      }
      const made = finish(batch, { ...batch, merkleRoot: merkleRoot(rows.map(entryHash)), previousHead });
      await tamper(
        `update platform.audit_batch set merkle_root = $2, previous_head = $3, head = $4, signature = $5 where number = $1`,
        [batch.number, made.merkleRoot, made.previousHead, made.head, made.signature],
      );
      previousHead = made.head;
    }
  }

  async function entryIds(batch: number): Promise<string[]> {
    const { rows } = await db.owner.query<{ entry_id: string }>(
      'select entry_id from platform.audit_leaf where batch = $1 order by leaf_index',
      [batch],
    );
    return rows.map((row) => row.entry_id);
  }

  return {
    ...{
      db,
      dataDir,
      employerId,
      fatima,
      warnings,
      look,
      looks,
      seal,
      sealWhatIsSettled,
      verify,
      tamper,
      recompute,
      entryIds,
    },
    async fill() {
      for (let i = 0; i < 3; i++) {
        await looks(3);
        await seal();
      }
    },
    async findings() {
      const verdict = await verify();
      return verdict.findings.map(({ kind, batch }) => (batch === undefined ? kind : `${kind} in ${batch}`));
    },
    async cutTail(batch) {
      await tamper('delete from platform.audit_entry where id = any($1)', [await entryIds(batch)]);
      await tamper('delete from platform.audit_leaf where batch = $1', [batch]);
      await tamper('delete from platform.audit_batch where number = $1', [batch]);
    },
    async reseal(assignments) {
      await tamper(`update platform.audit_batch set ${assignments}`);
      await recompute((_, content) => signed(content, logKeys.auditSigning.privateKey));
      rmSync(join(dataDir, 'audit'), { recursive: true });
      for (const batch of await batches()) anchorsIn(dataDir).add(batch);
    },
    async close() {
      await database.end();
      await db.drop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
