import { expect, it } from 'vitest';
import { nl } from '../text.nl.ts';
import { whereIs } from './whereIs.ts';

it.each([
  ['content-title-nl', 'Naam'],
  ['content-contact-minutes', 'Eerste contact'],
  ['content-columns-3-examples-1-text-en', 'Kolom 4, voorbeeld 2'],
  ['content-tasks-2-records-0-label-nl', 'Taak 3, vraag 1'],
  ['content-tasks-0-reporterWords-ahead-nl', 'Taak 1, wat de melder leest, nog te doen'],
])('%s is told as “%s”', (fieldId, told) => {
  expect(whereIs(fieldId, nl.editing.parts)).toBe(told);
});
