/** No I, L, O or U: nobody reads a 1 for an l, and no word appears by chance. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;

/** A hundred bits from the device itself, in groups that can be written down: `7KQF-…`. */
export function newTalkCode(): string {
  const random = crypto.getRandomValues(new Uint8Array(LENGTH));
  return inGroups(Array.from(random, (byte) => letters[byte % letters.length]).join(''));
}

/** As somebody types it over: any case, with or without dashes, an O for a zero. Null when it cannot be a code. */
export function readTalkCode(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain.length === LENGTH && [...plain].every((letter) => letters.includes(letter)) ? inGroups(plain) : null;
}

/** What the server is told instead of the code: SHA-256 in hexadecimals. */
export async function talkKey(code: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function inGroups(plain: string): string {
  return plain.match(/.{4}/g)?.join('-') ?? plain;
}
