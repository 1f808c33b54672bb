import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { type Database, openDatabase } from '../database.ts';
import { Absent } from '../failures.ts';
import { newId } from '../ids.ts';
import { assertKeysMatch, keysFrom } from '../keys.ts';
import type { Tx } from '../tx.ts';
import { createVault, SealBroken } from './index.ts';

const now = new Date('2026-03-02T09:00:00Z');
const keys = keysFrom(randomBytes(32));
const vault = createVault(keys);
const employerId = newId<'employer'>();

let town: TestDatabase;
let database: Database;

beforeAll(async () => {
  town = await testDatabase();
  database = openDatabase(town.urls);
  return () => database.end();
});

const asApp = <T>(work: (tx: Tx) => Promise<T>, employer = employerId) =>
  database.transact({ role: 'app', employerId: employer, personId: null, now }, work);
const asJob = <T>(work: (tx: Tx) => Promise<T>) => database.transact({ role: 'worker', employerId, now }, work);

describe('the key of a dossier', () => {
  it('opens later what was sealed at the report', async () => {
    const incidentId = newId();
    const sealed = await asApp(async (tx) =>
      (await vault.createDossier(tx, incidentId)).seal('story', 'Wat er gebeurde'),
    );
    const story = await asApp(async (tx) => (await vault.openDossier(tx, incidentId)).open('story', sealed));
    expect(story).toBe('Wat er gebeurde');
  });

  it('may be stored by the caller, in the same statement as the sealed texts', async () => {
    const incidentId = newId();
    const sealed = await asApp(async (tx) => {
      const dossier = vault.newDossier(await vault.employerKey(tx), incidentId);
      await tx.execute('insert into platform.dossier_key values ($1, $2, $3)', [
        incidentId,
        employerId,
        dossier.wrappedKey,
      ]);
      return dossier.seal('story', 'In één keer');
    });
    const opened = await asApp(async (tx) => vault.openDossiers(tx, [incidentId, newId()]));
    expect([...opened.keys()]).toEqual([incidentId]);
    expect(opened.get(incidentId)?.open('story', sealed)).toBe('In één keer');
  });

  it('once destroyed, leaves nothing that can be read', async () => {
    const incidentId = newId();
    await asApp((tx) => vault.createDossier(tx, incidentId));
    await asJob((tx) => vault.destroyDossier(tx, incidentId));
    await expect(asApp((tx) => vault.openDossier(tx, incidentId))).rejects.toThrow(Absent);
  });

  it('is not destroyed by a request while its dossier stands', async () => {
    const incidentId = newId();
    await asApp((tx) => vault.createDossier(tx, incidentId));
    await asApp((tx) => vault.destroyDossier(tx, incidentId));
    await asApp((tx) => vault.openDossier(tx, incidentId));
  });

  it('does not exist for another employer', async () => {
    const incidentId = newId();
    await asApp((tx) => vault.createDossier(tx, incidentId));
    await expect(asApp((tx) => vault.openDossier(tx, incidentId), newId())).rejects.toThrow(Absent);
  });
});

describe('the key of an employer', () => {
  it('is one key, also when two programs need it first', async () => {
    const employer = newId<'employer'>();
    const [one, other] = [createVault(keys), createVault(keys)];
    const sealed = await Promise.all(
      [one, other, one, other].map((v) =>
        asApp(async (tx) => (await v.forEmployer(tx)).seal('draft', 'concept'), employer),
      ),
    );
    const texts = await asApp((tx) => createVault(keys).forEmployer(tx), employer);
    expect(sealed.map((s) => texts.open('draft', s))).toEqual(Array(4).fill('concept'));
  });

  it('is not remembered when the transaction that made it was rolled back', async () => {
    const employer = newId<'employer'>();
    const fresh = createVault(keys);
    await expect(
      asApp(async (tx) => {
        await fresh.forEmployer(tx);
        throw new Error('changed my mind');
      }, employer),
    ).rejects.toThrow('changed my mind');
    const sealed = await asApp(async (tx) => (await fresh.forEmployer(tx)).seal('draft', 'concept'), employer);
    const texts = await asApp((tx) => createVault(keys).forEmployer(tx), employer);
    expect(texts.open('draft', sealed)).toBe('concept');
  });

  it('is of no use with another master key', async () => {
    await asApp((tx) => vault.forEmployer(tx));
    const stranger = createVault(keysFrom(randomBytes(32)));
    await expect(asApp((tx) => stranger.forEmployer(tx))).rejects.toThrow(SealBroken);
  });
});

it('finds a name again without holding it, per employer', () => {
  expect(vault.blindIndex(employerId, 'Öztürk')).toEqual(vault.blindIndex(employerId, 'ozturk'));
  expect(vault.blindIndex(employerId, 'Öztürk')).not.toEqual(vault.blindIndex(newId(), 'Öztürk'));
});

describe('a database and its master key', () => {
  it('recognise each other, and no other key', async () => {
    const other = await testDatabase();
    await assertKeysMatch(other.owner, keys);
    await assertKeysMatch(other.owner, keys);
    await expect(assertKeysMatch(other.owner, keysFrom(randomBytes(32)))).rejects.toThrow(
      /hoort niet bij deze database/,
    );
  });

  it('never take a first key for data that was sealed before', async () => {
    await asApp((tx) => vault.forEmployer(tx));
    await expect(assertKeysMatch(town.owner, keys)).rejects.toThrow(/hoort niet bij deze database/);
  });
});
