import { newId, type Uuid } from '../ids.ts';
import type { Facts } from '../tx.ts';

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

/** Who did it, on whose behalf and from where; known by the transaction, never said by the use case. */
export interface AuditActor {
  readonly employerId: string;
  readonly personId: string | null;
  readonly sessionId?: string | null | undefined;
  /** Set when a job acts: then no person does. */
  readonly jobKind?: string | null | undefined;
  /** The trace id of the request or the job. */
  readonly origin?: string | null | undefined;
}

export interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

const INSERT = `insert into platform.audit_entry
  (id, employer_id, at, actor_kind, person_id, session_id, job_kind, action, object_kind, object_id, incident_id, result, origin, detail)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** A statement nobody waits for: it joins the transaction that it tells about, unchained and without any lock. */
export function auditStatement(entry: NewAuditEntry, actor: AuditActor, now: Date): Statement {
  const jobKind = actor.jobKind ?? null;
  const personId = jobKind === null ? actor.personId : null;
  return {
    sql: INSERT,
    values: [
      newId(),
      actor.employerId,
      now,
      actorKind(jobKind, personId),
      personId,
      actor.sessionId ?? null,
      jobKind,
      entry.action,
      entry.objectKind,
      entry.objectId,
      entry.incidentId ?? null,
      entry.result ?? 'done',
      actor.origin ?? null,
      JSON.stringify(entry.detail ?? {}),
    ],
  };
}

function actorKind(jobKind: string | null, personId: string | null): 'job' | 'person' | 'visitor' {
  if (jobKind !== null) return 'job';
  return personId === null ? 'visitor' : 'person';
}
