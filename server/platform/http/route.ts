import type { z } from 'zod';
import type { Endpoint } from '../../../contract/endpoint.ts';
import type { Session } from '../database.ts';
import type { Facts, Tx } from '../tx.ts';

/** The rules say no: a value, not a failure. Answered 409 with the sentence of its code; nothing is saved. */
export interface Refused<Code extends string = string> {
  readonly refused: Code;
  /** Only where the refusal itself must be remembered: a wrong password counts. */
  readonly keep?: boolean;
  /** Codes, counts and moments that the page can show beside the sentence. */
  readonly facts?: Facts;
}

export function refuse<Code extends string>(
  refused: Code,
  more: { readonly keep?: boolean; readonly facts?: Facts } = {},
): Refused<Code> {
  return { refused, ...more };
}

export function isRefused(outcome: unknown): outcome is Refused {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome && typeof outcome.refused === 'string';
}

/** What else is known about the one who asks. */
export interface Asker {
  /** Network address, for rate limits only. */
  readonly address: string;
  readonly userAgent: string;
  /** True when the browser came over https. */
  readonly isSecure: boolean;
  /** Where the browser says it is: `https://rugdekking.example`. */
  readonly origin: string;
  /** SHA-256 in hexadecimals of the token in the session cookie, if there is one. */
  readonly sessionHash: string | undefined;
  readonly traceId: string;
}

/** What an answer carries beside its body. */
export interface Headers {
  /** Hands out the session cookie. The token itself is never stored. */
  startSession(token: string, seconds: number): void;
  /** Takes the cookie back and asks the browser to forget what it kept of us. */
  endSession(): void;
}

export interface Call<Params, Query, Body> {
  readonly tx: Tx;
  readonly now: Date;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** What came in at an endpoint that takes bytes; empty elsewhere. */
  readonly bytes: Buffer;
  /** Who asks. Throws at an endpoint whose access is not `session`. */
  readonly session: Session;
  readonly asker: Asker;
  readonly headers: Headers;
}

export interface Route {
  readonly descriptor: Endpoint;
  readonly handle: (call: Call<unknown, unknown, unknown>) => Promise<unknown>;
}

/**
 * One address of the API and what answers it. The transaction is open, in the context of the session, when `handle` runs;
 * it is committed with the answer and rolled back with a refusal.
 */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  descriptor: Endpoint<P, Q, B, A>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<A> | Refused>,
): Route {
  // The schemas of the descriptor are what makes the call fit: they parse before `handle` is called.
  return { descriptor, handle: handle as Route['handle'] };
}
