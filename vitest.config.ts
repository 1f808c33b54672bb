import { defineConfig } from 'vitest/config';

const never = ['**/node_modules/**', 'dist/**', 'data/**'];

export default defineConfig({
  test: {
    globalSetup: 'tests/support/postgres-for-tests.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
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
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
