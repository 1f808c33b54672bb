import { beforeAll, describe, expect, it } from 'vitest';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { foundTown, type Town } from '../../tests/support/town.ts';
import { Absent, newId, type Tx } from '../platform/index.ts';
import type { Job } from '../platform/jobs.ts';
import { discardDraft, listDrafts, openDraft, saveDraft } from './drafts.ts';
import { whenDraftGrowsOld } from './when-draft-grows-old.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown();
});

const save = (who: CastKey, draftId: string, revision: number, content: string) =>
  town.as(who, (tx) => saveDraft(town, tx, { draftId, revision, content }));
const open = (who: CastKey, draftId: string) => town.as(who, (tx) => openDraft(town, tx, draftId));

describe('a report that is being made', () => {
  it('is kept sealed and opens again on another device', async () => {
    const draftId = newId();
    await save('fatima', draftId, 1, '{"story":"Hij gooide een stoel"}');
    expect((await open('fatima', draftId)).content).toBe('{"story":"Hij gooide een stoel"}');
    const [row] = await town.look<{ bytes: Buffer }>(
      'select sealed_content as bytes from incident.draft where id = $1',
      [draftId],
    );
    expect(row?.bytes.includes('stoel')).toBe(false);
  });

  it('keeps the newest revision; an older one that comes late changes nothing and is told so', async () => {
    const draftId = newId();
    await save('fatima', draftId, 3, '{"revision":3}');
    expect(await save('fatima', draftId, 2, '{"revision":2}')).toMatchObject({ revision: 3 });
    expect(await open('fatima', draftId)).toMatchObject({ revision: 3, content: '{"revision":3}' });
  });

  it('is its maker’s alone', async () => {
    const draftId = newId();
    await save('fatima', draftId, 1, '{}');
    await expect(open('sanne', draftId)).rejects.toThrow(Absent);
    await expect(save('sanne', draftId, 9, '{"mine":true}')).rejects.toThrow(Absent);
    await expect(town.as('yusuf', (tx) => discardDraft(tx, draftId))).rejects.toThrow(Absent);
    expect((await town.as('sanne', listDrafts)).map((draft) => draft.draftId)).not.toContain(draftId);
    expect((await open('fatima', draftId)).content).toBe('{}');
  });

  it('can be thrown away', async () => {
    const draftId = newId();
    await save('daan', draftId, 1, '{}');
    await town.as('daan', (tx) => discardDraft(tx, draftId));
    expect(await town.as('daan', listDrafts)).toEqual([]);
  });
});

describe('a draft that nobody touches', () => {
  it('warns its maker after 23 days and is forgotten a week later', async () => {
    const draftId = newId();
    const told: string[] = [];
    await save('mila', draftId, 1, '{}');
    await growOlder(draftId, told, 23);
    expect(told).toEqual([cast.mila.id]);
    await growOlder(draftId, told, 7);
    expect(await town.as('mila', listDrafts)).toEqual([]);
    expect(await nextJob(draftId)).toBeUndefined();
  });

  it('starts anew when its maker goes on with it after the warning', async () => {
    const draftId = newId();
    const told: string[] = [];
    await save('joris', draftId, 1, '{}');
    await growOlder(draftId, told, 23);
    town.fastForward({ days: 1 });
    await save('joris', draftId, 2, '{"more":true}');
    await growOlder(draftId, told, 6);
    expect(await town.as('joris', listDrafts)).toHaveLength(1);
    await growOlder(draftId, told, 17);
    expect(told).toEqual([cast.joris.id, cast.joris.id]);
  });

  async function growOlder(draftId: string, told: string[], days: number) {
    town.fastForward({ days });
    const job = await nextJob(draftId);
    expect(job?.runAt.getTime()).toBeLessThanOrEqual(town.now.getTime());
    await town.asWorker(async (tx: Tx) => {
      await tx.execute('delete from platform.job where key = $1', [`draft:${draftId}`]);
      await whenDraftGrowsOld(tx, job as Job, async (_tx, personId) => void told.push(personId));
    });
  }

  async function nextJob(draftId: string): Promise<Job | undefined> {
    const [job] = await town.look<Job>('select run_at as "runAt", data from platform.job where key = $1', [
      `draft:${draftId}`,
    ]);
    return job;
  }
});
