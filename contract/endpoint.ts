import type { z } from 'zod';

/** Who may knock: anybody, a person with a session, or only the page that steps in as one of the demonstration cast. */
export type Access = 'public' | 'session' | 'demonstration';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One address of the API, told once: the server serves it, the browser calls it and the API description is generated from it.
 * `path` is relative to `/api/v1`, with parameters between braces: `/incidents/{incidentId}/take-up`.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** Unique, camelCase, verb first: `takeUpIncident`. Becomes the operationId. */
  readonly name: string;
  readonly method: Method;
  readonly path: `/${string}`;
  readonly access: Access;
  /** One English line for the API description. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  /** Codes with which the rules can say no (409). Every code has its sentence in the module that refuses. */
  readonly refusals?: readonly string[];
  /** Largest request body in bytes; 64 KiB when absent. */
  readonly bodyLimit?: number;
  /**
   * A write with a session needs an Idempotency-Key, unless this says `none`: doing it twice is as good as once, and its
   * answer is never kept. For a search by POST (no personal data in an address), a step of signing in, new recovery codes.
   */
  readonly idempotency?: 'none';
  /** `body`: takes a piece of a file as it is, `application/octet-stream`. `answer`: gives a file. Else it is JSON. */
  readonly bytes?: 'body' | 'answer';
}

export function endpoint<
  Answer extends z.ZodType,
  Params extends z.ZodType = z.ZodType<Record<string, never>>,
  Query extends z.ZodType = z.ZodType<Record<string, never>>,
  Body extends z.ZodType = z.ZodType<undefined>,
>(description: Endpoint<Params, Query, Body, Answer>): Endpoint<Params, Query, Body, Answer> {
  return description;
}

export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.infer<Q> : never;
export type BodyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.infer<B> : never;
export type AnswerOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.infer<A> : never;
