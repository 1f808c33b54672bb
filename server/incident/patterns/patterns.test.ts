import { beforeEach, describe, expect, it } from 'vitest';
import type { BodyOf } from '../../../contract/endpoint.ts';
import type { addToNote as additionsEndpoint } from '../../../contract/incident.ts';
import { type IncidentReport, listPatterns as listEndpoint } from '../../../contract/incident.ts';
import { type CastKey, cast, locations } from '../../../database/demo/cast.ts';
import { reported } from '../../../tests/support/reports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { Absent, Forbidden, type Job, newId, notify } from '../../platform/index.ts';
import { type NewNote, noteSignal, undoNote } from '../notes/note-signal.ts';
import { addToNote } from './add-to-note.ts';
import { answerNoteQuestion, listNoteQuestions } from './answer-question.ts';
import { askWhoNoted, reportPattern, setPatternAside } from './decide-pattern.ts';
import { rulesToBeginWith } from './find-pattern.ts';
import { forgetOldMarks, lookForPattern } from './look-for-pattern.ts';
import { listPatterns } from './pattern-list.ts';
import { changeSignalRules, readSignalRules } from './signal-rules.ts';

type Additions = BodyOf<typeof additionsEndpoint>;

let town: Town;
let needs: { vault: Town['vault']; notify: typeof notify };
beforeEach(async () => {
  town = await foundTown();
  needs = { vault: town.vault, notify };
});

type Tapped = Partial<Pick<NewNote, 'corrected' | 'column'>>;
async function notes(who: CastKey, additions: Additions = {}, tapped: Tapped = {}): Promise<string> {
  const noteId = newId();
  const note = { noteId, column: 'verbal_aggression', corrected: false, placeKind: 'unknown', ...tapped } as const;
  await town.as(who, (tx) => noteSignal(tx, { ...note, occurredAt: town.now.toISOString() }));
  await town.as(who, (tx) => addToNote(town.vault, tx, { noteId, additions }));
  await look({ noteId });
  return noteId;
}
const look = (data: Job['data']) => town.asWorker((tx) => lookForPattern(needs)(tx, { data } as unknown as Job));
const patterns = async (show: 'open' | 'decided' = 'open') => {
  const answer = await town.as('yusuf', (tx) => listPatterns(town.vault, tx, { show, limit: 25 }));
  return listEndpoint.answer.parse(JSON.parse(JSON.stringify(answer))).patterns;
};
const balie = { locationId: locations.stadskantoor.id, roomId: locations.stadskantoor.rooms.balie3.id };
const at = (): Additions => ({ ...balie, occurredAt: town.now.toISOString() });
const told = async (template: string) =>
  (
    await town.look<{ person_id: string }>('select person_id from platform.notification where template = $1', [
      template,
    ])
  ).map(({ person_id }) => person_id);
async function threeAtTheCounter(): Promise<string> {
  await notes('fatima', at());
  town.fastForward({ days: 1 });
  await notes('daan', at());
  town.fastForward({ days: 1 });
  await notes('mila', at());
  return (await patterns())[0]?.patternId ?? '';
}

