import http from 'node:http';
import { pino } from 'pino';
import { type Environment, EnvironmentProblem, readEnvironment } from './platform/environment.ts';
import { type Installation, openInstallation } from './platform/installation.ts';
import { KeyProblem } from './platform/keys.ts';
import { buildClientWhenChanged } from './web-client.ts';

/** SIGTERM to the pid of `npm start` must leave no process after ten seconds; the launcher loses patience at nine and a half. */
const LONGEST_STOP = 8_500;

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});

async function main(): Promise<void> {
  const environment = readEnvironment(process.env, process.argv.slice(2));
  const log = pino({ level: environment.logLevel });
  const needsClient = environment.servesClient && environment.role !== 'worker';
  const client = needsClient ? buildClientWhenChanged() : Promise.resolve(false);
  // Handled below; until then a failure must not end the program while PostgreSQL is starting.
  client.catch(() => {});
  const installation = await openInstallation(environment, { say: (message) => log.info(message), keepAlive: true });
  const app = await client
    .then(() => openApp(environment, installation))
    .catch(async (error: unknown) => {
      await installation.close();
      throw error;
    });
  stopWhenAsked(async () => {
    await app.close();
    await installation.close();
  });
  console.log(`Rugdekking runs on ${environment.publicUrl}`);
}

async function openApp(environment: Environment, _installation: Installation): Promise<{ close: () => Promise<void> }> {
  const server = http.createServer((_, response) => response.end('{}'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(environment.port, environment.host, resolve);
  });
  return { close: async () => void server.close() };
}

/** Asked by a signal, or by our launcher going away: then the channel to it closes, also after a kill -9. */
function stopWhenAsked(stop: () => Promise<void>): void {
  let stopping = false;
  const stopOnce = (): void => {
    if (stopping) return;
    stopping = true;
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
  // The launcher went while we were starting.
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
