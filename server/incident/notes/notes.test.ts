import { beforeAll, describe, expect, it } from 'vitest';
import { type CastKey, locations } from '../../../database/demo/cast.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { Absent, Forbidden, newId } from '../../platform/index.ts';
import { listNotes } from './note-list.ts';
import { type NewNote, noteSignal, undoNote } from './note-signal.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown();
});

const insult = (more: Partial<NewNote> = {}): NewNote => ({
  noteId: newId(),
  column: 'verbal_aggression',
  corrected: true,
  placeKind: 'location',
  locationId: locations.stadskantoor.id,
  occurredAt: town.now.toISOString(),
  ...more,
});
const note = (who: CastKey, noted: NewNote) => town.as(who, (tx) => noteSignal(tx, noted));
const notes = (who: CastKey, scope: 'mine' | 'organisation', cursor?: string, limit = 25) =>
  town.as(who, (tx) => listNotes(tx, { scope, cursor, limit }));

describe('a light note', () => {
  it('is there for its maker, and for the coordinator without a maker', async () => {
    const noted = insult();
    await note('fatima', noted);
    const expected = { noteId: noted.noteId, locationName: 'Stadskantoor', teamName: 'Publiekszaken', corrected: true };
    expect((await notes('fatima', 'mine')).notes).toEqual([expect.objectContaining({ ...expected, isMine: true })]);
    const [seen] = (await notes('yusuf', 'organisation')).notes;
    expect(seen).toMatchObject({ ...expected, isMine: false });
    expect(Object.keys(seen ?? {})).not.toContain('personId');
  });

  it('is one note, however often it is sent', async () => {
    const noted = insult();
    const first = await note('daan', noted);
    town.fastForward({ minutes: 5 });
    expect(await note('daan', noted)).toEqual(first);
    expect((await notes('daan', 'mine')).notes).toHaveLength(1);
  });

  it('is taken back by its maker only', async () => {
    const noted = insult();
    await note('mila', noted);
    await expect(town.as('sanne', (tx) => undoNote(tx, noted.noteId))).rejects.toThrow(Absent);
    await town.as('mila', (tx) => undoNote(tx, noted.noteId));
    expect((await notes('mila', 'mine')).notes).toEqual([]);
  });

  it('names a location of ours and a moment that has been', async () => {
    const occurredAt = new Date(town.now.getTime() + 3_600_000).toISOString();
    expect(await note('fatima', insult({ locationId: newId(), occurredAt }))).toEqual({
      flaws: [
        { path: ['occurredAt'], code: 'in-the-future' },
        { path: ['locationId'], code: 'unknown-location' },
      ],
    });
  });

  it('of others is for the coordinator only', async () => {
    await expect(notes('henk', 'organisation')).rejects.toThrow(Forbidden);
  });

  it('is listed page by page, newest first, none twice and none left out', async () => {
    const sent: string[] = [];
    for (let count = 0; count < 5; count++) {
      town.fastForward({ minutes: count % 2 });
      const noted = insult();
      sent.unshift(noted.noteId);
      await note('joris', noted);
    }
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const page = await notes('joris', 'mine', next ?? undefined, 2);
      seen.push(...page.notes.map(({ noteId }) => noteId));
      next = page.next;
    } while (next);
    expect(seen).toEqual(sent);
  });

  it('does not page from a cursor that was never given', async () => {
    await expect(notes('fatima', 'mine', 'bm9wZQ')).rejects.toThrow('invalid-input');
  });
});
