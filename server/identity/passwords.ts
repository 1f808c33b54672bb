import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP advises it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

export function isPassword(passwordHash: string, typed: string): Promise<boolean> {
  return verify(passwordHash, typed.normalize('NFKC'));
}

let nobodysHash: Promise<string> | undefined;

/** Costs as much as a real check: an unknown address is not answered sooner than a wrong password. */
export async function checkAgainstNobody(typed: string): Promise<false> {
  nobodysHash ??= hashPassword('nobody has this password');
  await isPassword(await nobodysHash, typed);
  return false;
}

const commonWords = [
  'welkom',
  'wachtwoord',
  'password',
  'passwort',
  'geheim',
  'secret',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'zxcvbn',
  'abcdef',
  'letmein',
  'iloveyou',
  'admin',
  'beheerder',
  'gemeente',
  'rugdekking',
  'zomer',
  'winter',
  'lente',
  'herfst',
  'januari',
  'februari',
  'maart',
  'april',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
  'maandag',
  'vrijdag',
  'ajax',
  'feyenoord',
  'amsterdam',
  'rotterdam',
  'utrecht',
  'nederland',
  'test',
];

/** What an attacker tries first: a known word with digits behind it, a row of keys, the own name or organisation. */
export function isTooCommon(password: string, aboutThem: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < 6) return true;
  const own = aboutThem
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4);
  return [plain, unleet(plain)].some((text) => lettersLeft(text, [...commonWords, ...own]) < 4);
}

function lettersLeft(text: string, words: readonly string[]): number {
  return words.reduce((rest, word) => rest.replaceAll(word, ''), text.replaceAll(/[^\p{L}]/gu, '')).length;
}

/** "w@chtw00rd" is "wachtwoord". */
function unleet(text: string): string {
  const letters: Record<string, string> = {
    '@': 'a',
    '4': 'a',
    '3': 'e',
    '1': 'i',
    '!': 'i',
    '0': 'o',
    $: 's',
    '5': 's',
  };
  return text.replaceAll(/[@431!0$5]/g, (sign) => letters[sign] ?? sign);
}
