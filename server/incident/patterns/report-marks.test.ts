import { describe, expect, it } from 'vitest';
import { marksOfReport } from './report-marks.ts';

const marks = (name: string | null, description: string | null = null) =>
  marksOfReport({ name, description }).map(({ kind, text }) => `${kind} ${text}`);

describe('the marks of who was reported', () => {
  it.each([
    ['Piet Kuipers', ['initials pk']],
    ['Kuipers, Piet', ['initials pk']],
    ['dhr. P. Kuipers', ['initials pk']],
    ['P. Bakker', ['initials pb']],
    ['de heer P. Bakker', ['initials pb']],
    ['Bakker, mevr. P.', ['initials pb']],
    ['Mw. dr. P. van der Berg', ['initials pb', 'initials pvdb']],
    ['Piet van der Berg', ['initials pb', 'initials pvdb']],
    ['Berg, Piet van der', ['initials pb', 'initials pvdb']],
    ['Ömer Şahin', ['initials os']],
  ])('%s are initials as colleagues would note them', (name, found) => {
    expect(marks(name)).toEqual(found);
  });

  it('are none of one word, or of a story in the place of a name', () => {
    expect(marks('Ronnie')).toEqual([]);
    expect(marks('een boze man met een grijze jas bij de balie')).toEqual([]);
    expect(marks(null)).toEqual([]);
  });

  it.each([
    ['Man in een busje, 98-XYZ-7', ['plate 98xyz7']],
    ['reed weg in 98 xyz 7', ['plate 98xyz7']],
    ['GB-001-B of G-123-BB', ['plate gb001b', 'plate g123bb']],
    ['zaak 2026 104477', ['number 104477']],
    ['belt met 0612345678', ['number 0612345678']],
  ])('%s hold a plate or a number', (description, found) => {
    expect(marks(null, description)).toEqual(found);
  });

  it('are not made of a year, an age or a date', () => {
    expect(marks(null, 'ongeveer 45, op 12-03-2026 om 10.30 bij balie 3')).toEqual([]);
  });
});
