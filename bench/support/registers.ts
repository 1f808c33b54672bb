import pg from 'pg';
import { layOutRegister } from '../../database/demo/measured-register.ts';
import type { RegisterTown } from '../../database/demo/register-town.ts';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts';
import { createVault, openDatabase, type Tx } from '../../server/platform/index.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { benchFolder } from './measured-program.ts';

/** What somebody may see: nothing, some twenty of long ago, some two thousand of one team, or everything. */
export type Reader = 'newcomer' | 'member' | 'manager' | 'coordinator';

/** An organisation with a register of so many incidents, as its people read it. */
export interface ReadRegister {
  readonly town: RegisterTown;
  as<T>(who: Reader, work: (tx: Tx) => Promise<T>): Promise<T>;
}

const passwords = { rugdekking_app: 'app-in-bench', rugdekking_worker: 'worker-in-bench' };
const now = new Date('2026-03-10T09:00:00Z');

export const vault = createVault(keysFrom(Buffer.alloc(32, 7)));

/** One PostgreSQL with a database for each register that is laid out, alike but for the number of incidents. */
export async function openRegisters() {
  const { dataDir, remove } = benchFolder();
  const server = await startEmbeddedPostgres({ dataDir });
  const { host, port } = server.connection;

  const ends: (() => Promise<void>)[] = [];

  async function layOut(incidents: number): Promise<ReadRegister> {
    const name = `register_${incidents}`;
    const connection = { ...server.connection, database: name };
    await asOwner({ ...server.connection, database: 'postgres' }, (owner) => owner.query(`create database ${name}`));
    await migrate({ connection, roles: { passwords, perDatabase: false } });
    const url = (role: keyof typeof passwords) => `postgres://${role}:${passwords[role]}@${host}:${port}/${name}`;
    const database = openDatabase({
      app: url('rugdekking_app'),
      worker: url('rugdekking_worker'),
      functions: { granteesOf: 'organisation.grantees_of', enterSession: 'identity.enter_session' },
    });
    ends.push(() => database.end());
    const since = performance.now();
    const town = await asOwner(connection, (owner) =>
      layOutRegister(owner, { database, vault }, { incidents, until: now }),
    );
    console.log(`${incidents} incidents laid out in ${Math.round((performance.now() - since) / 1000)} s`);
    const { employerId } = town.plan;
    return {
      town,
      as: (who, work) => database.transact({ role: 'app', employerId, personId: town[`${who}Id`], now }, work),
    };
  }

  return {
    layOut,
    close: async () => {
      for (const end of ends) await end();
      await server.release();
      remove();
    },
  };
}

async function asOwner<T>(connection: pg.ClientConfig, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(connection);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
