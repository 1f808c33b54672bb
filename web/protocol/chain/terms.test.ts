import { expect, it } from 'vitest';
import { chainTermLimits } from '../../../contract/chain-term-limits.ts';
import { isWithin } from './terms.ts';

it.each([
  ['15', true],
  [' 5 ', true],
  ['60', true],
  ['4', false],
  ['61', false],
  ['', false],
  ['7,5', false],
  ['een kwartier', false],
])('“%s” is within the limits: %s', (typed, expected) => {
  expect(isWithin(typed, chainTermLimits.immediate)).toBe(expected);
});
