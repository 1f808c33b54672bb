import { sessionCookieName } from './asker.ts';
import { HttpFailure } from './problem.ts';
import type { Asker, Headers } from './route.ts';

/** Collected while the work runs, sent when it succeeded: a rolled-back sign-in must hand out no cookie. */
export class AnswerHeaders implements Headers {
  readonly collected: Record<string, string> = {};
  readonly #isSecure: boolean;

  constructor(isSecure: boolean) {
    this.#isSecure = isSecure;
  }

  startSession(token: string, seconds: number): void {
    // A span, not a moment: the clock of a phone may be a year off.
    this.collected['set-cookie'] = this.#cookie(token, `Max-Age=${Math.floor(seconds)}`);
  }

  endSession(): void {
    // Not "storage": a report that still waits to be sent must survive its maker signing out.
    this.collected['set-cookie'] = this.#cookie('', 'Max-Age=0');
    this.collected['clear-site-data'] = '"cache", "cookies"';
  }

  etag(version: string | number): void {
    this.collected['etag'] = `"${version}"`;
  }

  #cookie(value: string, lifetime: string): string {
    const secure = this.#isSecure ? '; Secure' : '';
    return `${sessionCookieName(this.#isSecure)}=${value}; Path=/; HttpOnly; SameSite=Lax; ${lifetime}${secure}`;
  }
}

/** Where two people can edit: the write must name the version it was based on. */
export function requireVersion(asker: Asker, version: string | number): void {
  if (asker.ifMatch === undefined) throw new HttpFailure('version-missing');
  if (asker.ifMatch !== `"${version}"`) throw new HttpFailure('changed-meanwhile');
}
