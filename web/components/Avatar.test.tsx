import { expect, it } from 'vitest';
import { initials } from './Avatar.tsx';

it.each([
  ['Fatima El Amrani', 'FE'],
  ['Henk de Boer', 'HB'],
  ['Lotte van den Dijk', 'LD'],
  ['Sami Öztürk', 'SÖ'],
  ['Madonna', 'M'],
])('%s is %s, as the server says it', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
