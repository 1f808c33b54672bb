import { type Bytes, fromBase64url, toBase64url } from '../../contract/base64url.ts';
import { type KeyPair, newKeyPair, open, seal } from '../../contract/hpke.ts';
import { codeLockOf } from './has-code.ts';
import { find, type LockedText, put } from './store.ts';

/**
 * Lets the maker of a draft open it again on this device without a connection. Drafts are sealed to a public key, so keeping one
 * asks for nothing; the private key lies here too, locked with a code that its maker chose. Neither is ever stored in the clear.
 */
interface CodeLock {
  readonly publicKey: string;
  readonly salt: string;
  readonly iv: string;
  readonly wrapped: string;
  readonly wrongTries: number;
  /** Mixed in, and not to be taken out: guessing must be done on this device. */
  readonly pepper: CryptoKey;
}

export type Unlocked = { readonly pair: KeyPair } | { readonly wrong: true; readonly triesLeft: number };

export const shortestCode = 6;
/** About a second on a phone: whoever guesses pays it for every guess. */
const ROUNDS = 1_000_000;
/** Then the lock is thrown away. The words are not lost: the server opens its own copy once there is a connection. */
const MOST_TRIES = 10;

const contextOf = (personId: string) => ({ info: bytes('rugdekking draft here 1'), associated: bytes(personId) });
const curve = { name: 'ECDH', namedCurve: 'P-256' };

/** A new code is a new lock: what an older one locked can be read on the server only. */
export async function chooseCode(personId: string, code: string): Promise<void> {
  const pair = await newKeyPair();
  const secret = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  const [salt, iv] = [random(16), random(12)];
  const pepper = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(code, salt, pepper), secret);
  await keep(personId, {
    publicKey: toBase64url(pair.publicKey),
    salt: toBase64url(salt),
    iv: toBase64url(iv),
    wrapped: toBase64url(new Uint8Array(wrapped)),
    wrongTries: 0,
    pepper,
  });
}

/** Undefined when there is no lock (any more). */
export async function unlock(personId: string, code: string): Promise<Unlocked | undefined> {
  const lock = await lockOf(personId);
  if (lock === undefined) return undefined;
  // Counted before it is known whether it is right: closing the page in time wins nobody a try.
  await keep(personId, { ...lock, wrongTries: lock.wrongTries + 1 });
  try {
    const key = await keyOf(code, fromBase64url(lock.salt), lock.pepper);
    const iv = fromBase64url(lock.iv);
    const secret = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, fromBase64url(lock.wrapped));
    const privateKey = await crypto.subtle.importKey('pkcs8', secret, curve, false, ['deriveBits']);
    await keep(personId, { ...lock, wrongTries: 0 });
    return { pair: { privateKey, publicKey: fromBase64url(lock.publicKey) } };
  } catch {
    const triesLeft = MOST_TRIES - lock.wrongTries - 1;
    if (triesLeft <= 0) await put('settings', { name: codeLockOf(personId), value: null });
    return { wrong: true, triesLeft: Math.max(0, triesLeft) };
  }
}

/** Null where no code was chosen. */
export async function lockText(personId: string, text: string): Promise<LockedText | null> {
  const lock = await lockOf(personId);
  if (lock === undefined) return null;
  const sealed = await seal(fromBase64url(lock.publicKey), contextOf(personId), bytes(text));
  return { encapsulated: toBase64url(sealed.encapsulated), ciphertext: toBase64url(sealed.ciphertext) };
}

/** Undefined for what an older code locked. */
export async function openText(personId: string, pair: KeyPair, locked: LockedText): Promise<string | undefined> {
  try {
    const opened = await open(pair, contextOf(personId), {
      encapsulated: fromBase64url(locked.encapsulated),
      ciphertext: fromBase64url(locked.ciphertext),
    });
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}

async function lockOf(personId: string): Promise<CodeLock | undefined> {
  const setting = await find('settings', codeLockOf(personId));
  return (setting?.value as CodeLock | null | undefined) ?? undefined;
}

function keep(personId: string, lock: CodeLock): Promise<unknown> {
  return put('settings', { name: codeLockOf(personId), value: lock });
}

async function keyOf(code: string, salt: Bytes, pepper: CryptoKey): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', bytes(code.normalize('NFKC')), 'PBKDF2', false, ['deriveBits']);
  const slow = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  const stretched = await crypto.subtle.deriveBits(slow, typed, 256);
  const mixed = await crypto.subtle.sign('HMAC', pepper, stretched);
  return crypto.subtle.importKey('raw', mixed, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

function bytes(text: string): Bytes {
  return new TextEncoder().encode(text);
}