describe('a pattern', () => {
  it('is proposed to the coordinator once, with why', async () => {
    await threeAtTheCounter();
    expect(await patterns()).toEqual([
      expect.objectContaining({
        fact: 'room',
        days: 14,
        count: 3,
        shared: { placeName: 'Balie 3', teamName: null, hour: 10 },
      }),
    ]);
    expect((await told('pattern-found')).sort()).toEqual([cast.yusuf.id, cast.frank.id].sort());
  });

  it('grows by what comes after, and calls nobody a second time', async () => {
    await threeAtTheCounter();
    await look({ noteId: await notes('sanne', at()) });
    expect(await patterns()).toEqual([expect.objectContaining({ count: 4 })]);
    expect(await told('pattern-found')).toHaveLength(2);
  });

  it('names nobody who noted', async () => {
    await threeAtTheCounter();
    const shown = JSON.stringify(await patterns());
    for (const who of ['fatima', 'daan', 'mila'] as const) expect(shown).not.toContain(cast[who].id);
  });

  it('is about the person when marks are alike, however they are written', async () => {
    await notes('fatima', { marks: { plate: '12-ABC-3' } });
    await notes('daan', { marks: { plate: '12abc3', initials: 'J.K.' } });
    await notes('mila', { marks: { initials: 'jk' } });
    expect(await patterns()).toEqual([]);
    await notes('sanne', { marks: { plate: '12 ABC 3', initials: 'JK' } });
    expect(await patterns()).toEqual([expect.objectContaining({ fact: 'person', count: 4 })]);
  });

  it('is a repeat when it was corrected before', async () => {
    await notes('fatima', { marks: { initials: 'JK' } }, { corrected: true });
    town.fastForward({ days: 30 });
    await notes('daan', { marks: { initials: 'JK' } });
    expect(await patterns()).toEqual([expect.objectContaining({ fact: 'repeat', days: 90, count: 2 })]);
  });

  it('is gone when a note is taken back and too few are left', async () => {
    await threeAtTheCounter();
    const [{ id = '' } = {}] = await town.look<{ id: string }>('select id from incident.note where person_id = $1', [
      cast.mila.id,
    ]);
    await town.as('mila', (tx) => undoNote(tx, id));
    expect(await patterns()).toEqual([]);
  });

  it('is for the coordinator only', async () => {
    await threeAtTheCounter();
    const asHenk = town.as('henk', (tx) => listPatterns(town.vault, tx, { show: 'open', limit: 25 }));
    await expect(asHenk).rejects.toThrow(Forbidden);
  });
});

describe('a report', () => {
  const counts = async (who: CastKey, more: Partial<IncidentReport> = {}, isCorrected = false): Promise<string> => {
    const incidentId = await reported(town, who, { columns: ['verbal_aggression'], correction: notStopped, ...more });
    await look({ incidentId, isCorrected });
    return incidentId;
  };
  const notStopped = { stopped: false, againInSameTalk: null, earlier: null };
  const pietKuipers = { aggressor: { knowledge: 'named', text: 'Piet Kuipers' } } as const;

  it('counts along with two notes of the same person at the same counter', async () => {
    await notes('fatima', { ...at(), marks: { initials: 'P.K.' } });
    await notes('daan', { ...at(), marks: { initials: 'pk' } });
    const incidentId = await counts('mila', pietKuipers);
    const [pattern] = await patterns();
    expect(pattern).toMatchObject({ fact: 'person', count: 3, reports: 1, shared: { placeName: 'Balie 3' } });
    expect(pattern?.signals.filter(({ incident }) => incident?.incidentId === incidentId)).toHaveLength(1);
    expect(await told('pattern-found')).toHaveLength(2);
  });

  it('makes none without notes, and leaves nothing of a name behind', async () => {
    for (const who of ['fatima', 'daan', 'mila'] as const) await counts(who, pietKuipers);
    expect(await patterns()).toEqual([]);
    const kept = await town.look<{ row: string }>('select to_jsonb(m)::text as row from incident.report_mark m');
    expect(kept).toHaveLength(3);
    expect(JSON.stringify(kept)).not.toMatch(/pk|Kuipers/i);
  });

  it('is a repeat after a note that it stopped', async () => {
    await notes('fatima', { marks: { initials: 'pk' } }, { corrected: true });
    town.fastForward({ days: 30 });
    await counts('daan', pietKuipers);
    expect(await patterns()).toEqual([expect.objectContaining({ fact: 'repeat', count: 2, reports: 1 })]);
  });

  it('no longer counts once it was set right', async () => {
    await notes('fatima', at());
    await notes('daan', at());
    const incidentId = await counts('mila');
    expect(await patterns()).toHaveLength(1);
    await town.look(`update incident.incident set state = 'corrected' where id = $1`, [incidentId]);
    expect(await patterns()).toEqual([]);
  });

  it('is asked about of those who noted only', async () => {
    await notes('fatima', at());
    await notes('daan', at());
    await counts('mila');
    const [{ patternId = '' } = {}] = await patterns();
    await town.as('yusuf', (tx) => askWhoNoted(needs, tx, patternId));
    expect((await told('pattern-question')).sort()).toEqual([cast.fatima.id, cast.daan.id].sort());
  });
});

