import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, moment } from './incident-shapes.ts';

const device = z.strictObject({
  deviceId: id,
  /** "Chrome · Android"; null where it never said. */
  name: z.string().nullable(),
  registeredAt: moment,
  lastUsedAt: moment,
  /** Whether it can report without a connection; else it only gets messages. */
  reportsOffline: z.boolean(),
  getsMessages: z.boolean(),
  isThisOne: z.boolean(),
  revokedAt: moment.nullable(),
});
export type KnownDevice = z.infer<typeof device>;

const deviceParams = z.strictObject({ deviceId: id });
const personParams = z.strictObject({ personId: id });

export const listMyDevices = endpoint({
  name: 'listMyDevices',
  method: 'GET',
  path: '/me/devices',
  access: 'session',
  summary: 'My phones and computers that can report without a connection or get messages, the last used first',
  answer: z.strictObject({ devices: z.array(device) }),
});

export const revokeMyDevice = endpoint({
  name: 'revokeMyDevice',
  method: 'POST',
  path: '/me/devices/{deviceId}/revocation',
  access: 'session',
  summary: 'No longer trust this device: signed out there, no messages, and what it still sends is only a draft',
  params: deviceParams,
  body: z.strictObject({}),
  answer: z.strictObject({ deviceId: id }),
});

export const listDevicesOf = endpoint({
  name: 'listDevicesOf',
  method: 'GET',
  path: '/people/{personId}/devices',
  access: 'session',
  summary: 'The devices of a colleague; administrators only',
  params: personParams,
  answer: z.strictObject({ devices: z.array(device) }),
});

export const revokeDevicesOf = endpoint({
  name: 'revokeDevicesOf',
  method: 'POST',
  path: '/people/{personId}/devices/revocation',
  access: 'session',
  summary: 'No longer trust any device of this colleague, and end their sessions; administrators only',
  params: personParams,
  body: z.strictObject({}),
  answer: z.strictObject({ personId: id, revoked: z.number().int() }),
});
