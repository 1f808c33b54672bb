import { Absent, DatabaseAway, Forbidden, SessionEnded } from '../failures.ts';
import { HttpFailure, type ProblemCode } from './problem.ts';

/** What the edge makes of a failure. Only `broken` is a surprise; the others are answers. */
export function asHttpFailure(cause: unknown): HttpFailure {
  if (cause instanceof HttpFailure) return cause;
  return new HttpFailure(codeFor(cause), { cause });
}

function codeFor(cause: unknown): ProblemCode {
  if (cause instanceof SessionEnded) return 'session-ended';
  if (cause instanceof Absent) return 'absent';
  if (cause instanceof Forbidden) return 'forbidden';
  if (cause instanceof DatabaseAway) return 'away';
  return byCode[errorCode(cause)] ?? 'broken';
}

const byCode: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_BAD_URL: 'malformed-address',
  FST_ERR_MAX_PARAM_LENGTH: 'malformed-address',
  FST_ERR_ASYNC_CONSTRAINT: 'malformed-address',
  FST_ERR_NOT_FOUND: 'absent',
  // PostgreSQL: a value that no column can hold. The schemas should have said so first, with the field.
  '22003': 'invalid-input',
  '22008': 'invalid-input',
  '22021': 'invalid-input',
  '22P02': 'invalid-input',
  '22P05': 'invalid-input',
  // PostgreSQL: somebody else holds the row, or the statement took too long.
  '55P03': 'away',
  '57014': 'away',
};

function errorCode(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return '';
  return typeof cause.code === 'string' ? cause.code : '';
}

/** Belongs in the log: something broke, or the database refused a value that the schema had let through. */
export function isSurprise({ code, cause }: HttpFailure): boolean {
  return code === 'broken' || code === 'away' || (code === 'invalid-input' && cause !== undefined);
}
