import type { z } from 'zod';
import { fromBase64url } from '../../../contract/base64url.ts';
import { type KeyPair, open } from '../../../contract/hpke.ts';
import { sealedContent } from '../../../contract/incident.ts';
import { contextOf, type Envelope } from '../../../contract/sealed-envelope.ts';

export type OpenedContent = z.infer<typeof sealedContent>;

/** Undefined for what was sealed to another key, was changed, or holds something else than we ask. */
export async function openEnvelope(by: KeyPair, envelope: Envelope): Promise<OpenedContent | undefined> {
  const text = await textIn(by, envelope);
  if (text === undefined) return undefined;
  const parsed = sealedContent.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

async function textIn(by: KeyPair, envelope: Envelope): Promise<unknown> {
  try {
    const bytes = await open(by, contextOf(envelope), {
      encapsulated: fromBase64url(envelope.encapsulated),
      ciphertext: fromBase64url(envelope.ciphertext),
    });
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Whatever is the matter, it is not what a device of ours sealed; more there is not to say about it.
    return undefined;
  }
}
