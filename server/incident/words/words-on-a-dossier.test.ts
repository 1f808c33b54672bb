import { beforeEach, describe, expect, it } from 'vitest';
import { builtInList } from '../../../contract/vocabulary-words.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { countStatements } from '../../../tests/support/count-statements.ts';
import { changeList, ownWord } from '../../../tests/support/own-words.ts';
import { reported, sendReport, threatAtTheCounter } from '../../../tests/support/reports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { readDossier } from '../dossier/dossier.ts';
import { addDetails, type Details } from '../reporting/add-details.ts';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
  await changeList(town, 'place', ownWord('own_tram', 'In de tram', 'road'));
  await changeList(town, 'cause', ownWord('own_debt', 'Besluit over schuldhulp', 'anger_about_policy'));
});

const inTram = { place: { kind: 'road' as const }, chosenWords: { place: ['own_tram'] } };
const detail = (incidentId: string, details: Details) =>
  town.as('fatima', (tx) => addDetails(town, tx, cast.fatima.id, { incidentId, details }));
const wordsSeenBy = async (who: CastKey, incidentId: string) =>
  (await town.as(who, (tx) => readDossier(town, tx, cast[who].id, incidentId))).words;

describe('a word of the organisation’s own', () => {
  it('stands on the dossier, beside the code that every rule reads', async () => {
    const incidentId = await reported(town, 'fatima', inTram);
    await detail(incidentId, { cause: 'anger_about_policy', chosenWords: { cause: ['own_debt'] } });
    const dossier = await town.as('yusuf', (tx) => readDossier(town, tx, cast.yusuf.id, incidentId));
    expect(dossier).toMatchObject({ place: { kind: 'road' }, details: { cause: 'anger_about_policy' } });
    expect(dossier.words).toEqual({
      place: [{ code: 'road', label: { nl: 'In de tram', en: 'In de tram' } }],
      cause: [{ code: 'anger_about_policy', label: { nl: 'Besluit over schuldhulp', en: 'Besluit over schuldhulp' } }],
    });
  });

  it('comes along with the dossier, without another question', async () => {
    const incidentId = await reported(town, 'fatima', inTram);
    await wordsSeenBy('yusuf', incidentId);
    const statements = await town.as('yusuf', (tx) =>
      countStatements(tx, (counted) => readDossier(town, counted, cast.yusuf.id, incidentId)),
    );
    expect(statements).toBe(1);
  });

  it('keeps its name on an old dossier when it is called otherwise and retired', async () => {
    const incidentId = await reported(town, 'fatima', inTram);
    const before = await wordsSeenBy('yusuf', incidentId);
    await changeList(town, 'place', { ...ownWord('own_tram', 'In tram of metro', 'road'), isRetired: true });
    expect(await wordsSeenBy('yusuf', incidentId)).toEqual(before);
    // It was on offer when this telephone was last connected.
    const late = await reported(town, 'fatima', inTram);
    expect((await wordsSeenBy('yusuf', late)).place?.[0]?.label?.nl).toBe('In tram of metro');
  });

  it('of the program keeps its name too', async () => {
    const old = await reported(town, 'fatima', { place: { kind: 'letter' } });
    await changeList(town, 'place', {
      ...(builtInList('place').find(({ code }) => code === 'letter') ?? ownWord('', '', '')),
      label: { nl: 'Per post', en: 'By post' },
    });
    const next = await reported(town, 'fatima', { place: { kind: 'letter' } });
    expect(await wordsSeenBy('yusuf', old)).not.toHaveProperty('place');
    expect((await wordsSeenBy('yusuf', next)).place).toEqual([
      { code: 'letter', label: { nl: 'Per post', en: 'By post' } },
    ]);
  });

  it('is the answer until another is given', async () => {
    const incidentId = await reported(town, 'fatima');
    await detail(incidentId, { cause: 'anger_about_policy', chosenWords: { cause: ['own_debt'] } });
    town.fastForward({ minutes: 1 });
    await detail(incidentId, { damage: false });
    expect(await wordsSeenBy('yusuf', incidentId)).toHaveProperty('cause');
    town.fastForward({ minutes: 1 });
    await detail(incidentId, { cause: 'other' });
    expect(await wordsSeenBy('yusuf', incidentId)).not.toHaveProperty('cause');
  });

  it('is the answer no longer once the same was said in the words of the program', async () => {
    const incidentId = await reported(town, 'fatima');
    await detail(incidentId, { cause: 'anger_about_policy', chosenWords: { cause: ['own_debt'] } });
    town.fastForward({ minutes: 1 });
    await detail(incidentId, { cause: 'anger_about_policy' });
    expect(await wordsSeenBy('yusuf', incidentId)).not.toHaveProperty('cause');
  });

  it('says what it is about', async () => {
    await changeList(town, 'kind', ownWord('own_traffic', 'Agressie in het verkeer', 'incident'));
    const incidentId = await reported(town, 'fatima', { chosenWords: { kind: ['own_traffic'] } });
    expect((await wordsSeenBy('yusuf', incidentId)).kind?.[0]?.label?.nl).toBe('Agressie in het verkeer');
  });

  it('is refused where it is unknown, or says something else than the code beside it', async () => {
    const send = (chosenWords: object) =>
      sendReport(town, 'fatima', { ...threatAtTheCounter(town), place: { kind: 'road' }, chosenWords });
    expect(await send({ place: ['own_nothing'] })).toEqual({
      flaws: [{ path: ['chosenWords', 'place', 0], code: 'unknown-word' }],
    });
    expect(await send({ target: ['own_tram'] })).toMatchObject({ flaws: [{ code: 'unknown-word' }] });
    const incidentId = await reported(town, 'fatima');
    expect(await detail(incidentId, { cause: 'other', chosenWords: { cause: ['own_debt'] } })).toEqual({
      flaws: [{ path: ['chosenWords', 'cause'], code: 'words-do-not-fit' }],
    });
  });

  it('comes in once, however often the same report is sent', async () => {
    const report = threatAtTheCounter(town, inTram);
    await sendReport(town, 'fatima', report);
    await sendReport(town, 'fatima', report);
    expect(
      await town.look('select from incident.chosen_word where incident_id = $1', [report.incidentId]),
    ).toHaveLength(1);
  });
});
