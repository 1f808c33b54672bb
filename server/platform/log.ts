import pino, { type Logger } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** Structured lines, written outside the request that caused them. */
export function openLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 1, sync: false }),
  );
}

export const silentLog: Log = pino({ level: 'silent' });

/**
 * What may be written about a failure. A database error repeats the values of the row it failed on, and a row may hold
 * a name or a story: of those only the codes and the place in our code are kept.
 */
export function describeFailure(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { failure: typeof cause };
  const { name, stack, message } = cause;
  const inner = cause.cause === undefined ? {} : { cause: describeFailure(cause.cause) };
  if (!isDatabaseError(cause)) return { name, message, stack: frames(stack), ...inner };
  const { code, table, constraint, routine } = cause;
  return { name: 'DatabaseError', code, table, constraint, routine, stack: frames(stack), ...inner };
}

interface DatabaseError extends Error {
  readonly code: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly routine?: string;
}

function isDatabaseError(cause: Error): cause is DatabaseError {
  return 'severity' in cause && 'code' in cause;
}

function frames(stack: string | undefined): string[] {
  return (stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
    .map((line) => line.trim());
}
