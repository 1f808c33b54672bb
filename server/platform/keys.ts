import { createHmac, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { p256 } from '@noble/curves/nist.js';
import type pg from 'pg';

/**
 * Every secret of an installation, all derived from one master key that never enters the database.
 * One key to keep safe, one to put in a key service; many copies of the program need nothing else in common.
 */
export interface Keys {
  readonly master: Buffer;
  /** Signs the head of the audit log, so that a database superuser cannot write a new history. */
  readonly auditSigning: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  /** Introduces us to the push services of the browsers; both base64url, as Web Push wants them. */
  readonly vapid: { readonly publicKey: string; readonly privateKey: string };
  /** The password of a login role of the embedded database: nothing to write down, nothing to leak from a file. */
  databasePassword(role: string): string;
  /** A key for one purpose, independent of the keys for all other purposes. */
  derive(purpose: string): Buffer;
}

/** The start stops here, with a sentence for the person who started it. */
export class KeyProblem extends Error {
  override readonly name = 'KeyProblem';
}

/** `mayCreate` is true only where there is no data yet: a new key for existing data would silently lose all of it. */
export function loadKeys(dataDir: string, { mayCreate }: { mayCreate: boolean }): Keys {
  return keysFrom(readMasterKey(dataDir, mayCreate));
}

export function keysFrom(master: Buffer): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'rugdekking', purpose, 32));
  const privateKey = ed25519From(derive('audit-signing'));
  return {
    master,
    auditSigning: { privateKey, publicKey: createPublicKey(privateKey) },
    vapid: vapidFrom(master),
    databasePassword: (role) => derive(`database-password ${role}`).toString('base64url'),
    derive,
  };
}

/**
 * Compares the master key with the fingerprint the database remembers. The first start stores it;
 * every later start with another key stops before anything can be written that nobody can read back.
 */
export async function assertKeysMatch(owner: pg.ClientBase | pg.Pool, keys: Keys): Promise<void> {
  const fingerprint = createHmac('sha256', keys.derive('key-check')).update('rugdekking').digest();
  await owner.query(
    `insert into platform.key_check (fingerprint)
     select $1 where not exists (select from platform.employer_key)
     on conflict do nothing`,
    [fingerprint],
  );
  const { rows } = await owner.query<{ fingerprint: Buffer }>('select fingerprint from platform.key_check');
  if (rows[0] === undefined || !rows[0].fingerprint.equals(fingerprint)) throw new KeyProblem(wrongKey);
}

const missingKey =
  'De hoofdsleutel ontbreekt, maar er zijn al gegevens. Zet DATA_DIR/keys/master.key terug of geef RUGDEKKING_MASTER_KEY. ' +
  'Er is geen nieuwe sleutel gemaakt. / The master key is missing while data exists. Put DATA_DIR/keys/master.key back or ' +
  'set RUGDEKKING_MASTER_KEY. No new key was made.';
const wrongKey =
  'Deze hoofdsleutel hoort niet bij deze database. Geef de sleutel waarmee de gegevens zijn verzegeld. / ' +
  'This master key does not belong to this database. Provide the key that sealed its data.';
const malformedKey = 'De hoofdsleutel moet 32 bytes in base64 zijn. / The master key must be 32 bytes in base64.';

function readMasterKey(dataDir: string, mayCreate: boolean): Buffer {
  const given = process.env.RUGDEKKING_MASTER_KEY;
  if (given) return parseKey(given);
  const file = join(dataDir, 'keys', 'master.key');
  if (!existsSync(file)) {
    if (!mayCreate) throw new KeyProblem(missingKey);
    createKeyFile(dataDir, file);
  }
  // A restored backup or a careless copy may have opened it up.
  chmodSync(file, 0o600);
  return parseKey(readFileSync(file, 'utf8'));
}

/** Complete or absent, also after a power cut; when two programs start at once, the first one's key holds for both. */
function createKeyFile(dataDir: string, file: string): void {
  // Only the folder with keys is closed: the database may run as another user inside DATA_DIR.
  mkdirSync(dataDir, { recursive: true });
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, `${randomBytes(32).toString('base64')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}

function parseKey(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== 32) throw new KeyProblem(malformedKey);
  return key;
}

function ed25519From(seed: Buffer): KeyObject {
  // RFC 8410: the fixed head of a PKCS#8 document that holds an Ed25519 seed.
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' });
}

function vapidFrom(master: Buffer): Keys['vapid'] {
  // 48 bytes: enough to bring into the field of P-256 without bias.
  const seed = Buffer.from(hkdfSync('sha256', master, 'rugdekking', 'vapid', 48));
  const secret = p256.utils.randomSecretKey(seed);
  return {
    publicKey: Buffer.from(p256.getPublicKey(secret, false)).toString('base64url'),
    privateKey: Buffer.from(secret).toString('base64url'),
  };
}
