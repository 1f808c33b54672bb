import { execFile } from 'node:child_process';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { logMaster, type SealedLog, sealedLog } from '../support/sealed-log.ts';

let log: SealedLog;

beforeEach(async () => {
  log = await sealedLog();
  await log.fill();
  return log.close;
});

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** `npm run audit:verify`, as a privacy officer runs it. */
function auditVerify(): Promise<Ended> {
  const { owner, app, worker } = log.db.urls;
  const env = {
    ...process.env,
    DATA_DIR: log.dataDir,
    DATABASE_URL: owner,
    DATABASE_APP_URL: app,
    DATABASE_WORKER_URL: worker,
    RUGDEKKING_MASTER_KEY: logMaster.toString('base64'),
  };
  const command = path.join(import.meta.dirname, '../../server/commands/audit-verify.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [command], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
    });
  });
}

describe('npm run audit:verify', () => {
  it('says in both languages that the log is whole', async () => {
    const { code, output } = await auditVerify();
    expect(output).toContain('Het logboek klopt. 9 regels in 3 pakketten nagerekend');
    expect(output).toContain('The log is whole. 9 entries in 3 batches recomputed');
    expect(code).toBe(0);
  });

  it('fails, and names the entry, when one byte was changed', async () => {
    const [first] = await log.entryIds(1);
    await log.tamper("update platform.audit_entry set action = 'incident-reae' where id = $1", [first]);
    const { code, output } = await auditVerify();
    expect(output).toContain(`batch 1, entry ${first}`);
    expect(code).toBe(1);
  });

  it('fails when the tail was cut', async () => {
    await log.cutTail(3);
    const { code, output } = await auditVerify();
    expect(output).toContain('batch 3, tail-cut');
    expect(code).toBe(1);
  });
});
