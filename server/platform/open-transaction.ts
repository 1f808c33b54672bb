import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Context, type ContextFunctions, openingStatements } from './context.ts';
import type { Session } from './database.ts';
import type { Expected, ExpectedSessions } from './expected-sessions.ts';
import { DatabaseAway, isConnectionLoss, isSessionChanged, SessionChanged, SessionEnded } from './failures.ts';

/** A connection on which a transaction begins. */
export interface Opened {
  readonly client: pg.PoolClient;
  readonly session: Session | undefined;
  /** The answers to what went along with the opening; none when that was not waited for. */
  readonly results: readonly pg.QueryResult[];
  /** Fails when the transaction could not be opened after all: then nothing of it happened. */
  readonly isOpen: Promise<unknown>;
}

export interface OpeningNeeds {
  readonly pool: pg.Pool;
  readonly functions: ContextFunctions;
  readonly sessions: ExpectedSessions;
  /** Told how many milliseconds it took to get a connection. */
  readonly onConnected: (waited: number) => void;
}

const PATIENCE_WHEN_AWAY_MS = 4_000;

/** Opens the transaction and waits until it is open; who asks is known then. `alongside` travels in the same round trip. */
export async function openFirst(needs: OpeningNeeds, context: Context, alongside?: string): Promise<Opened> {
  const opening = openingStatements(context, needs.functions);
  const statements = alongside === undefined ? opening : `${opening}; ${alongside}`;
  const { client, results } = await untilOpen(needs, statements);
  if (!('sessionHash' in context)) return { client, session: undefined, results: results.slice(2), isOpen: isDone };
  try {
    const { as_text: asText, ...facts } = rowOf(results[1]);
    const session = sessionFrom(facts);
    needs.sessions.remember(context, { session, asText: String(asText) });
    return { client, session, results: results.slice(2), isOpen: isDone };
  } catch (cause) {
    await giveBack(client);
    throw cause;
  }
}

/** Opens the transaction of a session as it was the last time, and waits for nothing. */
export async function openExpecting(needs: OpeningNeeds, context: Context, expected: Expected): Promise<Opened> {
  const since = performance.now();
  const client = await needs.pool.connect().catch(cannotBeExpected);
  needs.onConnected(performance.now() - since);
  const { stream } = client.connection;
  // Written to the socket once, together with what the work asks without waiting for anything.
  stream.cork();
  const isOpen = client.query(openingStatements(context, needs.functions, expected.asText)).catch(cannotBeExpected);
  process.nextTick(() => stream.uncork());
  // Whoever works with it looks at it when they are done; until then it is nobody's unhandled failure.
  isOpen.catch(() => undefined);
  return { client, session: expected.session, results: [], isOpen };
}

const isDone = Promise.resolve();

function cannotBeExpected(cause: unknown): never {
  if (isSessionChanged(cause) || isConnectionLoss(cause)) throw new SessionChanged('Not as expected', { cause });
  throw cause;
}

/** The next user of this connection must not find an open transaction. */
export async function giveBack(client: pg.PoolClient): Promise<void> {
  const broken = await client.query('rollback').then(
    () => undefined,
    (failure: Error) => failure,
  );
  client.release(broken);
}

/**
 * Takes a connection and opens the transaction on it. Nothing has happened yet, so a lost connection is simply replaced,
 * for as long as a restart of PostgreSQL takes.
 */
async function untilOpen(
  { pool, onConnected }: OpeningNeeds,
  statements: string,
): Promise<{ client: pg.PoolClient; results: pg.QueryResult[] }> {
  const since = performance.now();
  for (;;) {
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      onConnected(performance.now() - since);
      // Several statements in one simple query answer with a list; the driver's types know only of one.
      const answer: unknown = await client.query(statements);
      return { client, results: answer as pg.QueryResult[] };
    } catch (cause) {
      if (!isConnectionLoss(cause)) {
        if (client !== undefined) await giveBack(client);
        throw cause;
      }
      client?.release(true);
      if (performance.now() - since > PATIENCE_WHEN_AWAY_MS) {
        throw new DatabaseAway('The database cannot be reached', { cause });
      }
      await pause(50);
    }
  }
}

function rowOf(result: pg.QueryResult | undefined): Record<string, unknown> {
  return (result?.rows[0] as Record<string, unknown> | undefined) ?? {};
}

function sessionFrom(row: Record<string, unknown>): Session {
  if (row['person_id'] === null || row['person_id'] === undefined) {
    throw new SessionEnded('No session, or no longer one');
  }
  const facts = Object.fromEntries(Object.entries(row).map(([name, value]) => [camelCase(name), value]));
  return facts as unknown as Session;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