describe('emotion that persists', () => {
  const emotion = { column: 'organisation_directed_emotion' } as const;
  const reports = (patternId: string, aggressorText: string | null) =>
    town.as('yusuf', (tx) =>
      reportPattern(needs, tx, cast.yusuf.id, { patternId, incidentId: newId(), story: 'Steeds boos.', aggressorText }),
    );

  it('with one person may be put on record by name', async () => {
    for (const who of ['fatima', 'daan', 'mila'] as const) await notes(who, { marks: { initials: 'JK' } }, emotion);
    const [pattern] = await patterns();
    expect(pattern).toMatchObject({ fact: 'person', isEmotion: true, mayName: true });
    expect(await reports(pattern?.patternId ?? '', 'J. Kramer')).toMatchObject({ state: 'reported' });
  });

  it('at one place names nobody', async () => {
    for (const who of ['fatima', 'daan', 'mila'] as const) await notes(who, at(), emotion);
    const [pattern] = await patterns();
    expect(pattern).toMatchObject({ fact: 'room', isEmotion: true, mayName: false });
    const patternId = pattern?.patternId ?? '';
    expect(await reports(patternId, 'J. Kramer')).toEqual({ refused: 'emotion-goes-without-a-name' });
    expect(await reports(patternId, null)).toMatchObject({ state: 'reported' });
  });
});

