import type { Context } from './context.ts';
import type { Session } from './database.ts';

/** What a session told of itself the last time, and the same as the database writes it. */
export interface Expected {
  readonly session: Session;
  readonly asText: string;
}

const MOST = 10_000;

/**
 * Nobody waits for the answer to "who is this?" when it was given before: the work is sent along with the question, and the
 * database stops it when the answer is another one now. So this memory decides nothing; it only saves a round trip.
 */
export class ExpectedSessions {
  readonly #byHash = new Map<string, Expected>();

  of(context: Context): Expected | undefined {
    return 'sessionHash' in context ? this.#byHash.get(context.sessionHash) : undefined;
  }

  remember(context: Context, expected: Expected): void {
    if (!('sessionHash' in context)) return;
    const [longestKnown] = this.#byHash.size >= MOST ? this.#byHash.keys() : [];
    if (longestKnown !== undefined) this.#byHash.delete(longestKnown);
    this.#byHash.set(context.sessionHash, expected);
  }

  forget(context: Context): void {
    if ('sessionHash' in context) this.#byHash.delete(context.sessionHash);
  }
}
