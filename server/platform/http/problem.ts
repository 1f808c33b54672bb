import type { FieldError, Problem, Sentence } from '../../../contract/problem.ts';
import type { Facts } from '../tx.ts';

interface Kind extends Sentence {
  readonly status: number;
  readonly title: string;
}

/** Everything that can go wrong before or beside the rules of the work itself. */
const kinds = {
  'invalid-input': {
    status: 400,
    title: 'Invalid input',
    nl: 'Er klopt iets niet. Kijk de velden na.',
    en: 'Something is not right. Check the fields.',
  },
  'malformed-json': {
    status: 400,
    title: 'Malformed JSON',
    nl: 'We kunnen dit verzoek niet lezen.',
    en: 'We cannot read this request.',
  },
  'malformed-address': {
    status: 400,
    title: 'Malformed address',
    nl: 'Dit adres klopt niet.',
    en: 'This address is not right.',
  },
  'key-missing': {
    status: 400,
    title: 'Idempotency-Key missing',
    nl: 'Er ontbreekt een kenmerk bij dit verzoek.',
    en: 'This request has no Idempotency-Key.',
  },
  'session-ended': {
    status: 401,
    title: 'No session',
    nl: 'Je bent niet meer ingelogd. Log opnieuw in.',
    en: 'You are no longer signed in. Sign in again.',
  },
  forbidden: { status: 403, title: 'Forbidden', nl: 'Dit mag jij niet doen.', en: 'You may not do this.' },
  'other-site': {
    status: 403,
    title: 'Request from another site',
    nl: 'Dit verzoek komt van een andere site.',
    en: 'This request comes from another site.',
  },
  absent: {
    status: 404,
    title: 'Not found',
    nl: 'Dit bestaat niet, of het is niet voor jou.',
    en: 'This does not exist, or it is not for you.',
  },
  'wrong-method': {
    status: 405,
    title: 'Method not allowed',
    nl: 'Dit kan niet op dit adres.',
    en: 'This cannot be done at this address.',
  },
  'key-reused': {
    status: 409,
    title: 'Idempotency-Key reused',
    nl: 'Dit kenmerk hoort bij een ander verzoek.',
    en: 'This Idempotency-Key belongs to another request.',
  },
  'too-large': {
    status: 413,
    title: 'Too large',
    nl: 'Dit is te groot om te versturen.',
    en: 'This is too large to send.',
  },
  'wrong-content-type': {
    status: 415,
    title: 'Unsupported content type',
    nl: 'Stuur dit als JSON.',
    en: 'Send this as JSON.',
  },
  broken: {
    status: 500,
    title: 'Something broke',
    nl: 'Er ging iets mis bij ons. Probeer het zo nog eens.',
    en: 'Something went wrong on our side. Try again soon.',
  },
  away: {
    status: 503,
    title: 'Unavailable for a moment',
    nl: 'We zijn er even niet. Probeer het zo nog eens.',
    en: 'We are away for a moment. Try again soon.',
  },
} satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof kinds;

/** A failure that knows how it must be answered. Thrown at the edge only; the rules return a value. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[] | undefined;

  constructor(
    code: ProblemCode,
    more: {
      readonly errors?: readonly FieldError[];
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, { cause: more.cause });
    this.code = code;
    this.errors = more.errors;
  }
}

export function problemOf(code: ProblemCode, traceId: string, errors?: readonly FieldError[]): Problem {
  const { status, title, nl, en } = kinds[code];
  const problem: Problem = { type: typeOf(code), title, status, detail: en, code, nl, en, traceId };
  return errors === undefined ? problem : { ...problem, errors: [...errors] };
}

export function refusalOf(code: string, sentence: Sentence, traceId: string, facts?: Facts): Problem {
  const { nl, en } = sentence;
  const problem = { type: typeOf(code), title: 'Refused', status: 409, detail: en, code, nl, en, traceId };
  return facts === undefined ? problem : { ...problem, facts };
}

/** A name, not an address to fetch: a problem must be readable without the network. */
function typeOf(code: string): string {
  return `urn:rugdekking:problem:${code}`;
}
