import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { anchorsIn } from '../../server/platform/audit/anchors.ts';
import { ENTRY_COLUMNS } from '../../server/platform/audit/entry-row.ts';
import { newId } from '../../server/platform/ids.ts';
import { FAR_AWAY, logNow, type SealedLog, sealedLog, withClient } from '../support/sealed-log.ts';

let log: SealedLog;

beforeEach(async () => {
  log = await sealedLog();
  return log.close;
});

describe('the log', () => {
  it('tells who did what, where from, in the transaction itself', async () => {
    await log.look('incident-1');
    const { rows } = await log.db.owner.query('select * from platform.audit_entry');
    expect(rows).toEqual([
      expect.objectContaining({
        actor_kind: 'person',
        person_id: log.fatima,
        employer_id: log.employerId,
        action: 'incident-read',
        object_id: 'incident-1',
        result: 'done',
        origin: 'trace-1',
        detail: { parts: 'place,people' },
      }),
    ]);
  });

  it('seals every column that it has', async () => {
    const { rows } = await log.db.owner.query<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = 'platform.audit_entry'::regclass and attnum > 0 and not attisdropped order by attnum`,
    );
    expect(rows.map((row) => row.name)).toEqual(ENTRY_COLUMNS);
  });

  it('is whole after normal work', async () => {
    await log.fill();
    await log.look();
    expect(await log.verify()).toEqual({ findings: [], batches: 3, entries: 9, waiting: 1 });
  });

  it('is whole when a long queue is sealed in several batches', async () => {
    await log.looks(10);
    expect(await log.seal(4)).toBe(10);
    expect(await log.verify()).toEqual({ findings: [], batches: 3, entries: 10, waiting: 0 });
  });

  it('cannot be changed, not even by the owner of the tables', async () => {
    await log.fill();
    const { owner, app, worker } = log.db;
    for (const table of ['audit_entry', 'audit_batch', 'audit_leaf']) {
      await expect(owner.query(`delete from platform.${table}`)).rejects.toThrow(/only ever added to/);
      await expect(owner.query(`truncate platform.${table}`)).rejects.toThrow(/only ever added to/);
    }
    await expect(owner.query("update platform.audit_entry set action = 'x'")).rejects.toThrow(/only ever added to/);
    await expect(app.query("update platform.audit_entry set action = 'x'")).rejects.toThrow(/permission denied/);
    await expect(worker.query('delete from platform.audit_entry')).rejects.toThrow(/permission denied/);
  });
});

describe('sealing while work goes on', () => {
  it('waits for a transaction that is still running, and never skips what it commits late', async () => {
    await withClient(log.db.owner, async (slow) => {
      await slow.query('begin');
      await slow.query(
        `insert into platform.audit_entry (id, employer_id, at, actor_kind, action, object_kind, object_id, result)
         values ($1, $2, $3, 'visitor', 'slow', 'x', 'y', 'done')`,
        [newId(), log.employerId, logNow],
      );
      await log.looks(3);
      expect(await log.sealWhatIsSettled()).toBe(0);
      await slow.query('commit');
    });
    await log.look();
    expect(await log.seal()).toBe(5);
    expect(await log.verify()).toEqual({ findings: [], batches: 1, entries: 5, waiting: 0 });
  });

  it('seals each entry once with eight writers and four sealers', async () => {
    let writing = true;
    const sealers = Array.from({ length: 4 }, async () => {
      while (writing) await log.sealWhatIsSettled(7);
    });
    await Promise.all(Array.from({ length: 8 }, () => log.looks(25)));
    writing = false;
    await Promise.all(sealers);
    await log.seal();
    expect(await log.verify()).toMatchObject({ findings: [], entries: 200, waiting: 0 });
    expect(log.warnings).toEqual([]);
  });

  it('goes on in a restored database, where transaction numbers start again', async () => {
    await log.fill();
    await log.look();
    await log.tamper(
      `update platform.audit_entry set written_by = '${FAR_AWAY}'
       where not exists (select from platform.audit_leaf where entry_id = id)`,
    );
    // The chain as it came from the other server: signed there, by us.
    await log.reseal(`cluster = 'elsewhere', horizon = '${FAR_AWAY}'`);
    await log.look();
    expect(await log.seal()).toBe(2);
    await log.look();
    expect(await log.seal()).toBe(1);
    expect(await log.verify()).toMatchObject({ findings: [], entries: 12, waiting: 0 });
  });

  it('anchors what was stored just before the program died', async () => {
    await log.fill();
    rmSync(join(log.dataDir, 'audit'), { recursive: true });
    await log.look();
    await log.seal();
    expect(
      anchorsIn(log.dataDir)
        .all()
        .map((anchor) => anchor.number),
    ).toEqual([1, 2, 3, 4]);
    expect(await log.findings()).toEqual([]);
  });
});
