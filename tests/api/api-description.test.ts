import { beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../contract/index.ts';
import type { App } from '../../server/app.ts';
import { foundTown } from '../support/town.ts';
import { townProgram } from '../support/town-program.ts';

interface Description {
  readonly openapi: string;
  readonly info: { version: string; contact: { name: string; email: string; url: string } };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { name: string; in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

let app: App;
let description: Description;

beforeAll(async () => {
  app = await townProgram(await foundTown());
  description = (await app.web.server.inject('/api/v1/openapi.json')).json();
});

describe('the description of the API', () => {
  it('is there for everybody, with a version and somebody to write to', () => {
    expect(description.openapi).toBe('3.1.0');
    expect(description.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Object.values(description.info.contact)).not.toContain('');
  });

  it('names every endpoint once', () => {
    const names = operations().map(({ operationId }) => operationId);
    expect(names.sort()).toEqual(endpoints.map(({ name }) => name).sort());
  });

  it('writes addresses in kebab-case and fields in camelCase', () => {
    for (const path of Object.keys(description.paths)) {
      expect(path).toMatch(/^(\/([a-z0-9]+(-[a-z0-9]+)*|\{[a-z][a-zA-Z]*\}))+$/);
    }
    for (const name of fieldNames(description.paths)) expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
  });

  it('calls a moment …At and a calendar date …On', () => {
    for (const [name, format] of formats(description.paths)) {
      if (format === 'date-time') expect(name, `${name} is a moment`).toMatch(/At$|^(at|since|until|from|to)$/);
      if (format === 'date') expect(name, `${name} is a calendar date`).toMatch(/On$|^on$/);
    }
  });
});

describe('every endpoint', () => {
  it.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('%s is served', (_name, {
    method,
    path,
  }) => {
    const url = `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    expect(app.web.server.hasRoute({ method, url })).toBe(true);
  });
});

function operations(): Operation[] {
  return Object.values(description.paths).flatMap((path) => Object.values(path));
}

function* properties(node: unknown): Generator<[string, Readonly<Record<string, unknown>>]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node)) {
    if (key === 'properties') yield* Object.entries(inner as Record<string, Record<string, unknown>>);
    yield* properties(inner);
  }
}

function fieldNames(node: unknown): string[] {
  const parameters = operations().flatMap(({ parameters }) => parameters.filter(({ in: where }) => where !== 'header'));
  return [...[...properties(node)].map(([name]) => name), ...parameters.map(({ name }) => name)];
}

/** Also of what may be null. */
function formats(node: unknown): [string, unknown][] {
  return [...properties(node)].flatMap(([name, schema]) => {
    const alternatives = (schema.anyOf as { format?: string }[] | undefined) ?? [schema as { format?: string }];
    return alternatives.flatMap(({ format }): [string, unknown][] => (format === undefined ? [] : [[name, format]]));
  });
}
