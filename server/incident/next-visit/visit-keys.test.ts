import { describe, expect, it } from 'vitest';
import { askedBy, foundBy, lackingIn, type WhoItIs } from './visit-keys.ts';

const who = (more: Partial<WhoItIs>): WhoItIs => ({
  name: null,
  bornOn: null,
  postcode: null,
  houseNumber: null,
  ...more,
});
const home = { postcode: '1234 AB', houseNumber: '12' };
const kees = who({ name: 'Kees Wolters', bornOn: '1980-05-01', ...home });
const finds = (typed: WhoItIs, known: WhoItIs) => {
  const keys = foundBy(known);
  return askedBy(typed).some((key) => keys.includes(key));
};

describe('a colleague who asks hears the agreement', () => {
  it.each([
    ['the whole name and the date of birth', who({ name: 'Kees Wolters', bornOn: '1980-05-01' })],
    ['a first letter and the date of birth', who({ name: 'dhr. K. Wolters', bornOn: '1980-05-01' })],
    ['a family name and the date of birth', who({ name: 'Wolters', bornOn: '1980-05-01' })],
    ['the name as it sounds', who({ name: 'kees woltters', bornOn: '1980-05-01' })],
    ['the name and the address', who({ name: 'Wolters, Kees', postcode: '1234ab', houseNumber: '12' })],
    [
      'one of both that is right',
      who({ name: 'K. Wolters', bornOn: '1980-05-01', postcode: '9999ZZ', houseNumber: '1' }),
    ],
  ])('with %s', (_, typed) => {
    expect(finds(typed, kees)).toBe(true);
  });

  it('with a first name that the dossier does not have, when the date of birth is the same', () => {
    expect(finds(who({ name: 'Kees Wolters', bornOn: '1980-05-01' }), { ...kees, name: 'Wolters' })).toBe(true);
  });
});

describe('nobody is found', () => {
  it.each([
    ['a name alone', who({ name: 'Kees Wolters' })],
    ['a date of birth alone', who({ bornOn: '1980-05-01' })],
    ['an address alone', who({ ...home })],
    ['another date of birth', who({ name: 'Kees Wolters', bornOn: '1980-05-02' })],
    ['another first letter', who({ name: 'Anna Wolters', bornOn: '1980-05-01' })],
    ['somebody else at the same address', who({ name: 'Anna Wolters', ...home })],
    ['only a family name at the same address', who({ name: 'Wolters', ...home })],
    ['another house number', who({ name: 'Kees Wolters', postcode: '1234AB', houseNumber: '14' })],
    ['part of a name', who({ name: 'Kees Wolt', bornOn: '1980-05-01' })],
  ])('by %s', (_, typed) => {
    expect(finds(typed, kees)).toBe(false);
  });

  it('by the address of somebody whose first name nobody knows: it might be anybody of the family', () => {
    expect(finds(who({ name: 'Kees Wolters', ...home }), who({ name: 'Wolters', ...home }))).toBe(false);
  });
});

describe('what is asked first', () => {
  it.each([
    ['whole-name', who({ bornOn: '1980-05-01' })],
    ['birthday-or-address', who({ name: 'Kees Wolters' })],
    ['birthday-or-address', who({ name: 'Kees Wolters', postcode: '1234AB' })],
    ['first-letter', who({ name: 'Wolters', ...home })],
    [undefined, kees],
    [undefined, who({ name: 'Wolters', bornOn: '1980-05-01' })],
  ])('%s', (lacking, typed) => {
    expect(lackingIn(typed)).toBe(lacking);
  });
});
