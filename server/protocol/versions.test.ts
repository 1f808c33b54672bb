import { beforeEach, describe, expect, it } from 'vitest';
import { MatrixContent } from '../../contract/protocol.ts';
import { playbookCodes } from '../../contract/protocol-words.ts';
import { foundTown, type Town } from '../../tests/support/town.ts';
import { changeMatrix, changePlaybook } from './change-protocol.ts';
import { defaultMatrix } from './content/matrix.ts';
import { defaultPlaybooks } from './content/playbooks.ts';
import {
  installDefaults,
  matrixBeforeSigningIn,
  matrixInForce,
  playbookAt,
  playbookInForce,
  playbooksInForce,
} from './versions.ts';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

const ownWords = { ...defaultPlaybooks.threat, title: { nl: 'Dreiging aan de balie', en: 'Threat at the counter' } };
const renamed: MatrixContent = {
  columns: defaultMatrix.columns.map((column) => ({
    ...column,
    norm: { nl: 'Zo doen wij dat.', en: 'This is how we do it.' },
  })),
};

const changeThreat = () =>
  town.as('yusuf', (tx) => changePlaybook(tx, 'threat', { basedOnVersion: 1, content: ownWords }));
const renameColumns = () => town.as('yusuf', (tx) => changeMatrix(tx, { basedOnVersion: 1, content: renamed }));
const beforeSigningIn = () =>
  town.database.transact({ role: 'app', visitor: true, now: town.now }, matrixBeforeSigningIn);

describe('a new employer', () => {
  it('has a norm matrix and every playbook, without anybody doing anything', async () => {
    await town.as('fatima', async (tx) => {
      expect((await matrixInForce(tx)).version).toBe(1);
      expect((await playbooksInForce(tx)).map(({ content }) => content.code)).toEqual(playbookCodes);
    });
  });

  it('gets them once, however often they are installed', async () => {
    await town.asWorker(installDefaults);
    await town.asWorker(installDefaults);
    expect(await town.look('select count(*)::int as count from protocol.playbook_version where version = 1')).toEqual([
      { count: playbookCodes.length },
    ]);
  });
});

describe('a playbook that is changed', () => {
  it('counts from now on, while a dossier keeps the version it started with', async () => {
    expect(await changeThreat()).toMatchObject({ version: 2, sinceAt: town.now.toISOString() });
    await town.asWorker(async (tx) => {
      expect((await playbookInForce(tx, 'threat')).content.title).toEqual(ownWords.title);
      expect((await playbookAt(tx, 'threat', 1)).title).toEqual(defaultPlaybooks.threat.title);
    });
  });

  it('is not overwritten by somebody who started from an older one', async () => {
    await changeThreat();
    const answer = await town.as('bas', (tx) => changePlaybook(tx, 'threat', { basedOnVersion: 1, content: ownWords }));
    expect(answer).toEqual({ refused: 'protocol-changed-meanwhile' });
  });

  it('is not put in the place of another', async () => {
    const answer = await town.as('yusuf', (tx) =>
      changePlaybook(tx, 'verbal', { basedOnVersion: 1, content: ownWords }),
    );
    expect(answer).toEqual({ refused: 'playbook-code-differs' });
  });

  it('is refused by the database itself from anybody who does not answer for it', async () => {
    const change = town.as('fatima', (tx) =>
      changePlaybook(tx, 'calamity', { basedOnVersion: 1, content: defaultPlaybooks.calamity }),
    );
    await expect(change).rejects.toThrow(/row-level security/);
  });

  it('of two at once, one is told that the other was first', async () => {
    await town.asWorker(installDefaults);
    const answers = await Promise.all([renameColumns(), renameColumns(), renameColumns()]);
    expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(2);
  });

  it('cannot be altered or thrown away afterwards', async () => {
    for (const sql of ['update protocol.matrix_version set version = 9', 'delete from protocol.matrix_version']) {
      await expect(town.as('yusuf', (tx) => tx.execute(sql))).rejects.toThrow(/permission denied/);
    }
  });
});

describe('before signing in', () => {
  it('the matrix of the only employer is there', async () => {
    await renameColumns();
    expect(MatrixContent.parse(await beforeSigningIn()).columns[0]?.norm.en).toBe('This is how we do it.');
  });

  it('an installation of several employers shows the matrix that the program brought along', async () => {
    await renameColumns();
    await town.look(
      `insert into organisation.employer (id, name, sector, created_at)
       values ('01900000-0000-7000-8000-0000000000ff', 'Waterschap', 'municipality', $1)`,
      [town.now],
    );
    expect(await beforeSigningIn()).toEqual(defaultMatrix);
  });
});
