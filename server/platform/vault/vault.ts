import { hkdfSync, randomBytes } from 'node:crypto';
import { Absent } from '../failures.ts';
import type { Keys } from '../keys.ts';
import type { Tx } from '../tx.ts';
import { blindIndexOf } from './blind-index.ts';
import { type Texts, textsUnder, unwrapKey, wrapKey } from './sealing.ts';

/** Two keys that stem from the key of one employer: one wraps dossier keys, one seals what has no dossier yet. */
export interface EmployerKey {
  readonly employerId: string;
  readonly wrapping: Uint8Array;
  readonly texts: Texts;
}

export interface NewDossier extends Texts {
  /** To be stored in platform.dossier_key, in the statement that stores the sealed texts. */
  readonly wrappedKey: Buffer;
}

export interface Vault {
  /** Made at the first use; afterwards from memory, without SQL. */
  employerKey(tx: Tx): Promise<EmployerKey>;
  /** Makes and stores the key of a dossier. */
  createDossier(tx: Tx, incidentId: string): Promise<Texts>;
  /** The same without SQL, for those who store everything in one statement. */
  newDossier(key: EmployerKey, incidentId: string): NewDossier;
  /** Throws `Absent` when there is no key (any more). */
  openDossier(tx: Tx, incidentId: string): Promise<Texts>;
  /** For lists: those whose key exists. */
  openDossiers(tx: Tx, incidentIds: readonly string[]): Promise<ReadonlyMap<string, Texts>>;
  /** For a query that fetched the wrapped key along with the texts. */
  openWrapped(key: EmployerKey, incidentId: string, wrapped: Uint8Array): Texts;
  /** For drafts and settings; put the id of the draft in the field. */
  forEmployer(tx: Tx): Promise<Texts>;
  /**
   * Nobody reads these texts again, whoever still holds a copy of the rows. A policy lets jobs do so, and a request only for a
   * report that was set right; for any other nothing happens.
   */
  destroyDossier(tx: Tx, incidentId: string): Promise<void>;
  blindIndex(employerId: string, text: string): Buffer;
  /** What `blindIndex` uses: for a thread that makes many at once, with `blindIndexOf`. */
  blindIndexKey(employerId: string): Uint8Array;
}

export function createVault(keys: Keys): Vault {
  const employerKeys = new Map<string, EmployerKey>();
  const indexKeys = new Map<string, Buffer>();

  async function employerKey(tx: Tx): Promise<EmployerKey> {
    const known = employerKeys.get(tx.employerId);
    if (known) return known;
    const key = employerKeyFrom(
      tx.employerId,
      unwrapKey(keys.master, tx.employerId, await storedEmployerKey(tx, keys)),
    );
    // A key made in this transaction may still be rolled back with it.
    tx.afterCommit(() => employerKeys.set(tx.employerId, key));
    return key;
  }

  async function openDossiers(tx: Tx, incidentIds: readonly string[]): Promise<Map<string, Texts>> {
    const key = await employerKey(tx);
    const rows = await tx.rows<{ incident_id: string; wrapped: Buffer }>(
      'select incident_id, wrapped from platform.dossier_key where incident_id = any($1)',
      [incidentIds],
    );
    return new Map(rows.map((row) => [row.incident_id, openWrapped(key, row.incident_id, row.wrapped)]));
  }

  function blindIndexKey(employerId: string): Buffer {
    let key = indexKeys.get(employerId);
    if (key === undefined) {
      key = keys.derive(`blind-index ${employerId}`);
      indexKeys.set(employerId, key);
    }
    return key;
  }

  return {
    employerKey,
    blindIndexKey,
    newDossier,
    openWrapped,
    openDossiers,

    async createDossier(tx, incidentId) {
      const { wrappedKey, ...texts } = newDossier(await employerKey(tx), incidentId);
      await tx.execute('insert into platform.dossier_key (incident_id, employer_id, wrapped) values ($1, $2, $3)', [
        incidentId,
        tx.employerId,
        wrappedKey,
      ]);
      return texts;
    },

    async openDossier(tx, incidentId) {
      const texts = (await openDossiers(tx, [incidentId])).get(incidentId);
      if (texts === undefined) throw new Absent('dossier key');
      return texts;
    },

    async forEmployer(tx) {
      return (await employerKey(tx)).texts;
    },

    async destroyDossier(tx, incidentId) {
      await tx.execute('delete from platform.dossier_key where incident_id = $1', [incidentId]);
    },

    blindIndex: (employerId, text) => blindIndexOf(blindIndexKey(employerId), text),
  };
}

/** Needs no more than the key that wraps: also where the rest of the vault is not at hand. */
export function newDossier(employerKey: Pick<EmployerKey, 'wrapping'>, incidentId: string): NewDossier {
  const key = randomBytes(32);
  return { wrappedKey: wrapKey(employerKey.wrapping, incidentId, key), ...textsUnder(key, incidentId) };
}

function openWrapped(employerKey: EmployerKey, incidentId: string, wrapped: Uint8Array): Texts {
  return textsUnder(unwrapKey(employerKey.wrapping, incidentId, wrapped), incidentId);
}

function employerKeyFrom(employerId: string, key: Buffer): EmployerKey {
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', key, employerId, purpose, 32));
  return { employerId, wrapping: derived('wrapping'), texts: textsUnder(derived('texts'), employerId) };
}

/** Whoever needs it first makes it; of two at once the second waits for the first and takes its key. */
async function storedEmployerKey(tx: Tx, keys: Keys): Promise<Buffer> {
  const find = () =>
    tx.maybeRow<{ wrapped: Buffer }>('select wrapped from platform.employer_key where employer_id = $1', [
      tx.employerId,
    ]);
  const stored = await find();
  if (stored) return stored.wrapped;
  await tx.execute(
    'insert into platform.employer_key (employer_id, wrapped) values ($1, $2) on conflict (employer_id) do nothing',
    [tx.employerId, wrapKey(keys.master, tx.employerId, randomBytes(32))],
  );
  const made = await find();
  if (made === undefined) throw new Error('The key of the employer was stored but cannot be seen');
  return made.wrapped;
}
