import { setTimeout as pause } from 'node:timers/promises';
import { fillDemonstration } from '../database/demo/fill-demonstration.ts';
import { openApp } from './app.ts';
import { demonstrationCast } from './demonstration-cast.ts';
import { type Arrival, greeting } from './greeting.ts';
import { type Environment, EnvironmentProblem, readEnvironment } from './platform/environment.ts';
import { type Log, movableClock, openLog, systemClock } from './platform/index.ts';
import { openInstallation } from './platform/installation.ts';
import { KeyProblem } from './platform/keys.ts';
import { buildClientWhenChanged } from './web-client.ts';

/** SIGTERM to the pid of `npm start` must leave no process after ten seconds; the launcher loses patience at nine and a half. */
const LONGEST_STOP = 8_500;
/** What takes longer, an import for instance, goes on at the next start: PostgreSQL needs the rest of the time to stop as well. */
const LONGEST_CLOSE = 3_000;

const stopping = new AbortController();

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});

async function main(): Promise<void> {
  const environment = readEnvironment(process.env, process.argv.slice(2));
  const log = openLog(environment.logLevel);
  const needsClient = environment.servesClient && environment.role !== 'worker';
  const client = needsClient ? buildClientWhenChanged(stopping.signal) : Promise.resolve(false);
  const opened: (() => Promise<void>)[] = [];
  const opening = open(environment, log, client, opened);
  const closeAll = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  stopWhenAsked(async () => {
    await closeAll();
    // What was on its way: it notices that we stop, or that its database is gone.
    await Promise.allSettled([client, opening]);
    await closeAll();
  });
  try {
    console.log(greeting(environment, await opening));
  } catch (error) {
    // Whoever asked us to stop also closes.
    if (stopping.signal.aborted) return;
    await closeAll();
    throw error;
  }
}

/** Puts into `opened` how to close each thing, as soon as it is open. The door opens last, when there is something behind it. */
async function open(
  environment: Environment,
  log: Log,
  client: Promise<unknown>,
  opened: (() => Promise<void>)[],
): Promise<Arrival> {
  // Waited for below; until then its failure must not end the program while PostgreSQL is starting.
  client.catch(() => {});
  const installation = await openInstallation(environment, {
    say: (message) => log.info(message),
    keepAlive: true,
    signal: stopping.signal,
  });
  opened.push(installation.close);
  stopping.signal.throwIfAborted();
  const now = environment.hasTestClock ? movableClock(environment.dataDir).now : systemClock;
  await fillDemonstration(installation, environment, now, { log });
  await client;
  stopping.signal.throwIfAborted();
  const app = await openApp(environment, installation, { log, listen: false });
  opened.push(() => Promise.race([app.close(), pause(LONGEST_CLOSE)]));
  const arrival = { setUpCode: await app.issueSetUpCode(), cast: await demonstrationCast(installation.urls.owner) };
  stopping.signal.throwIfAborted();
  await app.web.listen(environment.port, environment.host);
  await app.mailIn?.listen();
  return arrival;
}

/** Asked by a signal, or by our launcher going away: then the channel to it closes, also after a kill -9. */
function stopWhenAsked(stop: () => Promise<void>): void {
  const stopOnce = (): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const reason of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect'] as const) process.on(reason, stopOnce);
  process.channel?.unref();
  if (process.channel === null) stopOnce();
}

function explain(error: unknown): unknown {
  if (error instanceof EnvironmentProblem || error instanceof KeyProblem) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? error.port : '';
    return `Port ${port} is taken by another program. Choose one with PORT=3001 npm start.`;
  }
  return error;
}
