import path from 'node:path';
import { expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

it('needs nothing: port 3000, ./data, the small town, both roles', () => {
  expect(readEnvironment({}, [])).toMatchObject({
    port: 3000,
    host: 'localhost',
    publicUrl: 'http://localhost:3000',
    dataDir: path.resolve('data'),
    databaseUrl: undefined,
    role: 'both',
    demo: 'small',
    servesClient: true,
    hasTestClock: false,
  });
});

it('lets PORT and DATA_DIR say where, so that several run side by side', () => {
  const environment = readEnvironment({ PORT: '3105', DATA_DIR: '/tmp/second' }, ['--role=web', '--demo=large']);
  expect(environment).toMatchObject({ port: 3105, dataDir: '/tmp/second', role: 'web', demo: 'large' });
});

it('starts without a town when asked', () => {
  expect(readEnvironment({}, ['--empty']).demo).toBe('none');
});

it.each([
  [{ PORT: 'abc' }, [], /PORT/],
  [{ PORT: '70000' }, [], /PORT/],
  [{}, ['--role=boss'], /--role must be one of both, web, worker/],
  [{}, ['--demo=huge'], /--demo must be one of small, large/],
  [{}, ['--empty', '--demo=small'], /exclude each other/],
  [{}, ['--unknown'], /--unknown/],
])('says what is wrong with %j %j', (variables, args, message) => {
  expect(() => readEnvironment(variables, args)).toThrow(message);
});
