import { beforeEach, describe, expect, it } from 'vitest';
import { cast } from '../../database/demo/cast.ts';
import { foundTown, type Town } from '../../tests/support/town.ts';
import { changeMatrix, changePlaybook } from './change-protocol.ts';
import { defaultMatrix } from './content/matrix.ts';
import { defaultPlaybooks } from './content/playbooks.ts';
import { matrixVersion, matrixVersions, playbookVersion, playbookVersions } from './history.ts';
import { installDefaults } from './versions.ts';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
  await town.asWorker(installDefaults);
});

const yusuf = { id: cast.yusuf.id, name: 'Yusuf Kaya', initials: 'YK' };
const ownWords = { ...defaultPlaybooks.verbal, title: { nl: 'Schelden', en: 'Swearing' } };

describe('the history of what was agreed', () => {
  it('begins with what the program brought along', async () => {
    const versions = await town.as('fatima', matrixVersions);
    expect(versions).toEqual([{ version: 1, sinceAt: town.now.toISOString(), by: null }]);
  });

  it('tells who changed the norm matrix and when, the newest first', async () => {
    town.fastForward({ days: 1 });
    await town.as('yusuf', (tx) => changeMatrix(tx, { basedOnVersion: 1, content: defaultMatrix }));
    const versions = await town.as('fatima', matrixVersions);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(versions[0]).toEqual({ version: 2, sinceAt: town.now.toISOString(), by: yusuf });
  });

  it('keeps what counted before, word for word', async () => {
    await town.as('yusuf', (tx) => changePlaybook(tx, 'verbal', { basedOnVersion: 1, content: ownWords }));
    expect(await town.as('henk', (tx) => playbookVersions(tx, 'verbal'))).toHaveLength(2);
    expect(await town.as('henk', (tx) => playbookVersion(tx, 'verbal', 1))).toMatchObject({
      by: null,
      content: defaultPlaybooks.verbal,
    });
    expect(await town.as('henk', (tx) => playbookVersion(tx, 'verbal', 2))).toMatchObject({
      by: yusuf,
      content: ownWords,
    });
  });

  it('has no version that never was', async () => {
    await expect(town.as('henk', (tx) => matrixVersion(tx, 9))).rejects.toThrow();
  });
});
