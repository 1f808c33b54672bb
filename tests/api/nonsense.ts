import fc from 'fast-check';
import { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';

/** What is put in the place of something sensible. */
const strangeTexts = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202egnol',
  "'; drop schema platform cascade; --",
  '{"$gt": ""}',
  '../../etc/passwd',
  '<img src=x onerror=alert(1)>',
  '=cmd|calc',
  '2026-02-30',
  '2026-02-30T10:00:00Z',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '2026-03-10T10:00:00+99:00',
  'x'.repeat(30_000),
  '👩‍👩‍👧'.repeat(200),
  '123456782',
);

const strangeValues: fc.Arbitrary<unknown> = fc.oneof(
  strangeTexts,
  fc.constantFrom(null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, [], {}, [[]], [null], {
    a: { b: {} },
  }),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Ids that exist, that exist with another employer, and that exist nowhere. */
export type KnownIds = readonly string[];

/** Something that the schema would mostly accept. */
function fitting(schema: Schema, ids: KnownIds): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => fitting(choice, ids)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return fittingObject(schema, ids);
    case 'array':
      return fc.array(fitting(schema.items ?? {}, ids), { maxLength: Math.min(schema.maxItems ?? 3, 3) });
    case 'string':
      return fittingText(schema, ids);
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? 0, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 1000, 2 ** 31),
      });
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function fittingObject(schema: Schema, ids: KnownIds): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const model = Object.fromEntries(properties.map(([name, property]) => [name, fitting(property, ids)]));
  return fc.record(model, { requiredKeys: [...(schema.required ?? [])].filter((name) => name in model) });
}

function fittingText({ format, minLength = 0, maxLength = 40 }: Schema, ids: KnownIds): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === 'date') return fc.constantFrom('2026-03-10', '2026-12-31', '2024-02-29');
  if (format === 'date-time') {
    return fc.constantFrom(
      '2026-03-10T09:00:00Z',
      '2026-03-10T12:30:00+01:00',
      '2020-01-01T00:00:00Z',
      '2099-01-01T00:00:00Z',
    );
  }
  if (format === 'email') return fc.constantFrom('iemand@voorbeeld.nl', 'fatima@wierdam.example');
  return fc.string({ minLength, maxLength: Math.min(Math.max(maxLength, minLength), 60) });
}

/** Sensible at most places, and wrong at one or two. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const spots = spotsIn(value);
  return fc
    .array(
      fc.tuple(
        fc.constantFrom(...spots),
        fc.oneof({ weight: 4, arbitrary: strangeValues }, { weight: 1, arbitrary: fc.constant(REMOVE) }),
      ),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((changes) => changes.reduce((whole, [spot, strange]) => put(whole, spot, strange), structuredClone(value)));
}

const REMOVE = Symbol('remove');
type Spot = readonly (string | number)[];

function spotsIn(value: unknown, at: Spot = []): Spot[] {
  if (typeof value !== 'object' || value === null) return [at];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const unknownField: Spot[] = Array.isArray(value) ? [] : [[...at, 'unknownField']];
  return [at, ...unknownField, ...entries.flatMap(([key, inner]) => spotsIn(inner, [...at, key]))];
}

function put(whole: unknown, [key, ...rest]: Spot, strange: unknown): unknown {
  if (key === undefined) return strange === REMOVE ? undefined : strange;
  if (typeof whole !== 'object' || whole === null) return whole;
  const copy: Record<string | number, unknown> = Array.isArray(whole) ? ([...whole] as never) : { ...whole };
  if (rest.length === 0 && strange === REMOVE) delete copy[key];
  else copy[key] = put(copy[key], rest, strange);
  return copy;
}

export interface NonsenseRequest {
  readonly url: string;
  readonly body: string | undefined;
  readonly contentType: string;
  readonly session:
    | 'reporter'
    | 'manager'
    | 'coordinator'
    | 'administrator'
    | 'elsewhere'
    | 'expired'
    | 'garbage'
    | 'none';
  readonly key: 'fresh' | 'repeated' | 'missing' | 'garbage';
}

/** Requests at one endpoint: most of them nearly right, so that they get past the door. */
export function nonsenseAt(endpoint: Endpoint, ids: KnownIds): fc.Arbitrary<NonsenseRequest> {
  const params = schemaOf(endpoint.params);
  const query = schemaOf(endpoint.query);
  return fc.record({
    url: fc
      .tuple(partly(params, ids), partly(query, ids))
      .map(([inPath, inQuery]) => addressOf(endpoint.path, asRecord(inPath)) + queryOf(asRecord(inQuery))),
    body: endpoint.method === 'GET' ? fc.constant(undefined) : bodyFor(schemaOf(endpoint.body), ids),
    contentType: fc.oneof(
      { weight: 30, arbitrary: fc.constant('application/json') },
      { weight: 1, arbitrary: fc.constantFrom('text/plain', 'multipart/form-data', '') },
    ),
    session: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom('reporter', 'manager', 'coordinator', 'administrator', 'elsewhere') },
      { weight: 1, arbitrary: fc.constantFrom('expired', 'garbage', 'none') },
    ),
    key: fc.oneof(
      { weight: 12, arbitrary: fc.constant('fresh') },
      { weight: 1, arbitrary: fc.constantFrom('repeated', 'missing', 'garbage') },
    ),
  });
}

function schemaOf(schema: z.ZodType | undefined): Schema | undefined {
  return schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema);
}

function partly(schema: Schema | undefined, ids: KnownIds): fc.Arbitrary<unknown> {
  if (schema === undefined)
    return fc.oneof(
      { weight: 9, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constant({ unknownField: '1' }) },
    );
  const sound = fitting(schema, ids);
  return fc.oneof({ weight: 4, arbitrary: sound }, { weight: 1, arbitrary: sound.chain(spoilt) });
}

function bodyFor(schema: Schema | undefined, ids: KnownIds): fc.Arbitrary<string | undefined> {
  const sound = schema === undefined ? fc.constant(undefined) : fitting(schema, ids);
  const json = fc.oneof(
    { weight: 3, arbitrary: sound },
    { weight: 5, arbitrary: sound.chain(spoilt) },
    { weight: 1, arbitrary: strangeValues },
  );
  return fc.oneof(
    { weight: 20, arbitrary: json.map((value) => (value === undefined ? undefined : JSON.stringify(value))) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{',
        '[1,',
        'null',
        '"\\ud800"',
        '['.repeat(5_000),
        '{"a":1e999}',
        'x'.repeat(70_000),
      ),
    },
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function addressOf(path: string, params: Record<string, unknown>): string {
  return `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => inAddress(params[name]))}`;
}

function queryOf(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${inAddress(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function inAddress(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.toWellFormed().slice(0, 2_000));
}
