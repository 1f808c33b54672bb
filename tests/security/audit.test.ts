import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { anchorsIn } from '../../server/platform/audit/anchors.ts';
import { type Batch, headOf, NO_HEAD, SELECT_BATCH, signed } from '../../server/platform/audit/batch.ts';
import { ENTRY_COLUMNS, type EntryRow, entryHash, SELECT_ENTRY } from '../../server/platform/audit/entry-row.ts';
import { merkleRoot } from '../../server/platform/audit/merkle.ts';
import { sealEntries } from '../../server/platform/audit/seal.ts';
import { verdictLines } from '../../server/platform/audit/verdict-text.ts';
import { verifyLog } from '../../server/platform/audit/verify.ts';
import { type Database, openDatabase } from '../../server/platform/database.ts';
import { newId } from '../../server/platform/ids.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const now = new Date('2026-03-02T09:00:00Z');
const keys = keysFrom(Buffer.alloc(32, 1));
const employerId = newId<'employer'>();
const fatima = newId<'person'>();

let town: TestDatabase;
let database: Database;
let dataDir: string;
let warnings: string[];

beforeEach(async () => {
  town = await testDatabase();
  database = openDatabase(town.urls);
  dataDir = mkdtempSync(join(tmpdir(), 'audit-'));
  warnings = [];
  return async () => {
    await database.end();
    await town.drop();
    rmSync(dataDir, { recursive: true });
  };
});

/** Somebody looks at a dossier. */
function look(objectId: string = newId()): Promise<void> {
  return database.transact({ role: 'app', employerId, personId: fatima, now, traceId: 'trace-1' }, async (tx) => {
    await tx.recordAudit({
      action: 'incident-read',
      objectKind: 'incident',
      objectId,
      detail: { parts: 'place,people' },
    });
  });
}

async function looks(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await look();
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** Sealing waits for every older transaction of the server, also for those of the test files that run beside this one. */
async function strangersAreDone(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rowCount } = await town.owner.query(
          `select from pg_stat_activity, (select written_by::xid as newest from platform.audit_entry order by written_by desc limit 1) e
         where datname is distinct from current_database() and backend_xid is not null and age(backend_xid) > age(newest)`,
        );
        return rowCount;
      },
      { timeout: 50_000, interval: 20 },
    )
    .toBe(0);
}

async function seal(batchSize = 1000): Promise<number> {
  await strangersAreDone();
  const anchors = anchorsIn(dataDir);
  const warn = (message: string) => void warnings.push(message);
  return withClient(town.worker, (client) => sealEntries(client, { keys, anchors, now: () => now, warn, batchSize }));
}

function verify() {
  const anchors = anchorsIn(dataDir).all();
  return withClient(town.owner, (client) => verifyLog(client, { publicKey: keys.auditSigning.publicKey, anchors }));
}

async function findings(): Promise<string[]> {
  const verdict = await verify();
  return verdict.findings.map(({ kind, batch }) => (batch === undefined ? kind : `${kind} in ${batch}`));
}

/** What a database superuser can do: our own triggers do not run. */
async function tamper(sql: string, values: unknown[] = []): Promise<void> {
  await withClient(town.owner, async (client) => {
    await client.query('set session_replication_role = replica');
    try {
      await client.query(sql, values);
    } finally {
      await client.query('reset session_replication_role');
    }
  });
}

async function entryIds(batch: number): Promise<string[]> {
  const { rows } = await town.owner.query<{ entry_id: string }>(
    'select entry_id from platform.audit_leaf where batch = $1 order by leaf_index',
    [batch],
  );
  return rows.map((row) => row.entry_id);
}

/** Three batches of three entries. */
async function aSealedLog(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await looks(3);
    await seal();
  }
}

