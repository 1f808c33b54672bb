import type { PoolClient } from 'pg';
import { type NewAuditEntry, recordAudit } from './audit/record.ts';
import { joined, type Statement, statementName } from './burst.ts';
import { type ContextFunctions, personEntrance } from './context.ts';
import type { Subscriptions } from './events.ts';
import { Absent } from './failures.ts';
import { newId, type Uuid } from './ids.ts';
import type { LiveMessage, NewEvent, NewJob, Origin, Tx } from './tx.ts';

export interface Who {
  readonly employerId: string | null;
  readonly personId: string | null;
  readonly origin: Origin;
}

export interface TransactionParts {
  readonly subscriptions: Subscriptions;
  readonly functions: ContextFunctions;
  /** Told after each commit that added jobs, with the moment the first of them is due. */
  readonly onJobs: (earliest: number) => void;
  readonly onLive: (message: LiveMessage & { readonly employerId: string }) => void;
  /** Reads too are prepared once per connection. */
  readonly preparesReads: boolean;
}

/** A row as ADD_JOBS takes it. */
interface AddedJob {
  readonly job_id: string;
  readonly employer_id: string;
  readonly kind: string;
  readonly run_at: Date;
  readonly key: string | null;
  readonly incident_id: string | null;
  readonly order_key: string | null;
  readonly data: object;
}

const ADD_JOBS = `insert into platform.job (job_id, employer_id, kind, run_at, key, incident_id, order_key, data)
  select job_id, employer_id, kind, run_at, key, incident_id, order_key, data
  from jsonb_to_recordset($1::jsonb) as job(job_id uuid, employer_id uuid, kind text, run_at timestamptz, key text,
    incident_id uuid, order_key text, data jsonb)
  on conflict (employer_id, key) where key is not null do nothing`;

const ADD_EVENT = `insert into platform.event (event_id, employer_id, name, incident_id, person_id, data, happened_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;

/** The platform's own Tx. `finish` sends what was kept for later together with the commit. */
export class Transaction implements Tx {
  readonly now: Date;
  readonly origin: Origin;
  readonly refusedLooks: NewAuditEntry[] = [];
  readonly #client: PoolClient;
  readonly #parts: TransactionParts;
  readonly #later: Statement[] = [];
  readonly #alongside: Statement[] = [];
  readonly #jobs: AddedJob[] = [];
  readonly #afterCommit: (() => void)[] = [];
  #employerId: Uuid<'employer'> | null;
  #personId: Uuid<'person'> | null;
  #earliestJob = Number.POSITIVE_INFINITY;

  constructor(client: PoolClient, now: Date, who: Who, parts: TransactionParts) {
    this.#client = client;
    this.now = now;
    this.origin = who.origin;
    this.#employerId = who.employerId;
    this.#personId = who.personId;
    this.#parts = parts;
  }

  get employerId(): Uuid<'employer'> {
    if (this.#employerId === null) throw new Error('This transaction belongs to a visitor: no employer yet');
    return this.#employerId;
  }

  get personId(): Uuid<'person'> | null {
    return this.#personId;
  }

  async rows<R>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const result = await this.#client.query({ ...this.#preparation(sql), text: sql, values: values as unknown[] });
    return result.rows as R[];
  }

  async row<R>(sql: string, values: readonly unknown[] = []): Promise<R> {
    const found = await this.maybeRow<R>(sql, values);
    if (found === undefined) throw new Absent();
    return found;
  }

  async call<R>(sql: string, values: readonly unknown[]): Promise<R> {
    const { rows } = await this.#client.query({ name: statementName(sql), text: sql, values: values as unknown[] });
    const [first] = rows as R[];
    if (first === undefined) throw new Absent();
    return first;
  }

  async maybeRow<R>(sql: string, values: readonly unknown[] = []): Promise<R | undefined> {
    const [first] = await this.rows<R>(sql, values);
    return first;
  }

  async execute(sql: string, values: readonly unknown[] = []): Promise<number> {
    const result = await this.#client.query({ ...this.#preparation(sql), text: sql, values: values as unknown[] });
    return result.rowCount ?? 0;
  }

  later(sql: string, values: readonly unknown[] = []): void {
    // Jobs that were asked for before this statement also go before it.
    if (this.#jobs.length > 0) this.#later.push(this.#takeJobs());
    this.#later.push({ sql, values });
  }

  alongside(sql: string, values: readonly unknown[]): void {
    this.#alongside.push({ sql, values });
  }

  async recordEvent(event: NewEvent): Promise<void> {
    const eventId = newId();
    const data = JSON.stringify(event.data);
    const incidentId = event.incidentId ?? null;
    this.alongside(ADD_EVENT, [eventId, this.employerId, event.name, incidentId, this.#personId, data, this.now]);
    for (const job of this.#parts.subscriptions.jobsFor(eventId, event, this.#personId, this.now)) {
      this.#addJob({
        job_id: job.jobId,
        employer_id: this.employerId,
        kind: job.kind,
        run_at: this.now,
        key: null,
        incident_id: incidentId,
        order_key: job.orderKey,
        data: job.data,
      });
    }
  }

  async enqueue(job: NewJob): Promise<void> {
    this.#addJob({
      job_id: newId(),
      employer_id: job.employerId ?? this.employerId,
      kind: job.kind,
      run_at: job.runAt,
      key: job.key ?? null,
      incident_id: job.incidentId ?? null,
      order_key: null,
      data: job.data,
    });
  }

  async recordAudit(entry: NewAuditEntry): Promise<void> {
    if (entry.result === 'refused') this.refusedLooks.push(entry);
    recordAudit(this, entry);
  }

  publish(message: LiveMessage): void {
    const told = { ...message, employerId: this.employerId };
    this.afterCommit(() => this.#parts.onLive(told));
  }

  async enter(employerId: Uuid<'employer'>, personId: Uuid<'person'> | null): Promise<void> {
    await this.#client.query(personEntrance(employerId, personId, this.now, this.#parts.functions));
    this.#employerId = employerId;
    this.#personId = personId;
  }

  afterCommit(work: () => void): void {
    this.#afterCommit.push(work);
  }

  /** Sends what was kept for later and the commit in one burst: one write to the socket, one round trip. */
  async finish(): Promise<void> {
    if (this.#jobs.length > 0) this.#alongside.push(this.#takeJobs());
    const statements = [...this.#later, ...joined(this.#alongside)];
    const { stream } = this.#client.connection;
    stream.cork();
    const sent = statements.map(({ sql, values }) =>
      this.#client.query({ name: statementName(sql), text: sql, values: values as unknown[] }),
    );
    const committed = this.#client.query('commit');
    stream.uncork();
    const [commit] = await Promise.all([committed, ...sent]);
    // `commit` after a failed statement answers ROLLBACK and is no error to the driver.
    if (commit.command !== 'COMMIT') throw new Error('The transaction was rolled back by the database');
  }

  /** After the commit. */
  announce(): void {
    if (Number.isFinite(this.#earliestJob)) this.#parts.onJobs(this.#earliestJob);
    for (const work of this.#afterCommit) work();
  }

  #preparation(sql: string): { name?: string } {
    return this.#parts.preparesReads ? { name: statementName(sql) } : {};
  }

  #addJob(job: AddedJob): void {
    this.#earliestJob = Math.min(this.#earliestJob, job.run_at.getTime());
    this.#jobs.push(job);
  }

  /** All jobs so far, as one statement. */
  #takeJobs(): Statement {
    return { sql: ADD_JOBS, values: [JSON.stringify(this.#jobs.splice(0))] };
  }
}
