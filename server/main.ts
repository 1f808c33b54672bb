import http from 'node:http';
import { pino } from 'pino';
import { EnvironmentProblem, readEnvironment } from './platform/environment.ts';
import { openInstallation } from './platform/installation.ts';
import { KeyProblem } from './platform/keys.ts';
import { buildClientWhenChanged } from './web-client.ts';

main().catch((error: unknown) => {
  const isTheirs = error instanceof EnvironmentProblem || error instanceof KeyProblem;
  console.error(isTheirs ? error.message : error);
  process.exit(1);
});

async function main(): Promise<void> {
  const environment = readEnvironment(process.env, process.argv.slice(2));
  const log = pino({ level: environment.logLevel });
  const installation = await openInstallation(environment, { say: (message) => log.info(message), keepAlive: true });
  if (environment.servesClient) await buildClientWhenChanged();
  const server = http.createServer((_, response) => response.end('{}')).listen(environment.port, environment.host);
  const stop = async () => {
    server.close();
    await installation.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => void stop());
  process.channel?.unref();
  console.log(`Rugdekking runs on ${environment.publicUrl}`);
}
