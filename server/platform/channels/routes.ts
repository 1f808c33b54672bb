import * as contract from '../../../contract/notifications.ts';
import { Absent } from '../failures.ts';
import { type Route, refuse, route } from '../http/route.ts';
import type { Keys } from '../keys.ts';
import type { Tx } from '../tx.ts';
import type { Vault } from '../vault/index.ts';
import { DEVICE_TAKEN_OVER, PUSH_RECEIVED, SMS_REPORTED } from './deliver.ts';
import { countUnread, listMine, markAllRead, markRead } from './notification-list.ts';
import type { Postbox, PostboxMessage } from './postbox.ts';
import { type ReceiptKind, type ReceiptOf, readReceipt, receiptFor } from './receipts.ts';
import { subscribe, unsubscribe } from './subscriptions.ts';
import type { PushCarrier } from './web-push.ts';

export interface RouteNeeds {
  readonly keys: Keys;
  readonly vault: Vault;
  readonly push: PushCarrier;
  readonly postbox: Postbox;
  /** Of the town that everybody may step into; undefined where this is no demonstration. */
  readonly findDemonstrationEmployer: (tx: Tx) => Promise<string | undefined>;
}

export const channelRefusals = {
  'push-service-unknown': {
    nl: 'Deze browser werkt niet met onze meldingen. Je krijgt wel een e-mail.',
    en: 'This browser does not work with our notifications. You still get an e-mail.',
  },
};

export function channelRoutes(needs: RouteNeeds): Route[] {
  return [...appRoutes(), ...deviceRoutes(needs), ...receiptRoutes(needs.keys), ...postboxRoutes(needs)];
}

function appRoutes(): Route[] {
  return [
    route(contract.listNotifications, ({ tx, query }) => listMine(tx, query.cursor, query.limit)),
    route(contract.countUnreadNotifications, async ({ tx }) => ({ unreadCount: await countUnread(tx) })),
    route(contract.markNotificationRead, async ({ tx, params: { notificationId } }) => ({
      notificationId,
      readAt: (await markRead(tx, notificationId)).toISOString(),
    })),
    route(contract.markAllNotificationsRead, async ({ tx }) => ({ readCount: await markAllRead(tx) })),
  ];
}

function deviceRoutes({ keys, vault, push }: RouteNeeds): Route[] {
  return [
    route(contract.getPushKey, async () => ({ publicKey: keys.vapid.publicKey })),
    route(contract.subscribeToPush, async ({ tx, body: { deviceId, ...address } }) => {
      if (!push.isKnown(address.endpoint)) return refuse('push-service-unknown');
      const subscriptionId = await subscribe(tx, vault, address, deviceId);
      await tx.enqueue({ kind: DEVICE_TAKEN_OVER, runAt: tx.now, data: { subscriptionId } });
      return { subscriptionId, receipt: receiptFor(keys, 'push', { employerId: tx.employerId, id: subscriptionId }) };
    }),
    route(contract.unsubscribeFromPush, async ({ tx, params: { subscriptionId } }) => {
      if (!(await unsubscribe(tx, subscriptionId))) throw new Absent('push subscription');
      return { subscriptionId };
    }),
  ];
}

function receiptRoutes(keys: Keys): Route[] {
  /** The seal in the receipt is what lets a visitor in, as far as this one job. */
  async function enter(tx: Tx, kind: ReceiptKind, receipt: string): Promise<ReceiptOf> {
    const of = readReceipt(keys, kind, receipt);
    if (of === undefined) throw new Absent('receipt');
    await tx.enter(of.employerId, null);
    return of;
  }
  return [
    route(contract.confirmPush, async ({ tx, body }) => {
      const { id } = await enter(tx, 'push', body.receipt);
      await tx.enqueue({
        kind: PUSH_RECEIVED,
        runAt: tx.now,
        key: `${PUSH_RECEIVED}:${id}`,
        data: { subscriptionId: id },
      });
      return {};
    }),
    route(contract.confirmTextMessage, async ({ tx, body }) => {
      const { id } = await enter(tx, 'sms', body.reference);
      const isDelivered = body.status === 'delivered';
      const key = `${SMS_REPORTED}:${id}:${body.status}`;
      await tx.enqueue({ kind: SMS_REPORTED, runAt: tx.now, key, data: { notificationId: id, isDelivered } });
      return {};
    }),
  ];
}

function postboxRoutes({ postbox, findDemonstrationEmployer }: RouteNeeds): Route[] {
  async function enter(tx: Tx): Promise<void> {
    const employerId = await findDemonstrationEmployer(tx);
    if (employerId === undefined) throw new Absent('demonstration');
    await tx.enter(employerId, null);
  }
  const row = ({ text: _, arrivedAt, ...rest }: PostboxMessage) => ({ ...rest, arrivedAt: arrivedAt.toISOString() });
  return [
    route(contract.listPostbox, async ({ tx, query }) => {
      await enter(tx);
      const { page, next } = await postbox.list(tx, query.cursor, query.limit);
      return { messages: page.map(row), next };
    }),
    route(contract.getPostboxMessage, async ({ tx, params }) => {
      await enter(tx);
      const message = await postbox.get(tx, params.messageId);
      return { ...row(message), text: message.text };
    }),
  ];
}
