import { randomBytes } from 'node:crypto';
import { afterAll } from 'vitest';
import { livesIn, type OpenTown, tuesdayAfternoon, worldOutside } from './open-town.ts';
import { type Program, startProgram } from './program.ts';
import { foundTown } from './town.ts';

export interface TownApart extends OpenTown {
  /** `kill -9`. */
  kill(): Promise<void>;
  /** Starts it again, on the same data and at the same address. */
  start(): Promise<void>;
}

/** An open town whose program is a process of its own, as with `npm start`: it can be killed. */
export async function openTownApart(): Promise<TownApart> {
  const town = await foundTown();
  const outside = await worldOutside();
  const env = {
    ...outside.variables,
    DATABASE_URL: town.db.urls.owner,
    RUGDEKKING_MASTER_KEY: randomBytes(32).toString('base64'),
  };
  let program: Program = await startProgram({ args: [], env });
  const { url, port, dataDir } = program;
  afterAll(() => program.stop());
  const open = await livesIn(town, { url, dataDir, outside, at: tuesdayAfternoon });
  return Object.assign(open, {
    kill: async () => void (await program.kill()),
    start: async () => {
      program = await startProgram({ args: [], env, port, dataDir });
    },
  });
}
