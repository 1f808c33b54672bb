import { describe, expect, it } from 'vitest';
import { newTalkCode, readTalkCode, talkKey } from './talk-code.ts';

describe('the code of a talk', () => {
  it('is five groups of four that can be typed over', () => {
    expect(newTalkCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 200 }, newTalkCode)).size).toBe(200);
  });

  it.each([
    ['7kqf-2m3n-aaaa-bbbb-cccc', '7KQF-2M3N-AAAA-BBBB-CCCC'],
    ['7KQF 2M3N AAAA BBBB CCCC ', '7KQF-2M3N-AAAA-BBBB-CCCC'],
    ['oilo-2m3n-aaaa-bbbb-cccc', '0110-2M3N-AAAA-BBBB-CCCC'],
  ])('is understood as it is typed: %s', (typed, code) => {
    expect(readTalkCode(typed)).toBe(code);
  });

  it.each(['', '7KQF-2M3N', '7KQF-2M3N-AAAA-BBBB-CCCU', '7KQF-2M3N-AAAA-BBBB-CCCC-D'])('is not: %s', (typed) => {
    expect(readTalkCode(typed)).toBeNull();
  });

  it('tells the server something else, always the same', async () => {
    const code = newTalkCode();
    const key = await talkKey(code);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await talkKey(code)).toBe(key);
  });
});
