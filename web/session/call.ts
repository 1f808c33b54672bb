import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { filledPath, request } from './request.ts';

/** What is left out when the endpoint does not have it, or when every part of it may be left out. */
type Part<Name extends string, Schema extends z.ZodType> =
  unknown extends z.input<Schema>
    ? { readonly [N in Name]?: undefined }
    : Record<never, never> extends z.input<Schema>
      ? { readonly [N in Name]?: z.input<Schema> }
      : { readonly [N in Name]: z.input<Schema> };

export type InputOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B>;

export interface CallOptions {
  idempotencyKey?: string;
  signal?: AbortSignal;
}

interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Calls an address of the contract with exactly what it asks, and answers exactly what it promises. */
export function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  descriptor: Endpoint<P, Q, B, A>,
  input: InputOf<P, Q, B>,
  { idempotencyKey, signal }: CallOptions = {},
): Promise<z.output<A>> {
  // The types above hold the caller to the contract; from here on it is just text.
  const { params, query, body } = input as AnyInput;
  return request<z.output<A>>({
    method: descriptor.method,
    path: filledPath(descriptor.path, params),
    query,
    body: descriptor.body ? (body ?? {}) : undefined,
    idempotencyKey,
    signal,
  });
}
