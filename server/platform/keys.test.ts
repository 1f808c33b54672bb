import { sign, verify } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { keysFrom, loadKeys } from './keys.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'keys-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
  delete process.env.RUGDEKKING_MASTER_KEY;
});

describe('the master key', () => {
  it('is made once, where there is no data yet, for its owner only', () => {
    const first = loadKeys(dataDir, { mayCreate: true });
    const again = loadKeys(dataDir, { mayCreate: false });
    expect(again.master).toEqual(first.master);
    expect(statSync(join(dataDir, 'keys/master.key')).mode & 0o777).toBe(0o600);
  });

  it('is never made silently for data that has one', () => {
    expect(() => loadKeys(dataDir, { mayCreate: false })).toThrow(/hoofdsleutel ontbreekt.*master key is missing/);
  });

  it('is closed again for others when a restore left it open', () => {
    loadKeys(dataDir, { mayCreate: true });
    const file = join(dataDir, 'keys/master.key');
    chmodSync(file, 0o644);
    loadKeys(dataDir, { mayCreate: false });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('may come from a key service through the environment', () => {
    process.env.RUGDEKKING_MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
    expect(loadKeys(dataDir, { mayCreate: false }).master).toEqual(Buffer.alloc(32, 7));
  });

  it('is refused when it is cut short', () => {
    loadKeys(dataDir, { mayCreate: true });
    const file = join(dataDir, 'keys/master.key');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
    expect(() => loadKeys(dataDir, { mayCreate: false })).toThrow(/32 bytes/);
  });
});

describe('what follows from it', () => {
  const keys = keysFrom(Buffer.alloc(32, 1));

  it('is the same after every start and different for every purpose', () => {
    expect(keysFrom(Buffer.alloc(32, 1)).databasePassword('a')).toBe(keys.databasePassword('a'));
    expect(keys.databasePassword('a')).not.toBe(keys.databasePassword('b'));
    expect(keys.derive('a')).not.toEqual(keys.master);
  });

  it('signs what its public key verifies', () => {
    const head = Buffer.from('head');
    const signature = sign(null, head, keys.auditSigning.privateKey);
    expect(verify(null, head, keys.auditSigning.publicKey, signature)).toBe(true);
  });

  it('is accepted by Web Push', () => {
    expect(() =>
      webPush.setVapidDetails('mailto:a@example.nl', keys.vapid.publicKey, keys.vapid.privateKey),
    ).not.toThrow();
  });
});
