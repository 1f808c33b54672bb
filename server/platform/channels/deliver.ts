import type { Job, JobRegistry, OutsideNeeds } from '../jobs.ts';
import type { Facts, Tx } from '../tx.ts';
import type { Vault } from '../vault/index.ts';
import type { MailCarrier, TextCarrier } from './carriers.ts';
import {
  findDelivery,
  forgetSecret,
  isDelivered,
  recordHandover,
  recordPushReceipt,
  recordTextReceipt,
} from './deliveries.ts';
import { mailOf, textMessageOf } from './message.ts';
import { DELIVER } from './notify.ts';
import { findAddress, leaveDeviceTo, subscriptionsOf, unsubscribe } from './subscriptions.ts';
import { type Channel, templates } from './templates.ts';
import type { PushCarrier } from './web-push.ts';
import type { Language } from './words.ts';

/** Where a person can be reached; undefined for somebody who left. Known by whoever knows people. */
export type FindReachability = (tx: Tx, personId: string) => Promise<PersonReachability | undefined>;

export interface PersonReachability {
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language;
}

export interface DeliverNeeds {
  readonly vault: Vault;
  readonly publicUrl: string;
  readonly findReachability: FindReachability;
  readonly mail: MailCarrier;
  /** Absent where no gateway is set up and this is no demonstration: then nobody is texted. */
  readonly sms: TextCarrier | undefined;
  readonly push: PushCarrier;
}

const SEND = { email: 'send-email', sms: 'send-sms', push: 'send-push' } as const satisfies Record<Channel, string>;
export const PUSH_RECEIVED = 'push-received';
export const SMS_REPORTED = 'sms-reported';
export const DEVICE_TAKEN_OVER = 'push-device-taken-over';

/** Each channel is a job of its own: a mail server that is away never holds up a text message. */
export function handleDeliveries(registry: JobRegistry, needs: DeliverNeeds): void {
  registry.handle(DELIVER, (tx, job) => fanOut(tx, job, needs), { persistent: true });
  registry.handleOutside(SEND.email, (job, outside) => sendMail(job, outside, needs), { failures: 40 });
  registry.handleOutside(SEND.sms, (job, outside) => sendText(job, outside, needs), { failures: 12 });
  // A push message is stale after five minutes.
  registry.handleOutside(SEND.push, (job, outside) => sendPush(job, outside, needs), { failures: 8 });
  registry.handle(PUSH_RECEIVED, (tx, job) => recordPushReceipt(tx, idFrom(job.data, 'subscriptionId')));
  registry.handle(DEVICE_TAKEN_OVER, (tx, job) => leaveDeviceTo(tx, idFrom(job.data, 'subscriptionId')));
  registry.handle(SMS_REPORTED, (tx, job) =>
    recordTextReceipt(tx, idFrom(job.data, 'notificationId'), job.data.isDelivered === true),
  );
}

async function fanOut(tx: Tx, job: Job, needs: DeliverNeeds): Promise<void> {
  const notificationId = idFrom(job.data, 'notificationId');
  const delivery = await findDelivery(tx, needs.vault, notificationId);
  const reachability = delivery && (await needs.findReachability(tx, delivery.personId));
  if (delivery === undefined || reachability === undefined) return;
  const { channels } = templates[delivery.template];
  const send = (channel: Channel, data: Facts) =>
    tx.enqueue({ kind: SEND[channel], runAt: tx.now, incidentId: job.incidentId ?? undefined, data });
  if (channels.includes('push')) {
    for (const subscriptionId of await subscriptionsOf(tx, delivery.personId)) {
      await send('push', { notificationId, subscriptionId });
    }
  }
  if (channels.includes('sms') && delivery.isUrgent && reachability.phone !== null && needs.sms !== undefined) {
    await send('sms', { notificationId });
  }
  if (channels.includes('email') && reachability.email !== null) await send('email', { notificationId });
}

async function sendMail({ data }: Job, outside: OutsideNeeds, needs: DeliverNeeds): Promise<void> {
  const notificationId = idFrom(data, 'notificationId');
  const parcel = await outside.transact(async (tx) => {
    const found = await findReceiver(tx, notificationId, 'email', needs);
    if (found?.email == null) return undefined;
    const mail = mailOf(found.delivery, { language: found.language, now: tx.now, publicUrl: needs.publicUrl });
    return { notificationId, employerId: tx.employerId, personId: found.delivery.personId, to: found.email, mail };
  });
  if (parcel === undefined) return;
  const handover = await needs.mail.send(parcel, outside);
  await outside.transact(async (tx) => {
    await recordHandover(tx, { notificationId, channel: 'email' }, handover);
    await forgetSecret(tx, notificationId);
  });
}

async function sendText({ data }: Job, outside: OutsideNeeds, needs: DeliverNeeds): Promise<void> {
  const notificationId = idFrom(data, 'notificationId');
  const parcel = await outside.transact(async (tx) => {
    const found = await findReceiver(tx, notificationId, 'sms', needs);
    if (found?.phone == null) return undefined;
    const text = textMessageOf(found.delivery, { language: found.language, now: tx.now, publicUrl: needs.publicUrl });
    const { personId, template } = found.delivery;
    const isTextOnly = !templates[template].channels.includes('email');
    return { notificationId, employerId: tx.employerId, personId, to: found.phone, text, isTextOnly };
  });
  if (parcel === undefined || needs.sms === undefined) return;
  const handover = await needs.sms.send(parcel, outside);
  await outside.transact(async (tx) => {
    await recordHandover(tx, { notificationId, channel: 'sms' }, handover);
    // What only ever goes by text has no mail after which it would be forgotten.
    if (parcel.isTextOnly) await forgetSecret(tx, notificationId);
  });
}

async function findReceiver(tx: Tx, notificationId: string, channel: Channel, needs: DeliverNeeds) {
  if (await isDelivered(tx, notificationId, channel)) return undefined;
  const delivery = await findDelivery(tx, needs.vault, notificationId);
  const reachability = delivery && (await needs.findReachability(tx, delivery.personId));
  return delivery && reachability && { ...reachability, delivery };
}

async function sendPush({ data }: Job, outside: OutsideNeeds, needs: DeliverNeeds): Promise<void> {
  const notificationId = idFrom(data, 'notificationId');
  const subscriptionId = idFrom(data, 'subscriptionId');
  const parcel = await outside.transact(async (tx) => {
    if (await isDelivered(tx, notificationId, 'push', subscriptionId)) return undefined;
    const delivery = await findDelivery(tx, needs.vault, notificationId);
    const address = await findAddress(tx, needs.vault, subscriptionId);
    return delivery && address && { delivery, address };
  });
  if (parcel === undefined) return;
  const { address, delivery } = parcel;
  const message = { isUrgent: delivery.isUrgent, topicId: delivery.incidentId ?? notificationId };
  const handover = await needs.push.send(address, message, outside.signal);
  await outside.transact(async (tx) => {
    if (handover.state === 'gone') await unsubscribe(tx, subscriptionId);
    else await recordHandover(tx, { notificationId, channel: 'push', subscriptionId }, handover);
  });
}

function idFrom(data: Facts, name: string): string {
  const value = data[name];
  if (typeof value !== 'string') throw new Error(`The job has no ${name}`);
  return value;
}
