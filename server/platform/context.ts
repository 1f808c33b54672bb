import pg from 'pg';
import { isUuid, type Uuid } from './ids.ts';

/**
 * On whose behalf a transaction runs. Two login roles, neither of which can step around row-level security:
 * requests come in as `app`, jobs run as `worker`.
 */
export type Context = AppContext | VisitorContext | SessionContext | WorkerContext;

/** For the audit log; see `Origin`. */
interface Traced {
  readonly traceId?: string | undefined;
}

/** A known person (or, with `personId: null`, the employer itself: set-up, seeding). */
export interface AppContext extends Traced {
  readonly role: 'app';
  readonly employerId: Uuid<'employer'>;
  readonly personId: Uuid<'person'> | null;
  readonly now: Date;
}

/** Somebody at the door: no employer, no person. Sees nothing until `tx.enter(…)`. */
export interface VisitorContext extends Traced {
  readonly role: 'app';
  readonly visitor: true;
  readonly now: Date;
}

/** Whoever holds this session; the database finds out who that is in the same round trip as `begin`. */
export interface SessionContext extends Traced {
  readonly role: 'app';
  /** SHA-256 of the session token, in hexadecimals. */
  readonly sessionHash: string;
  readonly now: Date;
}

export interface WorkerContext extends Traced {
  readonly role: 'worker';
  readonly employerId: Uuid<'employer'>;
  readonly now: Date;
  /** The job that acts; the audit log names it instead of a person. */
  readonly jobKind?: string | undefined;
}

/** Functions of later modules that the platform calls by name; `app.ts` fills them in. */
export interface ContextFunctions {
  /** `(person uuid, now timestamptz) returns uuid[]`: everything that this person is on a dossier. */
  readonly granteesOf?: string;
  /** `(token_hash text, now timestamptz) returns table (person_id, employer_id, session_id, …)`; sets the context. */
  readonly enterSession?: string;
}

/** The statements that open a transaction, as one simple query: one round trip. `expected`: what a session must look like. */
export function openingStatements(context: Context, functions: ContextFunctions, expected?: string): string {
  if ('sessionHash' in context) return `begin; ${sessionEntrance(context, functions, expected)}`;
  if ('visitor' in context) return `begin; ${entrance('', '', context.now)}`;
  const person = context.role === 'app' ? context.personId : null;
  return `begin; ${personEntrance(context.employerId, person, context.now, functions)}`;
}

export function personEntrance(
  employerId: string,
  personId: string | null,
  now: Date,
  functions: ContextFunctions,
): string {
  const settings = entrance(uuid(employerId), personId === null ? '' : uuid(personId), now);
  if (personId === null || functions.granteesOf === undefined) return settings;
  const grantees = `coalesce(${functions.granteesOf}('${uuid(personId)}', '${now.toISOString()}')::text, '{}')`;
  return `${settings}; select set_config('app.grantees', ${grantees}, true)`;
}

function sessionEntrance(context: SessionContext, functions: ContextFunctions, expected?: string): string {
  if (functions.enterSession === undefined) throw new Error('No function was given that enters a session');
  if (!/^[0-9a-f]{64}$/.test(context.sessionHash)) throw new Error('A session hash is 64 hexadecimals');
  const entered = `${functions.enterSession}('${context.sessionHash}', '${context.now.toISOString()}')`;
  if (expected === undefined) return `select s.*, s::text as as_text from ${entered} s`;
  return `select platform.expect((select s::text from ${entered} s), ${pg.escapeLiteral(expected)})`;
}

function entrance(employerId: string, personId: string, now: Date): string {
  return (
    `select set_config('app.employer', '${employerId}', true), set_config('app.person', '${personId}', true), ` +
    `set_config('app.now', '${now.toISOString()}', true), set_config('app.grantees', '{}', true)`
  );
}

/** These go into the statement as literals: nothing but a well-formed uuid may pass. */
function uuid(text: string): string {
  if (!isUuid(text)) throw new Error('Not a lower-case uuid in the context of a transaction');
  return text;
}
