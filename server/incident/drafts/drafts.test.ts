import { beforeAll, describe, expect, it } from 'vitest';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { Absent, newId, type Tx } from '../../platform/index.ts';
import type { Job } from '../../platform/jobs.ts';
import { endDraftLater } from './draft-store.ts';
import { discardDraft, listDrafts, openDraft, saveDraft } from './drafts.ts';
import { whenDraftGrowsOld } from './when-draft-grows-old.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown();
});

const save = (who: CastKey, draftId: string, revision: number, content: string) =>
  town.as(who, async (tx) => {
    const saved = await saveDraft(town, tx, { draftId, revision, content });
    if ('refused' in saved) throw new Error(saved.refused);
    return saved;
  });
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

describe('a save that comes in late', () => {
  const ended: Record<string, (draftId: string) => Promise<unknown>> = {
    'thrown away': (draftId) => town.as('daan', (tx) => discardDraft(tx, draftId)),
    'sent or noted': (draftId) => town.as('daan', async (tx) => endDraftLater(tx, draftId)),
  };

  it.each(Object.keys(ended))('brings no draft back that was %s', async (how) => {
    const draftId = newId();
    await save('daan', draftId, 1, '{}');
    await ended[how]?.(draftId);
    await expect(save('daan', draftId, 2, '{"late":true}')).rejects.toThrow('draft-over');
    expect(await town.as('daan', listDrafts)).toEqual([]);
  });

  it('brings none back whose very first save it is', async () => {
    const draftId = newId();
    await town.as('daan', async (tx) => endDraftLater(tx, draftId));
    await expect(save('daan', draftId, 1, '{}')).rejects.toThrow('draft-over');
  });

  it('is waited for when it is underway while the draft is sent', async () => {
    const draftId = newId();
    let sent: Promise<unknown> = Promise.resolve();
    await town.as('daan', async (tx) => {
      await saveDraft(town, tx, { draftId, revision: 1, content: '{}' });
      sent = town.as('daan', async (other) => endDraftLater(other, draftId));
      await new Promise((done) => setTimeout(done, 100));
    });
    await sent;
    expect(await town.as('daan', listDrafts)).toEqual([]);
  });

  it('of one person ends nothing of another', async () => {
    const draftId = newId();
    await town.as('sanne', async (tx) => endDraftLater(tx, draftId));
    await save('daan', draftId, 1, '{}');
    await town.as('daan', (tx) => discardDraft(tx, draftId));
  });

  it('can be no more after thirty days, and nothing is kept for it', async () => {
    town.fastForward({ days: 31 });
    await town.as('daan', async (tx) => endDraftLater(tx, newId()));
    const kept = await town.look('select from incident.ended_draft where person_id = $1', [cast.daan.id]);
    expect(kept).toHaveLength(1);
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
