import { newId, type Uuid } from '../ids.ts';
import type { Facts, Tx } from '../tx.ts';

/** What somebody did or saw. Ids and codes only: an entry outlives the dossier it tells about. */
export interface NewAuditEntry {
  /** Object and past tense, kebab-case: `incident-read`. */
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly incidentId?: Uuid<'incident'> | undefined;
  readonly result?: 'done' | 'refused' | undefined;
  readonly detail?: Facts | undefined;
}

const INSERT = `insert into platform.audit_entry
  (id, employer_id, at, actor_kind, person_id, session_id, job_kind, action, object_kind, object_id, incident_id, result, origin, detail)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/**
 * Joins the transaction that it tells about, unchained and without any lock, in the same burst as the commit.
 * Who did it and from where is known by the transaction, never said by the use case.
 */
export function recordAudit(tx: Tx, entry: NewAuditEntry): void {
  const { traceId, sessionId, jobKind } = tx.origin;
  const actorKind = jobKind !== null ? 'job' : tx.personId === null ? 'visitor' : 'person';
  tx.alongside(INSERT, [
    newId(),
    tx.employerId,
    tx.now,
    actorKind,
    tx.personId,
    sessionId,
    jobKind,
    entry.action,
    entry.objectKind,
    entry.objectId,
    entry.incidentId ?? null,
    entry.result ?? 'done',
    traceId,
    JSON.stringify(entry.detail ?? {}),
  ]);
}
