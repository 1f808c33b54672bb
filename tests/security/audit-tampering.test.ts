import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { headOf, signed } from '../../server/platform/audit/batch.ts';
import { ENTRY_COLUMNS, type EntryRow, entryHash, SELECT_ENTRY } from '../../server/platform/audit/entry-row.ts';
import { verdictLines } from '../../server/platform/audit/verdict-text.ts';
import { newId } from '../../server/platform/ids.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { logNow, type SealedLog, sealedLog } from '../support/sealed-log.ts';

let log: SealedLog;

beforeEach(async () => {
  log = await sealedLog();
  await log.fill();
  return log.close;
});

describe('somebody who goes around the program is found out', () => {
  it('after a changed byte, with the entry', async () => {
    const [, second] = await log.entryIds(2);
    await log.tamper("update platform.audit_entry set object_id = object_id || '.' where id = $1", [second]);
    expect((await log.verify()).findings).toEqual([{ kind: 'entry-changed', batch: 2, entryId: second }]);
  });

  it('after a change in any column', async () => {
    const [first] = await log.entryIds(1);
    // The checks on the table itself keep the actor consistent; a superuser drops them.
    await log.tamper(
      'alter table platform.audit_entry drop constraint audit_entry_check, drop constraint audit_entry_check1',
    );
    await log.tamper('create table kept as select * from platform.audit_entry where id = $1', [first]);
    for (const column of ENTRY_COLUMNS.filter((name) => name !== 'id')) {
      await log.tamper(`update platform.audit_entry set ${column} = ${anotherValue(column)} where id = $1`, [first]);
      expect({ column, found: (await log.verify()).findings }).toEqual({
        column,
        found: [{ kind: 'entry-changed', batch: 1, entryId: first }],
      });
      await log.tamper(`update platform.audit_entry e set ${column} = kept.${column} from kept where e.id = kept.id`);
    }
    expect(await log.findings()).toEqual([]);
  });

  it('after a changed byte with its leaf put right', async () => {
    const [first] = await log.entryIds(2);
    await log.tamper("update platform.audit_entry set object_id = 'other' where id = $1", [first]);
    const { rows } = await log.db.owner.query<EntryRow>(
      `select ${SELECT_ENTRY} from platform.audit_entry e where id = $1`,
      [first],
    );
    const hashes = rows.map(entryHash);
    await log.tamper('update platform.audit_leaf set hash = $2 where entry_id = $1', [first, hashes[0]]);
    expect(await log.findings()).toEqual(['batch-changed in 2']);
  });

  it('after a deleted row, with the entry', async () => {
    const [, , third] = await log.entryIds(1);
    await log.tamper('delete from platform.audit_entry where id = $1', [third]);
    expect((await log.verify()).findings).toEqual([{ kind: 'entry-missing', batch: 1, entryId: third }]);
  });

  it('after a row that was deleted with its leaf', async () => {
    const [, , third] = await log.entryIds(1);
    await log.tamper('delete from platform.audit_entry where id = $1', [third]);
    await log.tamper('delete from platform.audit_leaf where entry_id = $1', [third]);
    expect(await log.findings()).toEqual(['batch-changed in 1']);
  });

  it('after two rows were swapped', async () => {
    const [first, second] = await log.entryIds(2);
    await log.tamper(
      `update platform.audit_entry e set object_id = o.object_id from platform.audit_entry o
       where (e.id = $1 and o.id = $2) or (e.id = $2 and o.id = $1)`,
      [first, second],
    );
    expect(await log.findings()).toEqual(['entry-changed in 2', 'entry-changed in 2']);
  });

  it('after two leaves were swapped', async () => {
    const [first, second] = await log.entryIds(2);
    await log.tamper('update platform.audit_leaf set leaf_index = 9 where entry_id = $1', [first]);
    await log.tamper('update platform.audit_leaf set leaf_index = 0 where entry_id = $1', [second]);
    await log.tamper('update platform.audit_leaf set leaf_index = 1 where entry_id = $1', [first]);
    expect(await log.findings()).toEqual(['batch-changed in 2']);
  });

  it('after an entry was slipped in among older ones', async () => {
    await log.tamper(
      `insert into platform.audit_entry (id, employer_id, at, actor_kind, action, object_kind, object_id, result, written_by)
       values ($1, $2, $3, 'visitor', 'a', 'b', 'c', 'done', '3')`,
      [newId(), log.employerId, logNow],
    );
    expect(await log.findings()).toEqual(['entry-slipped-in']);
  });

  it('after the tail was cut', async () => {
    await log.cutTail(3);
    expect(await log.findings()).toEqual(['tail-cut in 3']);
  });

  it('after the tail was cut and the program went on', async () => {
    await log.cutTail(3);
    await log.look();
    await log.seal();
    expect(log.warnings).toEqual([expect.stringContaining('ends before its last anchor')]);
    expect(await log.findings()).toEqual(['batch-missing in 3']);
  });

  it('after a batch in the middle was taken out', async () => {
    await log.cutTail(2);
    expect(await log.findings()).toEqual(['batch-missing in 2', 'chain-broken in 3']);
  });

  it('after a superuser rewrote an entry and computed the whole chain again', async () => {
    const [first] = await log.entryIds(2);
    await log.tamper("update platform.audit_entry set object_id = 'nothing-to-see' where id = $1", [first]);
    await log.recompute((batch, content) => ({ ...content, head: headOf(content), signature: batch.signature }));
    const found = await log.findings();
    expect(found).toContain('signature-wrong in 2');
    expect(found).toContain('anchor-differs in 2');
    expect(found).not.toContain('entry-changed in 2');
  });

  it('after a superuser computed the chain again and signed it with a key of their own', async () => {
    const [first] = await log.entryIds(1);
    await log.tamper("update platform.audit_entry set object_id = 'nothing-to-see' where id = $1", [first]);
    await log.recompute((_, content) => signed(content, keysFrom(Buffer.alloc(32, 9)).auditSigning.privateKey));
    expect(await log.findings()).toEqual(expect.arrayContaining(['signature-wrong in 1', 'anchor-differs in 1']));
  });

  it('after the whole log was emptied', async () => {
    for (const table of ['audit_entry', 'audit_batch', 'audit_leaf']) await log.tamper(`truncate platform.${table}`);
    expect(await log.findings()).toEqual(['tail-cut in 1', 'tail-cut in 2', 'tail-cut in 3']);
  });

  it('after the anchors were thrown away', async () => {
    rmSync(join(log.dataDir, 'audit'), { recursive: true });
    expect(await log.findings()).toEqual(['anchors-missing']);
  });

  it('in words that say which batch and which entry', async () => {
    const [first] = await log.entryIds(2);
    await log.tamper('delete from platform.audit_entry where id = $1', [first]);
    const lines = verdictLines(await log.verify());
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
