import { expect, it } from 'vitest';
import { type Bytes, fromBase64url, toBase64url } from './base64url.ts';
import { type KeyPair, newKeyPair, open, seal } from './hpke.ts';

const bytes = (hex: string): Bytes => Uint8Array.from(Buffer.from(hex, 'hex'));
const text = (words: string): Bytes => new TextEncoder().encode(words);

/** Of the test vectors that the authors of RFC 9180 published: base mode, kem 0x0010, kdf 0x0001, aead 0x0002. */
const vector = {
  info: bytes('4f6465206f6e2061204772656369616e2055726e'),
  pkRm: bytes(
    '04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c',
  ),
  skRm: bytes('317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2'),
  enc: bytes(
    '04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0',
  ),
  associated: bytes('436f756e742d30'),
  plain: bytes('4265617574792069732074727574682c20747275746820626561757479'),
  ciphertext: bytes('58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d291742465e902cd216f8908da49f8f96f'),
};
const context = { info: text('a report'), associated: text('of this device') };

async function pairOf(publicKey: Bytes, secret: Bytes): Promise<KeyPair> {
  const [x, y, d] = [publicKey.slice(1, 33), publicKey.slice(33), secret].map(toBase64url);
  const jwk = { kty: 'EC', crv: 'P-256', x, y, d } as JsonWebKey;
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  return { publicKey, privateKey: await crypto.subtle.importKey('jwk', jwk, curve, false, ['deriveBits']) };
}

it('opens what another maker of RFC 9180 sealed', async () => {
  const pair = await pairOf(vector.pkRm, vector.skRm);
  const opened = await open(pair, vector, { encapsulated: vector.enc, ciphertext: vector.ciphertext });
  expect(opened).toEqual(vector.plain);
});

it('opens what it sealed, and no two sealings look alike', async () => {
  const pair = await newKeyPair();
  const [one, other] = await Promise.all([1, 2].map(() => seal(pair.publicKey, context, text('hij schold'))));
  if (!one || !other) throw new Error('Nothing was sealed');
  expect(new TextDecoder().decode(await open(pair, context, one))).toBe('hij schold');
  expect(one.ciphertext).not.toEqual(other.ciphertext);
});

it.each([
  ['by another key', { pair: newKeyPair() }],
  ['for another purpose', { context: { ...context, info: text('a draft') } }],
  ['of another device', { context: { ...context, associated: text('of that device') } }],
])('does not open %s', async (_what, wrong) => {
  const pair = await newKeyPair();
  const sealed = await seal(pair.publicKey, context, text('hij schold'));
  const by = 'pair' in wrong ? await wrong.pair : pair;
  await expect(open(by, 'context' in wrong ? wrong.context : context, sealed)).rejects.toThrow();
});

it('does not open what was changed', async () => {
  const pair = await newKeyPair();
  const sealed = await seal(pair.publicKey, context, text('hij schold'));
  sealed.ciphertext[0] = (sealed.ciphertext[0] ?? 0) ^ 1;
  await expect(open(pair, context, sealed)).rejects.toThrow();
});

it('carries any bytes as text that needs no escaping', () => {
  const any = crypto.getRandomValues(new Uint8Array(20_000));
  expect(toBase64url(any)).toMatch(/^[\w-]+$/);
  expect(fromBase64url(toBase64url(any))).toEqual(any);
});
