import { createHash, randomBytes } from 'node:crypto';
import { afterAll } from 'vitest';
import { type App, type AppOptions, openApp } from '../../server/app.ts';
import { readEnvironment } from '../../server/platform/environment.ts';
import { newId, silentLog } from '../../server/platform/index.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { newDataDir } from './program.ts';
import type { Town } from './town.ts';

/** The whole program on the database of a town, asked without a network; no jobs run. */
export async function townProgram(town: Town, options: Pick<AppOptions, 'log'> = {}): Promise<App> {
  const variables = { DATA_DIR: newDataDir(), PORT: '3999' };
  const environment = { ...readEnvironment(variables, ['--without-client', '--role=web']), demo: 'small' as const };
  const app = await openApp(
    environment,
    { urls: town.db.urls, keys: keysFrom(randomBytes(32)) },
    { log: silentLog, checkAnswers: true, listen: false, variables, ...options },
  );
  afterAll(() => app.close());
  return app;
}

export interface NewSession {
  readonly token: string;
  readonly employerId: string;
  readonly personId: string;
  readonly from: Date;
}

/** A session that is simply there, for tests that are not about signing in. Lasts half an hour. */
export async function giveSession(town: Town, { token, employerId, personId, from }: NewSession): Promise<void> {
  await town.look(
    `insert into identity.session (id, employer_id, person_id, token_hash, method, device, created_at, last_seen_at, idle_until, expires_at)
     select $1, $2, $3, $4, 'password', 'test', at, at, at + interval '30 minutes', at + interval '30 minutes'
     from (select $5::timestamptz as at) as moment`,
    [newId(), employerId, personId, createHash('sha256').update(token).digest(), from],
  );
}
