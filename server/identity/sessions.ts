import type { AnswerOf } from '../../contract/endpoint.ts';
import type { listSessions, SignInMethod } from '../../contract/identity.ts';
import { type Asker, type Headers, newId, type Session, type Tx } from '../platform/index.ts';
import { deviceOf } from './device.ts';
import { hashOf, newToken } from './secrets.ts';

const hour = 60 * 60 * 1000;

/** A session ends when nothing happened for `idle`, and after `whole` in any case: a working day. */
const limits = { idle: 4 * hour, whole: 12 * hour };
/** Whoever shows the demonstration moves the clock by days. */
const demonstrationLimits = { idle: 14 * 24 * hour, whole: 30 * 24 * hour };
/** Whoever came by a link is at a device of their own, or at anybody's. */
const guestLimits = { idle: hour, whole: 4 * hour };

function limitsOf(method: SignInMethod) {
  if (method === 'demonstration') return demonstrationLimits;
  return method === 'guest_link' ? guestLimits : limits;
}

export interface NewSession {
  readonly personId: string;
  readonly method: SignInMethod;
  /** Whether a second factor or a passkey was shown just now. */
  readonly isProven: boolean;
  /** When it ends in any case, if that is sooner than usual. */
  readonly until?: Date;
}

/** The transaction has entered the employer already. The cookie goes out when it commits. */
export async function startSession(
  tx: Tx,
  { asker, headers }: { readonly asker: Asker; readonly headers: Headers },
  { personId, method, isProven, until }: NewSession,
): Promise<void> {
  await endSessionInHand(tx, asker);
  const { idle, whole } = limitsOf(method);
  const token = newToken();
  const sessionId = newId();
  const expiresAt = new Date(Math.min(tx.now.getTime() + whole, until?.getTime() ?? Number.POSITIVE_INFINITY));
  await tx.execute(
    `insert into identity.session (id, employer_id, person_id, token_hash, method, device, created_at, last_seen_at,
       idle_until, expires_at, second_factor_at)
     values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $7, $8, $9, $10)`,
    [
      sessionId,
      tx.employerId,
      personId,
      hashOf(token),
      method,
      deviceOf(asker.userAgent),
      tx.now,
      new Date(tx.now.getTime() + idle),
      expiresAt,
      isProven ? tx.now : null,
    ],
  );
  headers.startSession(token, Math.ceil((expiresAt.getTime() - tx.now.getTime()) / 1000));
  await tx.recordAudit({
    action: 'signed-in',
    objectKind: 'session',
    objectId: sessionId,
    detail: { personId, method },
  });
}

/** Whoever signs in over an open session leaves no second one behind on the same device. */
async function endSessionInHand(tx: Tx, { sessionHash }: Asker): Promise<void> {
  if (sessionHash === undefined) return;
  await tx.execute(
    `update identity.session set ended_at = $2 where token_hash = decode($1, 'hex') and ended_at is null`,
    [sessionHash, tx.now],
  );
}

export async function readSessions(tx: Tx, session: Session): Promise<AnswerOf<typeof listSessions>> {
  const rows = await tx.rows<{
    id: string;
    device: string;
    method: SignInMethod;
    createdAt: Date;
    lastSeenAt: Date;
    expiresAt: Date;
  }>(
    `select id, device, method, created_at as "createdAt", last_seen_at as "lastSeenAt",
       least(idle_until, expires_at) as "expiresAt"
     from identity.session
     where person_id = $1 and ended_at is null and idle_until > $2 and expires_at > $2
     order by last_seen_at desc, id`,
    [session.personId, tx.now],
  );
  return {
    sessions: rows.map((row) => ({
      ...row,
      isThisOne: row.id === session.sessionId,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    })),
  };
}

/** Only one's own: somebody else's is as absent as none. */
export async function endOneSession(tx: Tx, personId: string, sessionId: string): Promise<void> {
  await tx.row('select 1 from identity.session where id = $1 and person_id = $2', [sessionId, personId]);
  await tx.execute('update identity.session set ended_at = coalesce(ended_at, $2) where id = $1', [sessionId, tx.now]);
  tx.publish({ topic: 'sessions', id: sessionId, personIds: [personId] });
  await tx.recordAudit({ action: 'session-ended', objectKind: 'session', objectId: sessionId });
}

/** How many were ended. */
export async function endSessionsOf(tx: Tx, personId: string, exceptId: string | null = null): Promise<number> {
  const ended = await tx.execute(
    `update identity.session set ended_at = $2
     where person_id = $1 and ended_at is null and idle_until > $2 and expires_at > $2 and id is distinct from $3`,
    [personId, tx.now, exceptId],
  );
  if (ended > 0) {
    tx.publish({ topic: 'sessions', id: personId, personIds: [personId] });
    await tx.recordAudit({ action: 'sessions-ended', objectKind: 'person', objectId: personId, detail: { ended } });
  }
  return ended;
}
