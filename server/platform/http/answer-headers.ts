import { sessionCookieName } from './asker.ts';
import type { Headers } from './route.ts';

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

  #cookie(value: string, lifetime: string): string {
    const secure = this.#isSecure ? '; Secure' : '';
    return `${sessionCookieName(this.#isSecure)}=${value}; Path=/; HttpOnly; SameSite=Lax; ${lifetime}${secure}`;
  }
}
