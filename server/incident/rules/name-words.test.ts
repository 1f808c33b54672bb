import { describe, expect, it } from 'vitest';
import { askedFor, findableBy, nameWords } from './name-words.ts';

describe('the words of a name', () => {
  it.each([
    ['Zébulon van der Quasterveld', ['zebulon', 'quasterveld']],
    ['ÖZTÜRK, Şükrü', ['ozturk', 'sukru']],
    ['Jan-Peter d’Arcy', ['jan', 'peter', 'darcy']],
    ['Mevr. A. Łukasz', ['lukasz']],
    ['Søren Großmann', ['soren', 'grossmann']],
    ['Jan, geboren 12-03-1980', ['jan', 'geboren']],
    ['', []],
  ])('of %s', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });
});

const finds = (typed: string, name: string) => {
  const starts = findableBy(name);
  const asked = askedFor(typed);
  return asked.length > 0 && asked.every((word) => starts.includes(word));
};

describe('a name', () => {
  it.each([
    ['quas', 'Zébulon Quasterveld'],
    ['Quasterveld', 'Zébulon Quasterveld'],
    ['zébu quaster', 'Zebulon Quasterveld'],
    ['boer', 'Jan de Boer'],
    ['de boer', 'Jan de Boer'],
    ['Jan', 'Jan de Boer'],
    ['Bo', 'Bo Li'],
  ])('is found by typing %s', (typed, name) => {
    expect(finds(typed, name)).toBe(true);
  });

  it.each([
    ['qu', 'Zébulon Quasterveld'],
    ['aster', 'Zébulon Quasterveld'],
    ['jan quasterveld', 'Zébulon Quasterveld'],
    ['bo', 'Jan de Boer'],
    ['de', 'Jan de Boer'],
    ['van der', 'Jan van der Boer'],
  ])('is not found by typing %s', (typed, name) => {
    expect(finds(typed, name)).toBe(false);
  });

  it('has few fingerprints, whatever somebody writes there', () => {
    expect(findableBy('alfabetisch '.repeat(200) + 'abcdefghij klmnopqrst '.repeat(50)).length).toBeLessThan(80);
  });

  it('asks the longest word first', () => {
    expect(askedFor('jan quasterveld')).toEqual(['quasterv', 'jan']);
  });
});
