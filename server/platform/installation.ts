import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { type Environment, EnvironmentProblem } from './environment.ts';
import { assertKeysMatch, type Keys, loadKeys } from './keys.ts';
import { migrate } from './migrate.ts';
import { assertLoginIsBound, loginName, ROLES, type RoleName, type RolePasswords } from './roles.ts';
import { withClient } from './with-client.ts';

/** The database and the keys of this installation, as `npm start` and every command find them. */
export interface Installation {
  readonly keys: Keys;
  /** Connection strings. The owner's is for migrations and copies only; the program works as the two bound roles. */
  readonly urls: Record<'owner' | 'app' | 'worker', string>;
  readonly isEmbedded: boolean;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly say: (message: string) => void;
  /** True for the program itself; commands borrow a running server, or start one for as long as they last. */
  readonly keepAlive?: boolean;
  /** For putting a copy back: its migrations and no others, in a place without data, under the key it was sealed with. */
  readonly migrationsOfCopy?: readonly string[];
  /** Breaks off the opening, and closes what was open by then. */
  readonly signal?: AbortSignal;
}

interface Server {
  readonly owner: string;
  readonly isEmbedded: boolean;
  readonly close: () => Promise<void>;
}

const DATABASE = 'rugdekking';

export async function openInstallation(environment: Environment, options: OpenOptions): Promise<Installation> {
  const server = environment.databaseUrl ? external(environment.databaseUrl) : await embedded(environment, options);
  try {
    options.signal?.throwIfAborted();
    const only = options.migrationsOfCopy;
    const isNew = !(await hasMigrations(server.owner));
    if (only && !isNew)
      throw new EnvironmentProblem('There is data here already. Put a copy back in an empty DATA_DIR or database.');
    const keys = loadKeys(environment.dataDir, { mayCreate: isNew && !only });
    const passwords = Object.fromEntries(ROLES.map((role) => [role, keys.databasePassword(role)])) as RolePasswords;
    const roles = { passwords, perDatabase: !server.isEmbedded };
    const bringsOwnRoles = Boolean(environment.databaseAppUrl && environment.databaseWorkerUrl);
    const connection = { connectionString: server.owner };
    const applied = await migrate({ connection, ...(bringsOwnRoles ? {} : { roles }), ...(only ? { only } : {}) });
    // A copy that is put back brings its own fingerprint along.
    if (!only) await withClient(server.owner, (client) => assertKeysMatch(client, keys));
    if (applied.length > 0) options.say(`The database is up to date: ${applied.length} migrations applied.`);
    const urls = {
      owner: server.owner,
      app: environment.databaseAppUrl ?? urlAs(server.owner, 'rugdekking_app', roles),
      worker: environment.databaseWorkerUrl ?? urlAs(server.owner, 'rugdekking_worker', roles),
    };
    if (bringsOwnRoles) for (const url of [urls.app, urls.worker]) await withClient(url, assertLoginIsBound);
    return { keys, urls, isEmbedded: server.isEmbedded, close: server.close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function external(owner: string): Server {
  return { owner, isEmbedded: false, close: async () => {} };
}

async function embedded(environment: Environment, { say, keepAlive = false, signal }: OpenOptions): Promise<Server> {
  const { dataDir } = environment;
  const server = await startEmbeddedPostgres({ dataDir, say, keepAlive, ...(signal ? { signal } : {}) });
  await withClient(server.url('postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  });
  return { owner: server.url(DATABASE), isEmbedded: true, close: server.release };
}

/** The same place, reached as somebody else. */
function urlAs(owner: string, role: RoleName, roles: { passwords: RolePasswords; perDatabase: boolean }): string {
  const url = new URL(owner);
  url.username = encodeURIComponent(loginName(role, decodeURIComponent(url.pathname.slice(1)), roles.perDatabase));
  url.password = encodeURIComponent(roles.passwords[role]);
  return url.href;
}

/** Data of somebody may be there as soon as one migration landed; from then on a missing master key stops the start. */
function hasMigrations(owner: string): Promise<boolean> {
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ found: boolean }>(
      "select to_regclass('platform.migration') is not null as found",
    );
    return rows[0]?.found === true;
  });
}
