import type { FieldError, Problem as ProblemBody } from '../../contract/problem.ts';

/** `unreachable` is the network: nobody said no, and the same request may be sent again. */
export type ProblemKind =
  | 'invalid'
  | 'refused'
  | 'absent'
  | 'forbidden'
  | 'signed-out'
  | 'too-many'
  | 'broken'
  | 'unreachable';

const kindByStatus: Readonly<Record<number, ProblemKind>> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'forbidden',
  404: 'absent',
  409: 'refused',
  412: 'refused',
  413: 'invalid',
  429: 'too-many',
};

const withoutServer = {
  nl: 'We konden de server niet bereiken. Wat je typte staat er nog.',
  en: 'We could not reach the server. What you typed is still here.',
};

/** Everything that is not a success, with its sentence in both languages. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  /** Why, for the screen that knows what to do about it: `aftercare-still-open`. */
  readonly code: string;
  readonly nl: string;
  readonly en: string;
  /** To be told to whoever looks into it. */
  readonly reference: string | undefined;
  readonly errors: readonly FieldError[];
  readonly facts: NonNullable<ProblemBody['facts']>;

  private constructor(kind: ProblemKind, body: Pick<ProblemBody, 'code' | 'nl' | 'en'> & Partial<ProblemBody>) {
    super(body.code);
    this.kind = kind;
    this.code = body.code;
    this.nl = body.nl;
    this.en = body.en;
    this.reference = kind === 'broken' ? body.traceId : undefined;
    this.errors = body.errors ?? [];
    this.facts = body.facts ?? {};
  }

  static unreachable(): Problem {
    return new Problem('unreachable', { code: 'unreachable', ...withoutServer });
  }

  /** Also when something between us and the server answers, such as a proxy that has lost it. */
  static async from(response: Response): Promise<Problem> {
    const kind = kindByStatus[response.status] ?? 'broken';
    const body: unknown = await response.json().catch(() => null);
    if (isProblemBody(body)) return new Problem(kind, body);
    return response.status >= 502 ? Problem.unreachable() : new Problem('broken', { code: 'broken', ...withoutServer });
  }
}

function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'nl' in body && 'en' in body;
}

/** `/people/0/name` → `people-0-name`: the id of the field, and so the anchor in the error summary. */
export function fieldIdOf(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '-');
}
