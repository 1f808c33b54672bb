import { newId, type Uuid } from '../ids.ts';
import type { Facts, Tx } from '../tx.ts';
import type { Vault } from '../vault/index.ts';
import { type Template, templates } from './templates.ts';

export interface NewNotification {
  readonly personId: Uuid<'person'>;
  readonly template: Template;
  readonly incidentId?: Uuid<'incident'> | undefined;
  /** Also by text message, and past everything that makes a phone wait. */
  readonly urgent: boolean;
  /** Ids and codes; of these only `dueAt` (a moment) and `count` are ever said. */
  readonly data?: Facts | undefined;
}

/** How modules ask for it, so that their tests can listen instead. */
export type Notify = (tx: Tx, notification: NewNotification) => Promise<void>;

export const DELIVER = 'notification-deliver';

const INSERT = `insert into platform.notification
  (id, employer_id, person_id, template, incident_id, is_urgent, is_listed, data, sealed_secret, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/**
 * Tells a person something, on every channel that reaches them. Nothing leaves the house before the transaction commits;
 * it costs this transaction no round trip.
 */
export async function notify(tx: Tx, notification: NewNotification): Promise<void> {
  await write(tx, newId(), notification, null);
}

/**
 * `secret` is a code, or the path of a link ("/uitnodiging/…"), that only the receiver may see. It is kept sealed until
 * the mail has gone out, and then no longer.
 */
export async function notifyWithSecret(
  tx: Tx,
  vault: Pick<Vault, 'forEmployer'>,
  notification: NewNotification,
  secret: string,
): Promise<void> {
  const id = newId();
  await write(tx, id, notification, (await vault.forEmployer(tx)).seal(secretField(id), secret));
}

async function write(tx: Tx, id: string, notification: NewNotification, sealedSecret: Buffer | null): Promise<void> {
  const { personId, template, incidentId, urgent, data = {} } = notification;
  const { isListed } = templates[template];
  tx.later(INSERT, [
    id,
    tx.employerId,
    personId,
    template,
    incidentId ?? null,
    urgent,
    isListed,
    JSON.stringify(data),
    sealedSecret,
    tx.now,
  ]);
  await tx.enqueue({ kind: DELIVER, runAt: tx.now, incidentId, data: { notificationId: id } });
  if (isListed) tx.publish({ topic: 'notifications', id, personIds: [personId] });
}

export function secretField(notificationId: string): string {
  return `notification ${notificationId}`;
}
