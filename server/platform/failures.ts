/** Not there, or not for these eyes: the two are deliberately one. Answered 404. */
export class Absent extends Error {
  override readonly name = 'Absent';
  constructor(what = 'row') {
    super(`Absent: ${what}`);
  }
}

/** Known to exist, but not for this person. Answered 403. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/** No session, or no longer one. Answered 401. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}

/** The database cannot be reached now; the same request may be sent again. Answered 503. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

/** Somebody else finished this attempt of the job: nothing of it may be kept. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}

const COLLISIONS = new Set(['40001', '40P01']);

/** Two transactions in each other's way: the same work may simply be done again. */
export function isCollision(cause: unknown): boolean {
  return COLLISIONS.has(codeOf(cause) ?? '');
}

const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** The session is not what it was the last time: it ended, or its roles changed. Everything that was sent along is undone. */
export class SessionChanged extends Error {
  override readonly name = 'SessionChanged';
}

/** Raised by platform.expect. */
export function isSessionChanged(cause: unknown): boolean {
  return codeOf(cause) === 'RD001';
}

/** The connection broke or could not be made. */
export function isConnectionLoss(cause: unknown): boolean {
  const code = codeOf(cause);
  if (code !== undefined) return LOST.has(code) || code.startsWith('08');
  return (
    cause instanceof Error &&
    /connection terminated|connection error|timeout exceeded when trying to connect|timeout expired/i.test(
      cause.message,
    )
  );
}
