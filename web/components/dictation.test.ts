import { describe, expect, it } from 'vitest';
import { withSaid } from './dictation.ts';

describe('what was said', () => {
  it.each([
    ['', 'Hij schold', 'Hij schold'],
    ['Hij kwam binnen.', 'Hij schold', 'Hij kwam binnen. Hij schold'],
    ['Hij kwam binnen.\n', 'Hij schold', 'Hij kwam binnen.\nHij schold'],
    ['Hij kwam binnen.', '', 'Hij kwam binnen.'],
  ])('comes behind %j', (written, said, together) => {
    expect(withSaid(written, said)).toBe(together);
  });
});