describe('a mark', () => {
  it('is kept as a fingerprint only, and nobody reads that', async () => {
    await notes('fatima', { marks: { initials: 'JK', appearance: 'Rode jas' } });
    const rows = await town.look<{ kind: string; row: string }>(
      'select kind, to_jsonb(m)::text as row from incident.note_mark m order by kind',
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['appearance', 'initials']);
    expect(JSON.stringify(rows)).not.toMatch(/jas|JK/);
    await expect(town.as('fatima', (tx) => tx.rows('select from incident.note_mark'))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('is gone after ninety days', async () => {
    await notes('fatima', { marks: { initials: 'JK' } });
    town.fastForward({ days: 89 });
    await town.asWorker(forgetOldMarks);
    expect(await town.look('select from incident.note_mark')).toHaveLength(1);
    town.fastForward({ days: 1 });
    await town.asWorker(forgetOldMarks);
    expect(await town.look('select from incident.note_mark')).toEqual([]);
  });

  it('is never a citizen service number, and is put by its maker only', async () => {
    const noteId = await notes('fatima');
    const add = (who: CastKey, additions: Additions) =>
      town.as(who, (tx) => addToNote(town.vault, tx, { noteId, additions }));
    expect(await add('fatima', { marks: { number: '111222333' } })).toEqual({
      flaws: [{ path: ['marks', 'number'], code: 'citizen-service-number' }],
    });
    await expect(add('sanne', { marks: { initials: 'JK' } })).rejects.toThrow(Absent);
  });

  it('comes with a room that belongs to the location', async () => {
    const noteId = await notes('fatima');
    const additions = { locationId: locations.wijkcentrum.id, roomId: balie.roomId };
    expect(await town.as('fatima', (tx) => addToNote(town.vault, tx, { noteId, additions }))).toEqual({
      flaws: [{ path: ['roomId'], code: 'unknown-room' }],
    });
  });
});

describe('the coordinator', () => {
  it('asks those who noted it; they alone can name, and may say no', async () => {
    const patternId = await threeAtTheCounter();
    await town.as('yusuf', (tx) => askWhoNoted(needs, tx, patternId));
    expect((await told('pattern-question')).sort()).toEqual([cast.fatima.id, cast.daan.id, cast.mila.id].sort());
    expect(await town.as('yusuf', (tx) => askWhoNoted(needs, tx, patternId))).toEqual({
      refused: 'pattern-already-asked',
    });
    const answers = async (who: CastKey, text: string | null) => {
      const { questions } = await town.as(who, listNoteQuestions);
      const noteId = questions[0]?.noteId ?? '';
      return town.as(who, (tx) => answerNoteQuestion(needs, tx, { patternId, noteId, text }));
    };
    expect(await answers('fatima', 'De man van de garage')).toMatchObject({ answer: 'told' });
    expect(await answers('daan', null)).toMatchObject({ answer: 'declined' });
    expect((await town.as('daan', listNoteQuestions)).questions).toEqual([]);
    expect(await town.as('sanne', listNoteQuestions)).toEqual({ questions: [] });
    expect((await patterns())[0]?.asked).toMatchObject({ of: 3, declined: 1, answers: ['De man van de garage'] });
  });

  it('is not asked by anybody else, and an answer is given once', async () => {
    const patternId = await threeAtTheCounter();
    await expect(town.as('henk', (tx) => askWhoNoted(needs, tx, patternId))).rejects.toThrow(Forbidden);
    await town.as('yusuf', (tx) => askWhoNoted(needs, tx, patternId));
    const noteId = (await town.as('fatima', listNoteQuestions)).questions[0]?.noteId ?? '';
    const answer = (who: CastKey) =>
      town.as(who, (tx) => answerNoteQuestion(needs, tx, { patternId, noteId, text: null }));
    await expect(answer('daan')).rejects.toThrow(Absent);
    await answer('fatima');
    await expect(answer('fatima')).rejects.toThrow(Absent);
  });

  it('makes a report of it, and it is not proposed again', async () => {
    const patternId = await threeAtTheCounter();
    const incidentId = newId();
    const reports = () =>
      town.as('yusuf', (tx) =>
        reportPattern(needs, tx, cast.yusuf.id, {
          patternId,
          incidentId,
          story: 'Drie keer geschreeuw.',
          aggressorText: 'J.K.',
        }),
      );
    expect(await reports()).toEqual({ patternId, incidentId, state: 'reported' });
    expect(await reports()).toEqual({ refused: 'pattern-decided' });
    expect(await patterns()).toEqual([]);
    const [decided] = await patterns('decided');
    expect(decided?.decision).toMatchObject({ by: { name: 'Yusuf Kaya' }, incident: { incidentId } });
    await notes('fatima', at());
    expect(await patterns()).toEqual([]);
  });

  it('sets it aside with a reason, sealed and on the record', async () => {
    const patternId = await threeAtTheCounter();
    await town.as('yusuf', (tx) => setPatternAside(needs, tx, { patternId, reason: 'De verbouwing is klaar.' }));
    expect((await patterns('decided'))[0]?.decision).toMatchObject({ reason: 'De verbouwing is klaar.' });
    const actions = await town.look(`select action from platform.audit_entry where object_id = $1 order by action`, [
      patternId,
    ]);
    expect(actions).toEqual([{ action: 'pattern-found' }, { action: 'pattern-set-aside' }]);
  });
});

describe('the rules', () => {
  it('are changed by the coordinator, one at a time', async () => {
    const rules = { ...rulesToBeginWith, soon: { count: 2, days: 7 } };
    const change = (who: CastKey) => town.as(who, (tx) => changeSignalRules(tx, { basedOnVersion: 0, rules }));
    await expect(change('henk')).rejects.toThrow(Forbidden);
    expect(await change('yusuf')).toEqual({ version: 1 });
    expect(await change('yusuf')).toEqual({ refused: 'signal-rules-changed-meanwhile' });
    expect(await town.as('fatima', readSignalRules)).toMatchObject({ version: 1, rules, by: { name: 'Yusuf Kaya' } });
    await notes('fatima', at());
    await notes('daan', at());
    expect(await patterns()).toEqual([expect.objectContaining({ fact: 'room', days: 7, count: 2 })]);
  });
});
