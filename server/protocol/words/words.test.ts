import { beforeEach, describe, expect, it } from 'vitest';
import { sectors } from '../../../contract/organisation-words.ts';
import { flawsIn } from '../../../contract/vocabulary-flaws.ts';
import { builtInList, vocabularies, type Word } from '../../../contract/vocabulary-words.ts';
import { cast, employer } from '../../../database/demo/cast.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { firstWords } from '../content/sector-vocabularies.ts';
import { installSectorWords } from './install-sector-words.ts';
import {
  changeWords,
  listInForce,
  pastWords,
  suggestionsFor,
  wordsInForce,
  wordVersions,
} from './vocabulary-versions.ts';
import { wordAt, wordsThroughTime } from './words-through-time.ts';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

const debtHelp = (change: Partial<Word> = {}): Word => ({
  code: 'own_debt_help',
  label: { nl: 'Besluit over schuldhulp', en: 'Decision on debt help' },
  countsAs: 'anger_about_policy',
  isRetired: false,
  ownCode: 'AG-03',
  ...change,
});
const causes = (...words: Word[]) => ({ list: 'cause' as const, words: [...builtInList('cause'), ...words] });
const change = (basedOnVersion: number, ...words: Word[]) =>
  town.as('yusuf', (tx) => changeWords(tx, { basedOnVersion, content: causes(...words) }));

describe('the words of an organisation', () => {
  it('are those of the program until somebody changes them', async () => {
    const lists = await town.as('fatima', wordsInForce);
    expect(lists.map(({ list }) => list)).toEqual(vocabularies);
    expect(lists.every(({ version, since }) => version === 0 && since === null)).toBe(true);
    expect(lists.find(({ list }) => list === 'cause')?.words).toEqual(builtInList('cause'));
  });

  it('change version by version, told with who and when', async () => {
    expect(await change(0, debtHelp())).toMatchObject({ version: 1 });
    town.fastForward({ days: 1 });
    expect(await change(1, debtHelp({ isRetired: true }))).toMatchObject({ version: 2 });
    expect(await town.as('fatima', (tx) => listInForce(tx, 'cause'))).toMatchObject({ version: 2, since: town.now });
    const versions = await town.as('henk', (tx) => wordVersions(tx, 'cause'));
    expect(versions).toMatchObject([{ version: 2, sinceAt: town.now.toISOString() }, { version: 1 }]);
    expect(versions[0]?.by).toEqual({ id: cast.yusuf.id, name: 'Yusuf Kaya', initials: 'YK' });
    const first = await town.as('henk', (tx) => pastWords(tx, 'cause', 1));
    expect(first.content.words.at(-1)).toEqual(debtHelp());
  });

  it('are changed by one person at a time', async () => {
    await change(0, debtHelp());
    expect(await change(0, debtHelp())).toEqual({ refused: 'protocol-changed-meanwhile' });
  });

  it('are never lost, nor made to mean something else', async () => {
    await change(0, debtHelp());
    expect(await change(1)).toEqual({ flaws: [{ path: ['words'], code: 'own-word-gone' }] });
    expect(await change(1, debtHelp({ countsAs: 'other' }))).toMatchObject({ flaws: [{ code: 'counts-otherwise' }] });
  });

  it.each(['fatima', 'henk', 'noor'] as const)('are not changed by %s, the database sees to that', async (who) => {
    const content = causes(debtHelp());
    await town.as('yusuf', (tx) => changeWords(tx, { basedOnVersion: 0, content }));
    await expect(town.as(who, (tx) => changeWords(tx, { basedOnVersion: 1, content }))).rejects.toThrow(/row-level/);
  });
});

describe('a word through time', () => {
  const later = (days: number) => new Date(town.now.getTime() + days * 86_400_000);

  it('is called as it was called then', async () => {
    const begun = town.now;
    town.fastForward({ days: 10 });
    await change(0, debtHelp());
    town.fastForward({ days: 10 });
    await change(1, debtHelp({ label: { nl: 'Schuldhulp', en: 'Debt help' }, isRetired: true }));
    const history = await town.as('fatima', wordsThroughTime);
    const at = (moment: Date, code = 'own_debt_help') => wordAt(history, 'cause', code, moment)?.label?.nl;
    expect(at(later(-5))).toBe('Besluit over schuldhulp');
    expect(at(later(0))).toBe('Schuldhulp');
    expect(at(later(100))).toBe('Schuldhulp');
    // Sent late by a telephone, or taken over from an older register: called as it first was.
    expect(at(begun)).toBe('Besluit over schuldhulp');
    expect(at(begun, 'other')).toBeUndefined();
    expect(wordAt(history, 'place', 'own_debt_help', begun)).toBeUndefined();
  });
});

describe('the words of a sector', () => {
  it.each(sectors)('are in order: %s', (sector) => {
    for (const list of vocabularies) {
      const words = firstWords(sector, list);
      if (words !== null) expect(flawsIn({ list, words })).toEqual([]);
    }
  });

  it('come with the organisation, and change nothing where the program says it well', async () => {
    await town.asWorker(installSectorWords);
    expect((await town.as('fatima', wordsInForce)).every(({ version }) => version === 0)).toBe(true);
    await town.db.owner.query(`update organisation.employer set sector = 'transport' where id = $1`, [employer.id]);
    await town.asWorker(installSectorWords);
    await town.asWorker(installSectorWords);
    const place = await town.as('fatima', (tx) => listInForce(tx, 'place'));
    expect(place.version).toBe(1);
    expect(place.words.map(({ code }) => code).slice(-3)).toEqual(['own_vehicle', 'own_stop', 'unknown']);
    expect(await town.as('henk', (tx) => wordVersions(tx, 'place'))).toMatchObject([{ version: 1, by: null }]);
  });

  it('are proposed to an organisation that does not have them yet', async () => {
    await town.db.owner.query(`update organisation.employer set sector = 'care' where id = $1`, [employer.id]);
    const proposed = await town.as('yusuf', (tx) => suggestionsFor(tx, 'cause', builtInList('cause')));
    expect(proposed.map(({ code }) => code)).toEqual(['own_misunderstood', 'own_during_care']);
    expect(await town.as('yusuf', (tx) => suggestionsFor(tx, 'cause', proposed))).toEqual([]);
  });
});
