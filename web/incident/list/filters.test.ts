import { describe, expect, it } from 'vitest';
import { addressOf, daysOf, dutchDay, narrowingWords, readFilters, without, wordsToKeep } from './filters.ts';

const team = '7f1e4a0e-93d6-4f07-8d0a-2f1f9f3a1b11';
const henk = { id: '11111111-93d6-4f07-8d0a-2f1f9f3a1b11', seesAll: false };
const yusuf = { ...henk, seesAll: true };

describe('an address', () => {
  it('says what the list shows', () => {
    const read = readFilters(
      { stand: 'open', ernst: 'threat', van: '2026-01-01', heeft: 'ik', nummer: '2026-04', team },
      yusuf,
    );
    expect(read.filters).toEqual({
      scope: 'organisation',
      state: 'open',
      severity: 'threat',
      from: '2026-01-01',
      holderId: yusuf.id,
      number: '2026-04',
      teamId: team,
    });
    expect(read.ignored).toEqual([]);
  });

  it('leaves out what means nothing, and tells', () => {
    const words = {
      stand: 'x',
      ernst: '',
      van: '2026-02-30',
      team: 'jan',
      nummer: 'jan',
      onbekend: 'x',
      soort: 'calamity',
    };
    const read = readFilters(words, yusuf);
    expect(read.filters).toEqual({ scope: 'organisation', kind: 'calamity' });
    expect(read.ignored).toEqual(['stand', 'team', 'nummer', 'van']);
  });

  it('never asks for the organisation for who does not see it', () => {
    expect(readFilters({ team }, henk)).toMatchObject({ filters: { scope: 'team' }, ignored: ['team'] });
    expect(readFilters({ wie: 'team' }, yusuf).scope).toBe('team');
  });

  it('may say a word of the organisation’s own', () => {
    const words = { soort: 'own_traffic', woord: 'place-own_tram' };
    expect(readFilters(words, henk).filters).toEqual({ scope: 'team', kind: 'own_traffic', word: 'place-own_tram' });
    expect(readFilters({ soort: 'traffic', woord: 'town-own_tram' }, henk).ignored).toEqual(['soort', 'woord']);
  });

  it('is written again as it was read', () => {
    const words = { wie: 'team', stand: 'open', van: '2026-01-01' };
    expect(wordsToKeep(readFilters(words, yusuf), true)).toEqual(words);
    expect(addressOf('/meldingen', words)).toBe('/meldingen?wie=team&stand=open&van=2026-01-01');
    expect(addressOf('/meldingen', {})).toBe('/meldingen');
  });

  it('can do without each of its filters', () => {
    const words = {
      stand: 'open',
      ernst: 'threat',
      soort: 'incident',
      woord: 'place-own_tram',
      team,
      locatie: team,
      nummer: '2026',
      heeft: team,
      van: '2026-01-01',
      tot: '2026-01-02',
    };
    const read = readFilters(words, yusuf);
    expect(Object.keys(read.filters)).toHaveLength(11);
    for (const word of narrowingWords) expect(Object.keys(without(read, word))).toHaveLength(10);
  });
});

it('knows the days of a period', () => {
  expect(daysOf('week', '2026-03-03')).toEqual({ van: '2026-02-25', tot: undefined });
  expect(daysOf('month', '2026-03-03').van).toBe('2026-03-01');
  expect(daysOf('lastYear', '2026-03-03')).toEqual({ van: '2025-01-01', tot: '2025-12-31' });
  expect(dutchDay(new Date('2025-12-31T23:30:00Z'))).toBe('2026-01-01');
});
