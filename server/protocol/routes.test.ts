import { beforeEach, describe, expect, it } from 'vitest';
import { builtInList } from '../../contract/vocabulary-words.ts';
import { type CastKey, cast, employer } from '../../database/demo/cast.ts';
import { foundTown, type Town } from '../../tests/support/town.ts';
import { Forbidden } from '../platform/index.ts';
import { defaultMatrix } from './content/matrix.ts';
import { defaultPlaybooks } from './content/playbooks.ts';
import { routes } from './routes.ts';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

/** Calls a route as somebody of the cast, with their own roles, and holds the answer against its schema. */
async function call(who: CastKey, name: string, request: { params?: unknown; body?: unknown } = {}): Promise<unknown> {
  const found = routes.find(({ descriptor }) => descriptor.name === name);
  if (!found) throw new Error(`No route ${name}`);
  const answer = await town.as(who, (tx) =>
    found.handle({
      tx,
      now: tx.now,
      params: request.params,
      query: {},
      body: request.body,
      bytes: Buffer.alloc(0),
      session: { sessionId: cast[who].id, personId: cast[who].id, employerId: employer.id, roles: cast[who].roles },
      get asker(): never {
        throw new Error('Nobody asks who asks');
      },
      get headers(): never {
        throw new Error('No headers are set');
      },
    }),
  );
  return isRefusal(answer) ? answer : found.descriptor.answer.parse(answer);
}

const isRefusal = (answer: unknown) => typeof answer === 'object' && answer !== null && 'refused' in answer;

describe('reading', () => {
  it.each(['fatima', 'sami', 'lotte', 'noor'] as const)('the agreements is for everybody: %s', async (who) => {
    expect(await call(who, 'getMatrix')).toMatchObject({ version: 1, content: defaultMatrix });
    expect(await call(who, 'getPlaybook', { params: { code: 'threat' } })).toMatchObject({
      content: defaultPlaybooks.threat,
    });
    expect(await call(who, 'listPlaybooks')).toHaveProperty('playbooks.length', 10);
    expect(await call(who, 'listMatrixVersions')).toMatchObject({ versions: [{ version: 1, by: null }] });
    expect(await call(who, 'getPlaybookVersion', { params: { code: 'threat', version: 1 } })).toMatchObject({
      content: defaultPlaybooks.threat,
    });
    expect(await call(who, 'getChainTerms')).toMatchObject({ version: 0, terms: { immediateMinutes: 15 } });
    expect(await call(who, 'listVocabularies')).toHaveProperty('lists.length', 8);
    expect(await call(who, 'getVocabulary', { params: { list: 'cause' } })).toMatchObject({ version: 0 });
  });
});

describe('changing', () => {
  const matrix = { body: { basedOnVersion: 1, content: defaultMatrix } };
  const playbook = { params: { code: 'verbal' }, body: { basedOnVersion: 1, content: defaultPlaybooks.verbal } };

  const words = { body: { basedOnVersion: 0, content: { list: 'cause', words: builtInList('cause') } } };
  const terms = { body: { basedOnVersion: 0, terms: { immediateMinutes: 10, workingTimeMinutes: 30 } } };

  it.each(['yusuf', 'bas'] as const)('is for whoever answers for the agreements: %s', async (who) => {
    expect(await call(who, 'changeMatrix', matrix)).toMatchObject({ version: 2 });
    expect(await call(who, 'changePlaybook', playbook)).toMatchObject({ version: 2 });
    expect(await call(who, 'changeChainTerms', terms)).toEqual({ version: 1 });
    expect(await call(who, 'changeVocabulary', words)).toMatchObject({ version: 1 });
  });

  it.each(['fatima', 'henk', 'priya', 'karin', 'ruud'] as const)('is not for %s', async (who) => {
    await expect(call(who, 'changeMatrix', matrix)).rejects.toThrow(Forbidden);
    await expect(call(who, 'changePlaybook', playbook)).rejects.toThrow(Forbidden);
    await expect(call(who, 'changeChainTerms', terms)).rejects.toThrow(Forbidden);
    await expect(call(who, 'changeVocabulary', words)).rejects.toThrow(Forbidden);
  });

  it('tells the second of two that the first was there', async () => {
    await call('yusuf', 'changePlaybook', playbook);
    expect(await call('bas', 'changePlaybook', playbook)).toMatchObject({ refused: 'protocol-changed-meanwhile' });
  });
});
