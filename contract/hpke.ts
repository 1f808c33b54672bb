import type { Bytes } from './base64url.ts';

/**
 * Hybrid public key encryption as in RFC 9180, base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The browser seals
 * with it and the server opens, so it stands here once, on WebCrypto, which both have. Every sealing makes a key pair of its
 * own: the same nonce is never used twice under one key.
 */
export interface SealedBytes {
  /** The public half of the key pair of this one sealing. */
  readonly encapsulated: Bytes;
  readonly ciphertext: Bytes;
}

/** To whom something is sealed, or was. */
export interface KeyPair {
  readonly privateKey: CryptoKey;
  /** An uncompressed point: 65 bytes. */
  readonly publicKey: Bytes;
}

/** What both sides must agree on: what it is for, and what belongs to it without being secret. */
export interface Context {
  readonly info: Bytes;
  readonly associated: Bytes;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const SECRET_BYTES = 32;
const BASE_MODE = Uint8Array.of(0);
const nothing = new Uint8Array();

const kemSuite = joined(ascii('KEM'), twoBytes(0x0010));
const suite = joined(ascii('HPKE'), twoBytes(0x0010), twoBytes(0x0001), twoBytes(0x0002));

export async function newKeyPair(extractable = true): Promise<KeyPair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(curve, extractable, ['deriveBits']);
  return { privateKey, publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)) };
}

/** `once` is the key pair of this sealing; only a test with known answers gives its own. */
export async function seal(to: Bytes, context: Context, plain: Bytes, once?: KeyPair): Promise<SealedBytes> {
  const { privateKey, publicKey: encapsulated } = once ?? (await newKeyPair(false));
  const secret = await sharedSecret(privateKey, to, joined(encapsulated, to));
  const { key, algorithm } = await schedule(secret, context, 'encrypt');
  return { encapsulated, ciphertext: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plain)) };
}

/** Throws when it was sealed to somebody else, for something else, or was changed. */
export async function open(by: KeyPair, context: Context, sealed: SealedBytes): Promise<Bytes> {
  const { encapsulated, ciphertext } = sealed;
  const secret = await sharedSecret(by.privateKey, encapsulated, joined(encapsulated, by.publicKey));
  const { key, algorithm } = await schedule(secret, context, 'decrypt');
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, ciphertext));
}

async function sharedSecret(own: CryptoKey, theirs: Bytes, kemContext: Bytes): Promise<Bytes> {
  const point = await crypto.subtle.importKey('raw', theirs, curve, false, []);
  const agreed = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, own, 256));
  const extracted = await labeledExtract(kemSuite, nothing, 'eae_prk', agreed);
  return labeledExpand(kemSuite, extracted, 'shared_secret', kemContext, SECRET_BYTES);
}

async function schedule(secret: Bytes, { info, associated }: Context, use: 'encrypt' | 'decrypt') {
  const context = joined(
    BASE_MODE,
    await labeledExtract(suite, nothing, 'psk_id_hash', nothing),
    await labeledExtract(suite, nothing, 'info_hash', info),
  );
  const extracted = await labeledExtract(suite, secret, 'secret', nothing);
  const [bytes, iv] = await Promise.all([
    labeledExpand(suite, extracted, 'key', context, KEY_BYTES),
    labeledExpand(suite, extracted, 'base_nonce', context, NONCE_BYTES),
  ]);
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [use]);
  return { key, algorithm: { name: 'AES-GCM', iv, additionalData: associated } };
}

function labeledExtract(of: Bytes, salt: Bytes, label: string, material: Bytes): Promise<Bytes> {
  return hmac(salt, joined(ascii('HPKE-v1'), of, ascii(label), material));
}

/** One round of HKDF-Expand: nothing here is longer than one hash. */
async function labeledExpand(of: Bytes, key: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> {
  const labeled = joined(twoBytes(length), ascii('HPKE-v1'), of, ascii(label), info, Uint8Array.of(1));
  return (await hmac(key, labeled)).slice(0, length);
}

/** WebCrypto refuses an empty key; to HMAC that is the same as zeros. */
async function hmac(key: Bytes, data: Bytes): Promise<Bytes> {
  const bytes = key.length === 0 ? new Uint8Array(32) : key;
  const hashing = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', hashing, data));
}

function ascii(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function twoBytes(number: number): Bytes {
  return Uint8Array.of(number >> 8, number & 255);
}

function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