describe('the log', () => {
  it('tells who did what, where from, in the transaction itself', async () => {
    await look('incident-1');
    const { rows } = await town.owner.query('select * from platform.audit_entry');
    expect(rows).toEqual([
      expect.objectContaining({
        actor_kind: 'person',
        person_id: fatima,
        employer_id: employerId,
        action: 'incident-read',
        object_id: 'incident-1',
        result: 'done',
        origin: 'trace-1',
        detail: { parts: 'place,people' },
      }),
    ]);
  });

  it('seals every column that it has', async () => {
    const { rows } = await town.owner.query<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = 'platform.audit_entry'::regclass and attnum > 0 and not attisdropped order by attnum`,
    );
    expect(rows.map((row) => row.name)).toEqual(ENTRY_COLUMNS);
  });

  it('is whole after normal work', async () => {
    await aSealedLog();
    await look();
    expect(await verify()).toEqual({ findings: [], batches: 3, entries: 9, waiting: 1 });
  });

  it('is whole when a long queue is sealed in several batches', async () => {
    await looks(10);
    expect(await seal(4)).toBe(10);
    expect(await verify()).toEqual({ findings: [], batches: 3, entries: 10, waiting: 0 });
  });

  it('cannot be changed, not even by the owner of the tables', async () => {
    await aSealedLog();
    for (const table of ['audit_entry', 'audit_batch', 'audit_leaf']) {
      await expect(town.owner.query(`delete from platform.${table}`)).rejects.toThrow(/only ever added to/);
      await expect(town.owner.query(`truncate platform.${table}`)).rejects.toThrow(/only ever added to/);
    }
    await expect(town.owner.query("update platform.audit_entry set action = 'x'")).rejects.toThrow(
      /only ever added to/,
    );
    await expect(town.app.query("update platform.audit_entry set action = 'x'")).rejects.toThrow(/permission denied/);
    await expect(town.worker.query('delete from platform.audit_entry')).rejects.toThrow(/permission denied/);
  });
});

describe('somebody who goes around the program is found out', () => {
  beforeEach(aSealedLog);

  it('after a changed byte, with the entry', async () => {
    const [, second] = await entryIds(2);
    await tamper("update platform.audit_entry set object_id = object_id || '.' where id = $1", [second]);
    expect((await verify()).findings).toEqual([{ kind: 'entry-changed', batch: 2, entryId: second }]);
  });

  it('after a change in any column', async () => {
    const [first] = await entryIds(1);
    // The checks on the table itself keep the actor consistent; a superuser drops them.
    await tamper(
      'alter table platform.audit_entry drop constraint audit_entry_check, drop constraint audit_entry_check1',
    );
    await tamper('create table kept as select * from platform.audit_entry where id = $1', [first]);
    for (const column of ENTRY_COLUMNS.filter((name) => name !== 'id')) {
      await tamper(`update platform.audit_entry set ${column} = ${anotherValue(column)} where id = $1`, [first]);
      expect({ column, found: (await verify()).findings }).toEqual({
        column,
        found: [{ kind: 'entry-changed', batch: 1, entryId: first }],
      });
      await tamper(`update platform.audit_entry e set ${column} = kept.${column} from kept where e.id = kept.id`);
    }
    expect(await findings()).toEqual([]);
  });

  it('after a changed byte with its leaf put right', async () => {
    const [first] = await entryIds(2);
    await tamper("update platform.audit_entry set object_id = 'other' where id = $1", [first]);
    const { rows } = await town.owner.query<EntryRow>(
      `select ${SELECT_ENTRY} from platform.audit_entry e where id = $1`,
      [first],
    );
    await tamper('update platform.audit_leaf set hash = $2 where entry_id = $1', [
      first,
      entryHash(rows[0] as EntryRow),
    ]);
    expect(await findings()).toEqual(['batch-changed in 2']);
  });

  it('after a deleted row, with the entry', async () => {
    const [, , third] = await entryIds(1);
    await tamper('delete from platform.audit_entry where id = $1', [third]);
    expect((await verify()).findings).toEqual([{ kind: 'entry-missing', batch: 1, entryId: third }]);
  });

  it('after a row that was deleted with its leaf', async () => {
    const [, , third] = await entryIds(1);
    await tamper('delete from platform.audit_entry where id = $1', [third]);
    await tamper('delete from platform.audit_leaf where entry_id = $1', [third]);
    expect(await findings()).toEqual(['batch-changed in 1']);
  });

  it('after two rows were swapped', async () => {
    const [first, second] = await entryIds(2);
    await tamper(
      `update platform.audit_entry e set object_id = o.object_id from platform.audit_entry o
       where (e.id = $1 and o.id = $2) or (e.id = $2 and o.id = $1)`,
      [first, second],
    );
    expect(await findings()).toEqual(['entry-changed in 2', 'entry-changed in 2']);
  });

  it('after two leaves were swapped', async () => {
    const [first, second] = await entryIds(2);
    await tamper('update platform.audit_leaf set leaf_index = 9 where entry_id = $1', [first]);
    await tamper('update platform.audit_leaf set leaf_index = 0 where entry_id = $1', [second]);
    await tamper('update platform.audit_leaf set leaf_index = 1 where entry_id = $1', [first]);
    expect(await findings()).toEqual(['batch-changed in 2']);
  });

  it('after an entry was slipped in among older ones', async () => {
    await tamper(
      `insert into platform.audit_entry (id, employer_id, at, actor_kind, action, object_kind, object_id, result, written_by)
       values ($1, $2, $3, 'visitor', 'a', 'b', 'c', 'done', '3')`,
      [newId(), employerId, now],
    );
    expect(await findings()).toEqual(['entry-slipped-in']);
  });

  it('after the tail was cut', async () => {
    await cutTail(3);
    expect(await findings()).toEqual(['tail-cut in 3']);
  });

  it('after the tail was cut and the program went on', async () => {
    await cutTail(3);
    await look();
    await seal();
    expect(warnings).toEqual([expect.stringContaining('ends before its last anchor')]);
    expect(await findings()).toEqual(['batch-missing in 3']);
  });

  it('after a batch in the middle was taken out', async () => {
    await tamper('delete from platform.audit_entry where id = any($1)', [await entryIds(2)]);
    await tamper('delete from platform.audit_leaf where batch = 2');
    await tamper('delete from platform.audit_batch where number = 2');
    expect(await findings()).toEqual(['batch-missing in 2', 'chain-broken in 3']);
  });

  it('after a superuser rewrote an entry and computed the whole chain again', async () => {
    const [first] = await entryIds(2);
    await tamper("update platform.audit_entry set object_id = 'nothing-to-see' where id = $1", [first]);
    await recompute((batch, content) => ({ ...content, head: headOf(content), signature: batch.signature }));
    const found = await findings();
    expect(found).toContain('signature-wrong in 2');
    expect(found).toContain('anchor-differs in 2');
    expect(found).not.toContain('entry-changed in 2');
  });

  it('after a superuser computed the chain again and signed it with a key of their own', async () => {
    const [first] = await entryIds(1);
    await tamper("update platform.audit_entry set object_id = 'nothing-to-see' where id = $1", [first]);
    await recompute((_, content) => signed(content, keysFrom(Buffer.alloc(32, 9)).auditSigning.privateKey));
    expect(await findings()).toEqual(expect.arrayContaining(['signature-wrong in 1', 'anchor-differs in 1']));
  });

  it('after the whole log was emptied', async () => {
    for (const table of ['audit_entry', 'audit_batch', 'audit_leaf']) await tamper(`truncate platform.${table}`);
    expect(await findings()).toEqual(['tail-cut in 1', 'tail-cut in 2', 'tail-cut in 3']);
  });

  it('after the anchors were thrown away', async () => {
    rmSync(join(dataDir, 'audit'), { recursive: true });
    expect(await findings()).toEqual(['anchors-missing']);
  });

  it('in words that say which batch and which entry', async () => {
    const [first] = await entryIds(2);
    await tamper('delete from platform.audit_entry where id = $1', [first]);
    const lines = verdictLines(await verify());
    expect(lines[0]).toMatch(/^HET LOGBOEK KLOPT NIET/);
    expect(lines[2]).toBe(`- batch 2, entry ${first}, entry-missing: Deze regel is weg. / This entry is gone.`);
  });
});

function anotherValue(column: string): string {
  if (['employer_id', 'person_id', 'session_id', 'incident_id'].includes(column)) return `'${newId()}'`;
  const values: Record<string, string> = {
    at: "at + interval '1 microsecond'",
    detail: `'{"parts": "place"}'`,
    written_by: "'3'",
    result: "'refused'",
    actor_kind: "'visitor'",
  };
  return values[column] ?? "'other'";
}

async function cutTail(batch: number): Promise<void> {
  await tamper('delete from platform.audit_entry where id = any($1)', [await entryIds(batch)]);
  await tamper('delete from platform.audit_leaf where batch = $1', [batch]);
  await tamper('delete from platform.audit_batch where number = $1', [batch]);
}

/** Everything that can be computed without our key: leaves, roots, links and heads. */
async function recompute(finish: (batch: Batch, content: Batch) => Batch): Promise<void> {
  const { rows: batches } = await town.owner.query<Batch>(
    `select ${SELECT_BATCH} from platform.audit_batch order by number`,
  );
  let previousHead: Buffer = NO_HEAD;
  for (const batch of batches) {
    const { rows } = await town.owner.query<EntryRow>(
      `select ${SELECT_ENTRY} from platform.audit_leaf l join platform.audit_entry e on e.id = l.entry_id
       where l.batch = $1 order by l.leaf_index`,
      [batch.number],
    );
    for (const row of rows) {
      await tamper('update platform.audit_leaf set hash = $2 where entry_id = $1', [row.id, entryHash(row)]);
    }
    const made = finish(batch, { ...batch, merkleRoot: merkleRoot(rows.map(entryHash)), previousHead });
    await tamper(
      'update platform.audit_batch set merkle_root = $2, previous_head = $3, head = $4, signature = $5 where number = $1',
      [batch.number, made.merkleRoot, made.previousHead, made.head, made.signature],
    );
    previousHead = made.head;
  }
}

describe('sealing while work goes on', () => {
  it('waits for a transaction that is still running, and never skips what it commits late', async () => {
    await withClient(town.owner, async (slow) => {
      await slow.query('begin');
      await slow.query(
        `insert into platform.audit_entry (id, employer_id, at, actor_kind, action, object_kind, object_id, result)
         values ($1, $2, $3, 'visitor', 'slow', 'x', 'y', 'done')`,
        [newId(), employerId, now],
      );
      await looks(3);
      expect(await seal()).toBe(0);
      await slow.query('commit');
    });
    await look();
    expect(await seal()).toBe(5);
    expect(await verify()).toEqual({ findings: [], batches: 1, entries: 5, waiting: 0 });
  });

  it('seals each entry once with eight writers and four sealers', async () => {
    let writing = true;
    const sealers = Array.from({ length: 4 }, async () => {
      while (writing) await seal(7);
    });
    await Promise.all(Array.from({ length: 8 }, () => looks(25)));
    writing = false;
    await Promise.all(sealers);
    await seal();
    expect(await verify()).toMatchObject({ findings: [], entries: 200, waiting: 0 });
    expect(warnings).toEqual([]);
  });

  it('goes on in a restored database, where transaction numbers start again', async () => {
    await aSealedLog();
    await look();
    await tamper(
      "update platform.audit_entry set written_by = '18446744073709551000' where not exists (select from platform.audit_leaf where entry_id = id)",
    );
    // The chain as it came from the other server: signed there, by us.
    await reseal("cluster = 'elsewhere', horizon = '18446744073709550000'");
    await look();
    expect(await seal()).toBe(2);
    await look();
    expect(await seal()).toBe(1);
    expect(await verify()).toMatchObject({ findings: [], entries: 12, waiting: 0 });
  });

  it('anchors what was stored just before the program died', async () => {
    await aSealedLog();
    rmSync(join(dataDir, 'audit'), { recursive: true });
    await look();
    await seal();
    expect(
      anchorsIn(dataDir)
        .all()
        .map((anchor) => anchor.number),
    ).toEqual([1, 2, 3, 4]);
    expect(await findings()).toEqual([]);
  });
});

/** Rewrites the batches as we ourselves would have made them elsewhere. */
async function reseal(assignments: string): Promise<void> {
  await tamper(`update platform.audit_batch set ${assignments}`);
  await recompute((_, content) => signed(content, keys.auditSigning.privateKey));
  rmSync(join(dataDir, 'audit'), { recursive: true });
  const { rows } = await town.owner.query<Batch>(`select ${SELECT_BATCH} from platform.audit_batch order by number`);
  for (const batch of rows) anchorsIn(dataDir).add(batch);
}
