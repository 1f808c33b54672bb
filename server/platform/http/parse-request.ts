import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Endpoint } from '../../../contract/endpoint.ts';
import type { FieldError } from '../../../contract/problem.ts';
import { type Body, unreadableText } from './body.ts';
import { fieldErrors } from './invalid.ts';

export interface Parsed {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly errors: readonly FieldError[];
}

const nothing = z.strictObject({});

/** Made once per endpoint. Looks at the path, the query and the body, and tells everything that is wrong at once. */
export function requestParser(endpoint: Endpoint): (request: FastifyRequest) => Parsed {
  const params = part('path', endpoint.params ?? nothing);
  const query = part('query', endpoint.query ?? nothing);
  const body = part('body', endpoint.body ?? z.strictObject({}).optional());

  return (request) => {
    const errors: FieldError[] = [];
    return {
      params: params(request.params, errors),
      query: query(request.query, errors),
      body: body((request.body as Body | undefined)?.value, errors),
      errors,
    };
  };
}

function part(where: FieldError['in'], schema: z.ZodType): (raw: unknown, errors: FieldError[]) => unknown {
  return (raw, errors) => {
    // The body was looked at while its bytes were at hand.
    const unreadable = where === 'body' ? [] : unreadableText(where, raw);
    if (unreadable.length > 0) {
      errors.push(...unreadable);
      return undefined;
    }
    const result = schema.safeParse(raw);
    if (result.success) return result.data;
    errors.push(...fieldErrors(where, result.error.issues, raw));
    return undefined;
  };
}
