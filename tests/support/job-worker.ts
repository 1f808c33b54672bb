// A worker that a test can kill: DATABASE_APP and DATABASE_WORKER say where, each job takes WORK_MS inside its transaction.
import {
  JobRegistry,
  openDatabase,
  Subscriptions,
  silentLog,
  startJobRunner,
  systemClock,
} from '../../server/platform/index.ts';

const { DATABASE_APP = '', DATABASE_WORKER = '', WORK_MS = '0' } = process.env;
const database = openDatabase({ app: DATABASE_APP, worker: DATABASE_WORKER });
const registry = new JobRegistry();
registry.handle('inside', async (tx, job) => {
  await tx.execute('insert into public.done (what) values ($1)', [String(job.data['what'])]);
  process.send?.('working');
  await tx.rows('select pg_sleep($1)', [Number(WORK_MS) / 1000]);
});
await startJobRunner({ database, registry, subscriptions: new Subscriptions(), now: systemClock, log: silentLog });
