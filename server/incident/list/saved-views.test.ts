import { beforeAll, expect, it } from 'vitest';
import type { CastKey } from '../../../database/demo/cast.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { newId } from '../../platform/index.ts';
import { deleteView, listViews, saveView } from './saved-views.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown();
});

const save = (who: CastKey, name: string, more: { viewId?: string; isFirst?: boolean } = {}) =>
  town.as(who, (tx) =>
    saveView(town, tx, { viewId: newId(), isFirst: false, words: { stand: 'open' }, name, ...more }),
  );
const views = async (who: CastKey) => (await town.as(who, (tx) => listViews(town, tx))).views;

it('is its maker’s own, and its name is sealed', async () => {
  const viewId = newId();
  await save('henk', 'Zaak Kraaiennest', { viewId });
  expect(await views('henk')).toEqual([{ viewId, name: 'Zaak Kraaiennest', words: { stand: 'open' }, isFirst: false }]);
  expect(await views('yusuf')).toEqual([]);
  await expect(save('yusuf', 'Van mij', { viewId })).rejects.toThrow();
  await expect(town.as('yusuf', (tx) => deleteView(tx, viewId))).rejects.toThrow();
  const [row] = await town.look<{ row: string }>('select encode(sealed_name, $1) as row from incident.saved_view', [
    'escape',
  ]);
  expect(row?.row).not.toContain('Kraaiennest');
});

it('has one that comes first', async () => {
  const [one, other] = [newId(), newId()];
  await save('els', 'Een', { viewId: one, isFirst: true });
  await save('els', 'Twee', { viewId: other, isFirst: true });
  expect((await views('els')).filter(({ isFirst }) => isFirst).map(({ viewId }) => viewId)).toEqual([other]);
});

it('is renamed, and comes back after it was deleted', async () => {
  const viewId = newId();
  await save('karin', 'Oud', { viewId });
  await save('karin', 'Nieuw', { viewId });
  expect((await views('karin')).map(({ name }) => name)).toEqual(['Nieuw']);
  await town.as('karin', (tx) => deleteView(tx, viewId));
  expect(await views('karin')).toEqual([]);
  await save('karin', 'Nieuw', { viewId });
  expect((await views('karin')).map(({ name }) => name)).toEqual(['Nieuw']);
});

it('has a name of its own, and there are thirty at most', async () => {
  await save('joke', 'Mijn lijst');
  expect(await save('joke', 'mijn lijst')).toEqual({ refused: 'view-name-in-use' });
  for (let count = 1; count < 30; count += 1) await save('joke', `Lijst ${count}`);
  expect(await save('joke', 'Nog een')).toEqual({ refused: 'too-many-views' });
});
