import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

export interface TestServer {
  readonly host: string;
  readonly port: number;
  readonly superuser: Login;
  readonly app: Login;
  readonly worker: Login;
  /** The migrated, empty database of which every test file gets a copy. */
  readonly template: string;
}

interface Login {
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer;
  }
}

export interface TestDatabase {
  readonly name: string;
  /** As requests reach the database: bound by row-level security. */
  readonly app: pg.Pool;
  /** As jobs reach the database: bound by row-level security. */
  readonly worker: pg.Pool;
  /** As the owner of the tables, past all policies: to lay out what a test needs and to look behind the scenes. */
  readonly owner: pg.Pool;
  /** The same three as connection strings, for a program that is started whole. */
  readonly urls: { readonly app: string; readonly worker: string; readonly owner: string };
  readonly drop: () => Promise<void>;
}

/** A database of its own, all migrations applied, without a row of anybody. Dropped when the test file ends. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name} template ${server.template}`);
  const pools = {
    app: poolFor(server, server.app, name),
    worker: poolFor(server, server.worker, name),
    // Looks at many small tables at once: workers beside it only take time to begin.
    owner: poolFor(server, server.superuser, name, '-c max_parallel_workers_per_gather=0'),
  };
  let dropped: Promise<void> | undefined;
  const drop = () => {
    dropped ??= (async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      await administer(server, `drop database if exists ${name} with (force)`);
    })();
    return dropped;
  };
  afterAll(drop);
  const url = ({ user, password }: Login) => `postgres://${user}:${password}@${server.host}:${server.port}/${name}`;
  const urls = { app: url(server.app), worker: url(server.worker), owner: url(server.superuser) };
  return { name, ...pools, urls, drop };
}

/** A database without any table, for what starts from nothing; answers its connection string. */
export async function emptyDatabase(): Promise<string> {
  const server = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name}`);
  afterAll(() => administer(server, `drop database if exists ${name} with (force)`));
  return `postgres://${server.superuser.user}:${server.superuser.password}@${server.host}:${server.port}/${name}`;
}

function poolFor({ host, port }: TestServer, { user, password }: Login, database: string, options = ''): pg.Pool {
  const pool = new pg.Pool({ host, port, user, password, database, options, max: 10, allowExitOnIdle: true });
  pool.on('error', () => {});
  return pool;
}

async function administer({ host, port, superuser }: TestServer, sql: string): Promise<void> {
  const client = new pg.Client({ host, port, ...superuser, database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
