import type { Tx, Vault } from '../../platform/index.ts';

/** Keyed fingerprints as the database keeps them: eight bytes, as a signed number in text. */
export function tokensFor(
  vault: Pick<Vault, 'blindIndex'>,
  tx: Pick<Tx, 'employerId'>,
  starts: readonly string[],
): readonly string[] {
  // Apart from other fingerprints made with the same key: nothing can be laid side by side.
  return starts.map((start) => fingerprint(vault.blindIndex(tx.employerId, `name in register ${spelled(start)}`)));
}

function fingerprint(bytes: Buffer): string {
  return bytes.readBigInt64BE(0).toString();
}

/** The index leaves punctuation out, and the dot says that a short word is whole. */
function spelled(start: string): string {
  return start.endsWith('.') ? `whole ${start.slice(0, -1)}` : start;
}
