import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';

const periodSeconds = 30;
const issuer = 'Rugdekking';

/**
 * The secret of an app that is being added follows from the token of its ceremony: nothing has to be kept,
 * and who reads the database finds only the hash of that token.
 */
export function secretFrom(ceremony: string): string {
  const bytes = createHash('sha256').update(`totp:${ceremony}`).digest().subarray(0, 20);
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
}

export interface Enrolment {
  readonly ceremony: string;
  readonly secret: string;
  readonly address: string;
  readonly qrSvg: string;
}

export function enrolmentOf(ceremony: string, label: string): Enrolment {
  const secret = secretFrom(ceremony);
  const address = totpOf(secret, label).toString();
  return { ceremony, secret, address, qrSvg: renderSVG(address, { border: 2 }) };
}

/** The time step of which this is the code, one step of grace before and after; undefined when it is of none. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret, issuer).validate({ token: code.replaceAll(' ', ''), timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / periodSeconds) + delta;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  });
}
