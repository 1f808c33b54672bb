import path from 'node:path';
import { endpoints } from '../contract/index.ts';
import type { Sentence } from '../contract/problem.ts';
import { organisationRefusals, organisationRoutes } from './organisation/index.ts';
import { anchorsIn, type Sealer, startSealer } from './platform/audit/index.ts';
import type { Environment } from './platform/environment.ts';
import {
  type JobRunner,
  JobRegistry,
  type LiveChannel,
  type Log,
  type MovableClock,
  movableClock,
  type Now,
  openDatabase,
  openLive,
  openLog,
  openNotifier,
  openWebServer,
  type PlatformDatabase,
  type Route,
  startJobRunner,
  Subscriptions,
  systemClock,
  type WebServer,
} from './platform/index.ts';
import { houseAt } from './platform/http/asker.ts';
import { forgetOldKeys } from './platform/http/idempotency.ts';
import type { Installation } from './platform/installation.ts';
import { createVault, type Vault } from './platform/vault/index.ts';
import { refusals as protocolRefusals, routes as protocolRoutes } from './protocol/index.ts';
import { CLIENT_FOLDER } from './web-client.ts';

/** The whole program, running. */
export interface App {
  readonly database: PlatformDatabase;
  readonly vault: Vault;
  readonly now: Now;
  readonly web: WebServer;
  readonly close: () => Promise<void>;
}

export interface AppOptions {
  /** In tests: answers are held against their own schemas, and nothing is written to the log. */
  readonly checkAnswers?: boolean;
  readonly log?: Log;
  /** False in tests that ask the server without a network. */
  readonly listen?: boolean;
}

const HOUR_MS = 3_600_000;

/** Builds every module and hands each what it needs; the only place that knows them all. */
export async function openApp(
  environment: Environment,
  installation: Pick<Installation, 'urls' | 'keys'>,
  options: AppOptions = {},
): Promise<App> {
  const log = options.log ?? openLog(environment.logLevel);
  const testClock = environment.hasTestClock ? movableClock(environment.dataDir) : undefined;
  const now = testClock?.now ?? systemClock;
  const house = houseAt(environment.publicUrl);
  const subscriptions = new Subscriptions();
  const registry = new JobRegistry();
  const vault = createVault(installation.keys);
  const notifier = openNotifier(installation.urls.worker, log);
  let runner: JobRunner | undefined;
  let live: LiveChannel | undefined;

  const database = openDatabase({
    app: installation.urls.app,
    worker: installation.urls.worker,
    functions: { granteesOf: 'organisation.grantees_of', enterSession: 'identity.enter_session' },
    subscriptions,
    onJobs: (earliest) => {
      runner?.expect(earliest);
      notifier.tell('jobs', String(earliest));
    },
    onLive: (told) => live?.tell(told),
  });
  live = openLive({ database, notifier, now, house });

  registry.every('forget-idempotency-keys', HOUR_MS, forgetOldKeys);

  const isWorker = environment.role !== 'web';
  const sealer = isWorker ? startSealing(environment, installation, now, log) : undefined;
  if (isWorker) {
    runner = await startJobRunner({ database, registry, subscriptions, now, log });
    notifier.hear('jobs', (earliest) => runner?.expect(Number(earliest)));
    notifier.onGap(() => runner?.wake());
  }
  if (testClock !== undefined) keepClocksTogether(testClock, notifier, () => runner?.wake());

  const servesPages = environment.servesClient && environment.role !== 'worker';
  const web = openWebServer({
    database,
    now,
    house,
    log,
    sentences: { ...organisationRefusals, ...protocolRefusals } satisfies Record<string, Sentence>,
    routes: environment.role === 'worker' ? [] : routes(),
    endpoints,
    publicUrl: environment.publicUrl,
    isDemonstration: environment.demo !== 'none',
    checkAnswers: options.checkAnswers ?? false,
    health: { database, now, lastSealedAt: () => sealer?.lastSealedAt() },
    live,
    pages: servesPages ? CLIENT_FOLDER : undefined,
    testClock,
  });
  if (options.listen !== false) await web.listen(environment.port, environment.host);

  return {
    database,
    vault,
    now,
    web,
    // First nothing new comes in, then what runs is finished, then the connections go.
    async close() {
      live?.stop();
      await web.close();
      await runner?.stop();
      await sealer?.stop();
      await notifier.stop();
      await database.end();
    },
  };
}

function routes(): Route[] {
  return [...organisationRoutes, ...protocolRoutes];
}

function startSealing(
  environment: Environment,
  { urls, keys }: Pick<Installation, 'urls' | 'keys'>,
  now: Now,
  log: Log,
): Sealer {
  return startSealer({
    workerUrl: urls.worker,
    keys,
    anchors: anchorsIn(path.resolve(environment.dataDir)),
    now,
    warn: (message) => log.warn(message),
  });
}

/** Several processes, one movable clock: whoever moves it tells the others. */
function keepClocksTogether(
  clock: MovableClock,
  notifier: { tell(channel: 'clock', message: string): void; hear(channel: 'clock', listener: () => void): void },
  wake: () => void,
): void {
  clock.onMove(() => {
    wake();
    notifier.tell('clock', 'moved');
  });
  notifier.hear('clock', () => {
    clock.readAgain();
    wake();
  });
}
