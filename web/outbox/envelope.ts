import { fromBase64url, toBase64url } from '../../contract/base64url.ts';
import { seal } from '../../contract/hpke.ts';
import type { SealedContent } from '../../contract/incident.ts';
import { contextOf, signature, signedBytes } from '../../contract/sealed-envelope.ts';
import type { Device, SignedEnvelope } from './store.ts';

/** How long a story is, is nobody's business either: sizes go up in steps. */
const STEP = 2048;

/** Only the server can open it, and only this device can have made it. */
export async function sealInEnvelope(
  { deviceId, signing, sealingKey }: Pick<Device, 'deviceId' | 'signing' | 'sealingKey'>,
  content: SealedContent,
): Promise<SignedEnvelope> {
  const address = { envelopeId: crypto.randomUUID(), deviceId, sealingKeyId: sealingKey.id };
  const text = JSON.stringify(content);
  const padded = text.padEnd(Math.ceil(text.length / STEP) * STEP);
  const sealed = await seal(fromBase64url(sealingKey.publicKey), contextOf(address), new TextEncoder().encode(padded));
  const envelope = {
    ...address,
    encapsulated: toBase64url(sealed.encapsulated),
    ciphertext: toBase64url(sealed.ciphertext),
  };
  const signed = await crypto.subtle.sign(signature, signing.privateKey, signedBytes(envelope));
  return { ...envelope, signature: toBase64url(new Uint8Array(signed)) };
}
