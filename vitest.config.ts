import { defineConfig } from 'vitest/config';
import { LongOnesFirst } from './tests/support/long-ones-first.ts';

/** The order changes from run to run, so that no test leans on another; the seed repeats one. */
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);
const never = ['**/node_modules/**', 'dist/**', 'data/**'];

export default defineConfig({
  test: {
    globalSetup: 'tests/support/postgres-for-tests.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What comes a moment later may take as long as somebody looks for it on a screen: the one second of Vitest is for fast machines.
    expect: { poll: { timeout: 8_000 } },
    maxWorkers: '100%',
    // The tests run in the same Node as the program: as the launcher tells it to be.
    execArgv: process.execArgv,
    sequence: { seed, shuffle: { files: true, tests: true }, sequencer: LongOnesFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['{contract,server,web,database,bench,tests}/**/*.test.ts'],
          exclude: never,
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          include: ['web/**/*.test.tsx'],
          exclude: never,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/{journeys,operations}/**/*.e2e.ts'],
          exclude: never,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          globalSetup: 'tests/support/client-for-tests.ts',
          // A journey is a story: its steps keep their order.
          sequence: { shuffle: false },
        },
      },
    ],
  },
});
