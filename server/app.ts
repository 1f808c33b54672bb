import path from 'node:path';
import { endpoints } from '../contract/index.ts';
import { issueSetUpCode } from './identity/index.ts';
import { buildModules } from './modules.ts';
import { anchorsIn, type Sealer, startSealer } from './platform/audit/index.ts';
import type { Environment } from './platform/environment.ts';
import { houseAt } from './platform/http/asker.ts';
import {
  createVault,
  JobRegistry,
  type JobRunner,
  type LiveChannel,
  type Log,
  type MailReceiver,
  type MovableClock,
  movableClock,
  type Notifier,
  type Now,
  openDatabase,
  openLive,
  openLog,
  openMailReceiver,
  openNotifier,
  openWebServer,
  type PlatformDatabase,
  Subscriptions,
  startJobRunner,
  systemClock,
  type Vault,
  type WebServer,
} from './platform/index.ts';
import type { Installation } from './platform/installation.ts';
import { CLIENT_FOLDER } from './web-client.ts';

/** The whole program, running. */
export interface App {
  readonly database: PlatformDatabase;
  readonly vault: Vault;
  readonly now: Now;
  readonly web: WebServer;
  /** Undefined where no mail comes in. */
  readonly mailIn: MailReceiver | undefined;
  /** What the first administrator types to set this installation up; undefined when that was done. */
  readonly issueSetUpCode: () => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

export interface AppOptions {
  /** In tests: an answer that does not fit its own schema is a failure. */
  readonly checkAnswers?: boolean;
  readonly log?: Log;
  /** False for whoever asks the server without a network. */
  readonly listen?: boolean;
  /** What else the environment says: how messages leave the house. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
}

type Keyring = Pick<Installation, 'urls' | 'keys'>;

/** Starts everything and puts it together. Which modules there are, `modules.ts` knows. */
export async function openApp(
  environment: Environment,
  { urls, keys }: Keyring,
  options: AppOptions = {},
): Promise<App> {
  const log = options.log ?? openLog(environment.logLevel);
  const testClock = environment.hasTestClock ? movableClock(environment.dataDir) : undefined;
  const now = testClock?.now ?? systemClock;
  const house = houseAt(environment.publicUrl);
  const subscriptions = new Subscriptions();
  const registry = new JobRegistry();
  const vault = createVault(keys);
  const notifier = openNotifier(urls.worker, log);
  let runner: JobRunner | undefined;
  let live: LiveChannel | undefined;

  const database = openDatabase({
    app: urls.app,
    worker: urls.worker,
    functions: { granteesOf: 'organisation.grantees_of', enterSession: 'identity.enter_session' },
    subscriptions,
    onJobs: (earliest) => {
      runner?.expect(earliest);
      // What is due already is due at 0: then many commits are one message.
      notifier.tell('jobs', String(earliest <= now().getTime() ? 0 : earliest));
    },
    onLive: (told) => live?.tell(told),
  });
  live = openLive({ database, notifier, now, house });
  const variables = options.variables ?? process.env;
  const modules = buildModules({ environment, variables, keys, vault, database, now, registry, subscriptions });

  const works = environment.role !== 'web';
  const sealer = works ? startSealing(environment, { urls, keys }, now, log) : undefined;
  if (works) {
    runner = await startJobRunner({ database, registry, subscriptions, now, log });
    wakeWhenTold(runner, notifier);
  }
  if (testClock !== undefined) keepClocksTogether(testClock, notifier, () => runner?.wake());

  const serves = environment.role !== 'worker';
  const web = openWebServer({
    database,
    now,
    house,
    log,
    sentences: modules.sentences,
    routes: serves ? modules.routes : [],
    endpoints,
    publicUrl: environment.publicUrl,
    isDemonstration: environment.demo !== 'none',
    checkAnswers: options.checkAnswers ?? false,
    health: { database, now, lastSealedAt: () => sealer?.lastSealedAt() },
    live: serves ? live : undefined,
    pages: serves && environment.servesClient ? CLIENT_FOLDER : undefined,
    testClock,
    trustProxy: variables.TRUST_PROXY || false,
  });
  const mailIn = serves && modules.mailIn ? openMailReceiver({ ...modules.mailIn, log }) : undefined;
  if (options.listen !== false) {
    await web.listen(environment.port, environment.host);
    await mailIn?.listen();
  }

  return {
    database,
    vault,
    now,
    web,
    mailIn,
    issueSetUpCode: () => issueSetUpCode(database, now()),
    // First nothing new comes in, then what runs is finished, then the connections go.
    async close() {
      live?.stop();
      await Promise.all([web.close(), mailIn?.close()]);
      await runner?.stop();
      modules.close();
      await sealer?.stop();
      await notifier.stop();
      await database.end();
    },
  };
}

function wakeWhenTold(runner: JobRunner, notifier: Notifier): void {
  notifier.hear('jobs', (earliest) => runner.expect(Number(earliest)));
  notifier.onGap(() => runner.wake());
}

function startSealing(environment: Environment, { urls, keys }: Keyring, now: Now, log: Log): Sealer {
  const anchors = anchorsIn(path.resolve(environment.dataDir));
  return startSealer({ workerUrl: urls.worker, keys, anchors, now, warn: (message) => log.warn(message) });
}

/** Several processes, one movable clock: whoever moves it tells the others. */
function keepClocksTogether(clock: MovableClock, notifier: Notifier, wake: () => void): void {
  clock.onMove(() => {
    wake();
    notifier.tell('clock', 'moved');
  });
  notifier.hear('clock', () => {
    clock.readAgain();
    wake();
  });
}
