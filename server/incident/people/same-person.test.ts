import { describe, expect, it } from 'vitest';
import type { SamePersonReason } from '../../../contract/incident.ts';
import { keysOf } from './person-keys.ts';
import { type Candidate, whoMayBeTheSame } from './same-person.ts';

const keys = (name: string) => keysOf({ name, bornOn: null, postcode: null, houseNumber: null });

describe('a name', () => {
  it.each([
    ['Piet van der Berg', 'Berg, Piet van der'],
    ['dhr. Piet Berg', 'piet  BERG'],
    ['Émile Öztürk', 'Emile Ozturk'],
    ["Kees 't Hart", 'Kees Hart'],
  ])('%s is written as %s too', (one, other) => {
    expect(keys(one).name).toBeDefined();
    expect(keys(one)).toEqual(keys(other));
  });

  it.each([
    ['P. Dijkstra', 'Piet Dykstra'],
    ['J. Smit', 'Jan Smidt'],
    ['Sjaak Jacobs', 'S. Jakobs'],
    ['K. de Vries', 'Karel Fries'],
    ['M. Koppe', 'Marie Kope'],
  ])('%s sounds as %s', (one, other) => {
    expect(keys(one).sound).toBe(keys(other).sound);
  });

  it('of somebody else is not the same', () => {
    expect(keys('Piet Berg').name).not.toBe(keys('Jan Berg').name);
    expect(keys('Piet Berg').sound).not.toBe(keys('Jan Berg').sound);
    expect(keys('Piet Bakker').sound).not.toBe(keys('Piet Bekker').sound);
  });

  it('alone, an initial, or a story is not a whole name', () => {
    expect(keys('Ronnie').name).toBeUndefined();
    expect(keys('R. Berg').name).toBeUndefined();
    expect(keys('een man met een grijze jas die bij de deur stond te roepen')).toEqual({});
    expect(keys('de heer')).toEqual({});
  });
});

it('an address is a postcode with a number, however it is written', () => {
  const at = (postcode: string, houseNumber: string) =>
    keysOf({ name: null, bornOn: '1980-02-29', postcode, houseNumber });
  expect(at('1234 AB', '12-a')).toEqual({ address: '1234ab12a', born: '1980-02-29' });
  expect(at('1234ab', '12 A').address).toBe('1234ab12a');
});

describe('the same person', () => {
  const candidate = (alike: SamePersonReason[], isBornOnAnotherDay = false, involvedId = 'x'): Candidate => ({
    involvedId,
    incidentId: involvedId,
    alike,
    isBornOnAnotherDay,
  });
  const isOne = (...alike: SamePersonReason[]) => whoMayBeTheSame([candidate(alike)]).length === 1;

  it('may be who has the same name, or sounds alike', () => {
    expect(isOne('name', 'sound')).toBe(true);
    expect(isOne('sound')).toBe(true);
  });

  it('may be who has the same birthday and address, or one of these and a name that sounds alike', () => {
    expect(isOne('born', 'address')).toBe(true);
    expect(isOne('born', 'sound')).toBe(true);
    expect(isOne('address', 'sound')).toBe(true);
  });

  it('may be who looks alike, unless they were born on another day', () => {
    expect(isOne('looks')).toBe(true);
    expect(whoMayBeTheSame([candidate(['looks'], true)])).toEqual([]);
  });

  it('is not who has nothing in common that tells', () => {
    expect(isOne()).toBe(false);
  });

  it('is not who only was born that day, or only lives there', () => {
    expect(isOne('born')).toBe(false);
    expect(isOne('address')).toBe(false);
  });

  it('is never who was born on another day', () => {
    expect(whoMayBeTheSame([candidate(['name', 'sound', 'address'], true)])).toEqual([]);
  });

  it('is not one of many whose names sound alike', () => {
    const many = Array.from({ length: 6 }, (_, at) => candidate(['sound'], false, `many-${at}`));
    const named = candidate(['name', 'sound'], false, 'named');
    expect(whoMayBeTheSame([...many, named])).toEqual([named]);
    expect(whoMayBeTheSame(many.slice(0, 5))).toHaveLength(5);
  });
});
