import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const presentAndVerified = 0x01 | 0x04;
const withCredential = 0x40;

/** What a phone does with a passkey: makes a key for one site, and signs what that site asks. */
export class SoftwarePasskey {
  readonly #site: URL;
  readonly #credentialId = randomBytes(32);
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  #userHandle = '';
  #counter = 0;

  constructor(origin: string) {
    this.#site = new URL(origin);
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
  }

  /** As `startRegistration` answers. */
  register(options: Record<string, unknown>) {
    this.#userHandle = (options['user'] as { id: string }).id;
    const attestation = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Uint8Array.from(this.#authenticatorData(this.#credentialData()))],
      ]) as never,
    );
    return this.#answer({
      clientDataJSON: base64url(this.#clientData('webauthn.create', options)),
      attestationObject: base64url(Buffer.from(attestation)),
      transports: ['internal'],
    });
  }

  /** As `startAuthentication` answers. */
  authenticate(options: Record<string, unknown>, origin = this.#site.origin) {
    this.#counter += 1;
    const clientData = this.#clientData('webauthn.get', options, origin);
    const data = this.#authenticatorData();
    const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()]);
    return this.#answer({
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(data),
      signature: base64url(sign('sha256', signed, this.#privateKey)),
      userHandle: this.#userHandle,
    });
  }

  #answer(response: Record<string, unknown>) {
    const id = base64url(this.#credentialId);
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
  }

  #clientData(type: string, { challenge }: Record<string, unknown>, origin = this.#site.origin): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #authenticatorData(credential: Buffer = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    const flags = presentAndVerified | (credential.length > 0 ? withCredential : 0);
    const site = createHash('sha256').update(this.#site.hostname).digest();
    return Buffer.concat([site, Buffer.from([flags]), counter, credential]);
  }

  #credentialData(): Buffer {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' });
    const key = new Map<number, unknown>([
      [1, 2], // an elliptic curve key
      [3, -7], // for ES256
      [-1, 1], // on P-256
      [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
      [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#credentialId.length);
    return Buffer.concat([Buffer.alloc(16), length, this.#credentialId, Buffer.from(isoCBOR.encode(key as never))]);
  }
}

function base64url(bytes: Buffer): string {
  return bytes.toString('base64url');
}
