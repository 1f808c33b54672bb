import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalised } from './blind-index.ts';
import { SealBroken, textsUnder, unwrapKey, wrapKey } from './sealing.ts';

const key = randomBytes(32);
const dossier = textsUnder(key, 'incident-1');

describe('a sealed text', () => {
  it('opens to exactly what was sealed, whatever it was', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(fc.property(text, (story) => dossier.open('story', dossier.seal('story', story)) === story));
  });

  it('does not open as another field or in another dossier', () => {
    const sealed = dossier.seal('story', 'Hij stond ineens achter de balie.');
    expect(() => dossier.open('name', sealed)).toThrow(SealBroken);
    expect(() => textsUnder(key, 'incident-2').open('story', sealed)).toThrow(SealBroken);
    expect(() => textsUnder(randomBytes(32), 'incident-1').open('story', sealed)).toThrow(SealBroken);
  });

  it('does not confuse the end of the owner with the start of the field', () => {
    const sealed = textsUnder(key, 'ab').seal('c', 'x');
    expect(() => textsUnder(key, 'a').open('bc', sealed)).toThrow(SealBroken);
  });

  it('does not open after any byte of it was changed', () => {
    const sealed = dossier.seal('story', 'kort');
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => dossier.open('story', changed)).toThrow(SealBroken);
    }
  });

  it('hides how long a name is', () => {
    expect(dossier.seal('name', 'Jan').length).toBe(dossier.seal('name', 'Wilhelmina van Oranje-Nassau').length);
  });

  it('looks different each time', () => {
    expect(dossier.seal('name', 'Jan')).not.toEqual(dossier.seal('name', 'Jan'));
  });
});

describe('a wrapped key', () => {
  it('unwraps for its own owner only', () => {
    const inner = randomBytes(32);
    const wrapped = wrapKey(key, 'incident-1', inner);
    expect(unwrapKey(key, 'incident-1', wrapped)).toEqual(inner);
    expect(() => unwrapKey(key, 'incident-2', wrapped)).toThrow(SealBroken);
  });
});

describe('a name in the blind index', () => {
  it.each([
    ['Öztürk', 'ozturk'],
    ['  Jan   de Boer ', 'jan de boer'],
    ['JAN-DE-BOER', 'jan de boer'],
    ['06 – 12 34 56 78', '06 12 34 56 78'],
  ])('is the same however it is written: %s', (written, same) => {
    expect(normalised(written)).toBe(same);
  });
});
