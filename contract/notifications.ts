import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './id.ts';

const moment = z.iso.datetime({ offset: true });
const bilingual = z.strictObject({ nl: z.string(), en: z.string() });
/** `next` of the page before, opaque. */
const cursor = z.string().max(400);
const page = z.strictObject({
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

// ── In the app ───────────────────────────────────────────────────────────────

export const notification = z.strictObject({
  id,
  template: z.string(),
  /** One line, without a name or a story; the page behind `path` tells more. */
  title: bilingual,
  isUrgent: z.boolean(),
  incidentId: id.nullable(),
  /** The page of the web client to open. */
  path: z.string().nullable(),
  createdAt: moment,
  readAt: moment.nullable(),
});
export type Notification = z.infer<typeof notification>;

export const listNotifications = endpoint({
  name: 'listNotifications',
  method: 'GET',
  path: '/notifications',
  access: 'session',
  summary: 'My notifications, newest first',
  query: page,
  answer: z.strictObject({
    notifications: z.array(notification),
    unreadCount: z.number().int(),
    next: cursor.nullable(),
  }),
});

export const countUnreadNotifications = endpoint({
  name: 'countUnreadNotifications',
  method: 'GET',
  path: '/notifications/unread',
  access: 'session',
  summary: 'How many notifications I have not read yet',
  answer: z.strictObject({ unreadCount: z.number().int() }),
});

export const markNotificationRead = endpoint({
  name: 'markNotificationRead',
  method: 'POST',
  path: '/notifications/{notificationId}/read',
  access: 'session',
  summary: 'I have read this notification',
  params: z.strictObject({ notificationId: id }),
  idempotency: 'none',
  answer: z.strictObject({ notificationId: id, readAt: moment }),
});

export const markAllNotificationsRead = endpoint({
  name: 'markAllNotificationsRead',
  method: 'POST',
  path: '/notifications/read',
  access: 'session',
  summary: 'I have read all my notifications',
  idempotency: 'none',
  answer: z.strictObject({ readCount: z.number().int() }),
});

// ── On this device ───────────────────────────────────────────────────────────

export const getPushKey = endpoint({
  name: 'getPushKey',
  method: 'GET',
  path: '/push-key',
  access: 'public',
  summary: 'The key with which a browser subscribes to our Web Push messages',
  answer: z.strictObject({ publicKey: z.string() }),
});

export const subscribeToPush = endpoint({
  name: 'subscribeToPush',
  method: 'POST',
  path: '/push-subscriptions',
  access: 'session',
  summary: 'Tell me on this device. Twice the same device is one subscription',
  idempotency: 'none',
  body: z.strictObject({
    endpoint: z.url().max(1000),
    keys: z.strictObject({
      p256dh: z.string().regex(/^[A-Za-z0-9_-]{86,88}=?$/),
      auth: z.string().regex(/^[A-Za-z0-9_-]{21,24}={0,2}$/),
    }),
    /** The same as it reports from without a connection, so that both end together. */
    deviceId: id.optional(),
  }),
  answer: z.strictObject({
    subscriptionId: id,
    /** The service worker sends this back when a message arrives. */
    receipt: z.string(),
  }),
  refusals: ['push-service-unknown'],
});

export const unsubscribeFromPush = endpoint({
  name: 'unsubscribeFromPush',
  method: 'DELETE',
  path: '/push-subscriptions/{subscriptionId}',
  access: 'session',
  summary: 'No longer tell me on this device',
  params: z.strictObject({ subscriptionId: id }),
  idempotency: 'none',
  answer: z.strictObject({ subscriptionId: id }),
});

const receipt = z.string().regex(/^[A-Za-z0-9_-]{64}$/);

export const confirmPush = endpoint({
  name: 'confirmPush',
  method: 'POST',
  path: '/push-receipts',
  access: 'public',
  summary: 'The service worker of a device received a message',
  body: z.strictObject({ receipt }),
  answer: z.strictObject({}),
});

export const confirmTextMessage = endpoint({
  name: 'confirmTextMessage',
  method: 'POST',
  path: '/sms-receipts',
  access: 'public',
  summary: 'The SMS gateway tells how a text message went',
  body: z.strictObject({ reference: receipt, status: z.enum(['delivered', 'failed']) }),
  answer: z.strictObject({}),
});

// ── The demonstration ────────────────────────────────────────────────────────

const postboxRow = z.strictObject({
  id,
  channel: z.enum(['email', 'sms']),
  /** The address or the telephone number. */
  to: z.string(),
  subject: z.string(),
  arrivedAt: moment,
});

export const listPostbox = endpoint({
  name: 'listPostbox',
  method: 'GET',
  path: '/postbox',
  access: 'demonstration',
  summary: 'The mail and text messages of a demonstration, which never leave the house',
  query: page,
  answer: z.strictObject({ messages: z.array(postboxRow), next: cursor.nullable() }),
});

export const getPostboxMessage = endpoint({
  name: 'getPostboxMessage',
  method: 'GET',
  path: '/postbox/{messageId}',
  access: 'demonstration',
  summary: 'One message of the demonstration',
  params: z.strictObject({ messageId: id }),
  answer: z.strictObject({ ...postboxRow.shape, text: z.string() }),
});
