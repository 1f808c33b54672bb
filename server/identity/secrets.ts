import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits for a session, an invitation or a ceremony. The database keeps its hash only. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** In hexadecimals. Tokens are random and long, so a plain hash is enough. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Without I, L, O and U: nothing that a person can misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits per character, in groups of four: `7K2M-9QXF`. */
export function newCode(groups: number): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** As people type it: small letters, spaces, an O for a zero. */
export function hashOfCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('U', 'V');
  return hashOf(plain);
}
