import type { NewAuditEntry } from './audit/record.ts';
import type { Uuid } from './ids.ts';

/** Ids and codes only: what stands here is readable by whoever reads the database. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export interface NewEvent {
  /** Past tense, kebab-case: `incident-reported`. */
  readonly name: string;
  readonly incidentId?: Uuid<'incident'> | undefined;
  readonly data: Facts;
}

export interface NewJob {
  readonly kind: string;
  /** On the one clock; it never runs earlier. */
  readonly runAt: Date;
  /** Unique while pending: a second job with the same key is not added. */
  readonly key?: string | undefined;
  readonly incidentId?: Uuid<'incident'> | undefined;
  /** The employer of the transaction when absent. Only a job of the house may name another. */
  readonly employerId?: Uuid<'employer'> | undefined;
  readonly data: Facts;
}

/** What changed, never how: the page asks again, with its own rights. */
export interface LiveMessage {
  /** `sessions`: some of these people's sessions ended; their streams end at once. */
  readonly topic: 'incident' | 'tasks' | 'notifications' | 'sessions';
  readonly id: string;
  /** Who may hear it. Without, everybody of the employer. */
  readonly personIds?: readonly string[] | undefined;
}

/** Where this work came from, for the record of who did what. */
export interface Origin {
  /** The same in the log lines, the problem answer and the audit entries of one request or job. */
  readonly traceId: string | null;
  readonly sessionId: string | null;
  readonly jobKind: string | null;
}

/** One transaction, within its context. Everything asked of it happens together or not at all. */
export interface Tx {
  readonly now: Date;
  readonly employerId: Uuid<'employer'>;
  readonly personId: Uuid<'person'> | null;
  readonly origin: Origin;
  rows<R>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** Exactly one row; throws `Absent` when there is none. */
  row<R>(sql: string, values?: readonly unknown[]): Promise<R>;
  /** As `row`, for one of our own functions in the database: prepared once per connection, as its plan fits everybody. */
  call<R>(sql: string, values: readonly unknown[]): Promise<R>;
  maybeRow<R>(sql: string, values?: readonly unknown[]): Promise<R | undefined>;
  /** How many rows it changed. */
  execute(sql: string, values?: readonly unknown[]): Promise<number>;
  /**
   * A statement whose outcome nobody in this transaction waits for: it is sent together with the commit and costs no
   * round trip of its own. Its text is prepared once per connection, so no lists under a policy here: writes only.
   */
  later(sql: string, values?: readonly unknown[]): void;
  /**
   * As `later`, for an insert at whose rows no other statement of this transaction looks, policies included:
   * it is joined with the others of its kind into one statement.
   */
  alongside(sql: string, values: readonly unknown[]): void;
  recordEvent(event: NewEvent): Promise<void>;
  enqueue(job: NewJob): Promise<void>;
  recordAudit(entry: NewAuditEntry): Promise<void>;
  /** Tells the open pages after the commit. */
  publish(message: LiveMessage): void;
  /** A visitor becomes somebody (sign-in); from here on the policies look at this person. */
  enter(employerId: Uuid<'employer'>, personId: Uuid<'person'> | null): Promise<void>;
  /** Runs after the commit succeeded; never after a rollback. */
  afterCommit(work: () => void): void;
}
