import path from 'node:path';
import { parseArgs } from 'node:util';

export type ProgramRole = 'both' | 'web' | 'worker';
export type Demo = 'small' | 'large' | 'none';

/** Everything that the outside decides, read once, at the start. */
export interface Environment {
  readonly port: number;
  /** Loopback by default: a demonstration in which one can step in as anybody is nothing for the whole network. */
  readonly host: string;
  /** How people reach us, for links in messages and for passkeys. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly databaseWorkerUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly role: ProgramRole;
  readonly demo: Demo;
  /** False while developing: then vite serves the web client. */
  readonly servesClient: boolean;
  readonly hasTestClock: boolean;
  readonly logLevel: string;
}

/** The person who starts the program made a mistake; the message is all they need to see. */
export class EnvironmentProblem extends Error {
  override readonly name = 'EnvironmentProblem';
}

type Variables = Readonly<Record<string, string | undefined>>;

export function readEnvironment(variables: Variables, args: readonly string[]): Environment {
  const options = readOptions(args);
  const port = readPort(variables.PORT);
  if (options.empty && options.demo) throw new EnvironmentProblem('--empty and --demo exclude each other.');
  return {
    port,
    host: variables.HOST || 'localhost',
    publicUrl: (variables.PUBLIC_URL || `http://localhost:${port}`).replace(/\/$/, ''),
    dataDir: path.resolve(variables.DATA_DIR || './data'),
    databaseUrl: variables.DATABASE_URL || undefined,
    databaseAppUrl: variables.DATABASE_APP_URL || undefined,
    databaseWorkerUrl: variables.DATABASE_WORKER_URL || undefined,
    smtpUrl: variables.SMTP_URL || undefined,
    role: oneOf('--role', options.role ?? 'both', ['both', 'web', 'worker']),
    demo: options.empty ? 'none' : oneOf('--demo', options.demo ?? 'small', ['small', 'large']),
    servesClient: !options['without-client'],
    hasTestClock: variables.RUGDEKKING_TEST_CLOCK === '1',
    logLevel: variables.LOG_LEVEL || 'info',
  };
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        role: { type: 'string' },
        demo: { type: 'string' },
        empty: { type: 'boolean' },
        'without-client': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new EnvironmentProblem(error instanceof Error ? error.message : String(error));
  }
}

function readPort(text: string | undefined): number {
  const port = Number(text || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new EnvironmentProblem(`PORT must be a number between 1 and 65535, not "${text}".`);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((choice) => choice === value);
  if (found) return found;
  throw new EnvironmentProblem(`${name} must be one of ${allowed.join(', ')}, not "${value}".`);
}
