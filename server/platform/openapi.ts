import { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { problem } from '../../contract/problem.ts';
import { API_VERSION } from './http/security-headers.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** The description of the whole API (OpenAPI 3.1), made from what the server itself parses with. */
export function describeApi(endpoints: readonly Endpoint[], publicUrl: string): JsonObject {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    const operations = paths[endpoint.path] ?? {};
    operations[endpoint.method.toLowerCase()] = operationOf(endpoint);
    paths[endpoint.path] = operations;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rugdekking',
      summary: 'Keeps people with a public task safe: reports of aggression, followed up until they are closed',
      description:
        'One API for our own pages and for other systems. Words are English; the glossary in the documentation gives the Dutch ones.',
      version: API_VERSION,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      contact: { name: 'Rugdekking', url: publicUrl, email: 'api@rugdekking.example' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: tagsOf(endpoints),
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      headers: { 'API-Version': { description: 'The version of this API', schema: { type: 'string' } } },
      responses: {
        Problem: {
          description: 'What went wrong, with a sentence in Dutch and in English',
          headers: versionHeader,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
    },
  };
}

const versionHeader = { 'API-Version': { $ref: '#/components/headers/API-Version' } };

function operationOf(endpoint: Endpoint): JsonObject {
  const isWrite = endpoint.method !== 'GET';
  const needsSession = endpoint.access === 'session';
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    description: descriptionOf(endpoint),
    tags: [tagOf(endpoint)],
    security: needsSession ? [{ session: [] }] : [],
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(isWrite && needsSession && endpoint.idempotency !== 'none' ? [idempotencyKey] : []),
    ],
    ...requestBodyOf(endpoint),
    responses: {
      '200': { description: 'Done', headers: versionHeader, ...answerBodyOf(endpoint) },
      ...problems(endpoint, needsSession),
    },
  };
}

const bytesBody: JsonObject = { content: { 'application/octet-stream': {} } };

function requestBodyOf({ body, bytes }: Endpoint): JsonObject {
  if (bytes === 'body') return { requestBody: { required: true, ...bytesBody } };
  return body === undefined ? {} : { requestBody: jsonBody(schemaOf(body, 'input')) };
}

function answerBodyOf({ answer, bytes }: Endpoint): JsonObject {
  return bytes === 'answer' ? bytesBody : jsonBody(schemaOf(answer, 'output'), false);
}

const idempotencyKey: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A uuid made by the client. The same request under the same key is done once and answered the same.',
  schema: { type: 'string', format: 'uuid' },
};

function descriptionOf(endpoint: Endpoint): string {
  const refusals = endpoint.refusals ?? [];
  if (refusals.length === 0) return `${endpoint.summary}.`;
  return `${endpoint.summary}. May be refused (409) with: ${refusals.map((code) => `\`${code}\``).join(', ')}.`;
}

function problems(endpoint: Endpoint, needsSession: boolean): JsonObject {
  const statuses = [400, ...(needsSession ? [401, 403] : []), 404, ...(endpoint.refusals?.length ? [409] : []), 500];
  return Object.fromEntries(statuses.map((status) => [status, { $ref: '#/components/responses/Problem' }]));
}

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): JsonObject[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

function jsonBody(schema: JsonObject, required = true): JsonObject {
  return { ...(required ? { required } : {}), content: { 'application/json': { schema } } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return described;
}

function tagOf({ path }: Endpoint): string {
  return path.split('/')[1] ?? '';
}

function tagsOf(endpoints: readonly Endpoint[]): JsonObject[] {
  const names = new Set(endpoints.map(tagOf));
  return [...names].sort().map((name) => ({ name, description: `Everything under /${name}` }));
}
