import type { Bytes } from './base64url.ts';

/** What goes over the line and lies on the device: nothing in it can be read, and none of it can be changed unseen. */
export interface Envelope {
  readonly envelopeId: string;
  readonly deviceId: string;
  /** Which key of the server it was sealed to. */
  readonly sealingKeyId: string;
  /** Both base64url; see hpke.ts. */
  readonly encapsulated: string;
  readonly ciphertext: string;
}

export const signature = { name: 'ECDSA', hash: 'SHA-256' } as const;
export const signingCurve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Ties the sealed words to what stands beside them, so that nobody can pass them off as those of another device. */
export function contextOf({ envelopeId, deviceId, sealingKeyId }: Omit<Envelope, 'encapsulated' | 'ciphertext'>) {
  return { info: bytes('rugdekking report 1'), associated: bytes(`${envelopeId} ${deviceId} ${sealingKeyId}`) };
}

/** What the device signs: the whole envelope. */
export function signedBytes(envelope: Envelope): Bytes {
  const { envelopeId, deviceId, sealingKeyId, encapsulated, ciphertext } = envelope;
  return bytes(['rugdekking envelope 1', envelopeId, deviceId, sealingKeyId, encapsulated, ciphertext].join('\n'));
}

function bytes(text: string): Bytes {
  return new TextEncoder().encode(text);
}
