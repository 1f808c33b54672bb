import { newId } from '../ids.ts';
import type { Tx } from '../tx.ts';
import type { Vault } from '../vault/index.ts';
import type { Handover } from './carriers.ts';
import type { Notice } from './message.ts';
import { secretField } from './notify.ts';
import { type Channel, isTemplate } from './templates.ts';

/** A stored notification, with its secret opened. */
export interface Delivery extends Notice {
  readonly notificationId: string;
  readonly personId: string;
  readonly isUrgent: boolean;
}

interface Row {
  readonly personId: string;
  readonly template: string;
  readonly incidentId: string | null;
  readonly isUrgent: boolean;
  readonly data: Notice['data'];
  readonly sealedSecret: Buffer | null;
}

/** Undefined when there is nothing left to send: gone, or of a template that this version no longer knows. */
export async function findDelivery(tx: Tx, vault: Vault, notificationId: string): Promise<Delivery | undefined> {
  const row = await tx.maybeRow<Row>(
    `select person_id as "personId", template, incident_id as "incidentId", is_urgent as "isUrgent", data,
       sealed_secret as "sealedSecret"
     from platform.notification where id = $1`,
    [notificationId],
  );
  if (row === undefined || !isTemplate(row.template)) return undefined;
  const { sealedSecret, template, ...rest } = row;
  const secret =
    sealedSecret === null ? undefined : (await vault.forEmployer(tx)).open(secretField(notificationId), sealedSecret);
  return { ...rest, template, notificationId, secret };
}

/** A job that is done again finds that its message went out already. */
export async function isDelivered(
  tx: Tx,
  notificationId: string,
  channel: Channel,
  subscriptionId: string | null = null,
): Promise<boolean> {
  const rows = await tx.rows(
    `select from platform.delivery
     where notification_id = $1 and channel = $2 and subscription_id is not distinct from $3`,
    [notificationId, channel, subscriptionId],
  );
  return rows.length > 0;
}

export async function recordHandover(
  tx: Tx,
  {
    notificationId,
    channel,
    subscriptionId = null,
  }: { notificationId: string; channel: Channel; subscriptionId?: string | null },
  handover: Handover,
): Promise<void> {
  await tx.execute(
    `insert into platform.delivery
       (id, employer_id, notification_id, channel, subscription_id, state, reason, handed_over_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      newId(),
      tx.employerId,
      notificationId,
      channel,
      subscriptionId,
      handover.state,
      handover.state === 'failed' ? handover.reason : null,
      tx.now,
    ],
  );
}

/** Once the mail is out, nobody needs our copy of the code in it. */
export async function forgetSecret(tx: Tx, notificationId: string): Promise<void> {
  await tx.execute(
    'update platform.notification set sealed_secret = null where id = $1 and sealed_secret is not null',
    [notificationId],
  );
}

export async function recordPushReceipt(tx: Tx, subscriptionId: string): Promise<void> {
  await tx.execute(
    `update platform.delivery set state = 'received', received_at = $2
     where subscription_id = $1 and channel = 'push' and state = 'handed_over'`,
    [subscriptionId, tx.now],
  );
  await tx.execute('update platform.push_subscription set last_receipt_at = $2 where id = $1', [
    subscriptionId,
    tx.now,
  ]);
}

export async function recordTextReceipt(tx: Tx, notificationId: string, isDelivered: boolean): Promise<void> {
  await tx.execute(
    `update platform.delivery set state = $2, reason = $3, received_at = $4
     where notification_id = $1 and channel = 'sms' and state <> 'received'`,
    [
      notificationId,
      isDelivered ? 'received' : 'failed',
      isDelivered ? null : 'not-delivered',
      isDelivered ? tx.now : null,
    ],
  );
}
