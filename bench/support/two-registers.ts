import pg from 'pg';
import { type CastKey, cast, employer } from '../../database/demo/cast.ts';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts';
import { openDatabase, type Tx } from '../../server/platform/index.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { layOutRegister } from '../../tests/support/register.ts';
import { settleTown } from '../../tests/support/settle-town.ts';
import { benchFolder } from './measured-program.ts';

/** A town with a register of so many incidents, as its people read it. */
export interface RegisterTown {
  as<T>(who: CastKey, work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** What a bench adds to each of them, past the program. */
export type Furnish = (owner: pg.Pool) => Promise<void>;

const passwords = { rugdekking_app: 'app-in-bench', rugdekking_worker: 'worker-in-bench' };
const now = new Date('2026-03-10T09:00:00Z');
/** The manager has as many in both: what differs is the rest of the organisation. */
const OF_MANAGER = 2_000;

/** Two databases in one PostgreSQL, alike but for the number of incidents. */
export async function twoRegisters(few: number, many: number, furnish: Furnish = async () => {}) {
  const { dataDir, remove } = benchFolder();
  const server = await startEmbeddedPostgres({ dataDir, settings: { shared_buffers: '512MB' } });
  const { host, port } = server.connection;

  async function found(name: string, incidents: number): Promise<RegisterTown & { end(): Promise<void> }> {
    const connection = { ...server.connection, database: name };
    await asOwner({ ...server.connection, database: 'postgres' }, (owner) => owner.query(`create database ${name}`));
    await migrate({ connection, roles: { passwords, perDatabase: false } });
    const since = performance.now();
    await asOwner(connection, async (owner) => {
      await settleTown(owner);
      await layOutRegister(owner, now, { incidents, ofManager: OF_MANAGER });
      await furnish(owner);
    });
    console.log(`${incidents} incidents laid out in ${Math.round((performance.now() - since) / 1000)} s`);
    const url = (role: keyof typeof passwords) => `postgres://${role}:${passwords[role]}@${host}:${port}/${name}`;
    const database = openDatabase({
      app: url('rugdekking_app'),
      worker: url('rugdekking_worker'),
      functions: { granteesOf: 'organisation.grantees_of', enterSession: 'identity.enter_session' },
    });
    return {
      as: (who, work) => database.transact({ role: 'app', employerId: employer.id, personId: cast[who].id, now }, work),
      end: () => database.end(),
    };
  }

  const small = await found('register_small', few);
  const large = await found('register_large', many);
  return {
    small,
    large,
    close: async () => {
      await small.end();
      await large.end();
      await server.release();
      remove();
    },
  };
}

async function asOwner<T>(connection: pg.PoolConfig, work: (owner: pg.Pool) => Promise<T>): Promise<T> {
  const owner = new pg.Pool({ ...connection, max: 2 });
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
