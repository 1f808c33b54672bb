import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import type { IncidentReport } from './incident-report.ts';
import { id, moment } from './incident-shapes.ts';

/** As the clock of a device tells it, in milliseconds: it may be years off. */
const deviceClock = z.number().int().min(0).max(253_402_300_799_999);
/** In base64url: an uncompressed point on P-256, and two numbers of that size. */
const publicKey = z.string().regex(/^[\w-]{87}$/);
const signature = z.string().regex(/^[\w-]{86}$/);
const sealed = z.string().regex(/^[\w-]{24,220000}$/);

export const registerDevice = endpoint({
  name: 'registerDevice',
  method: 'PUT',
  path: '/devices/{deviceId}',
  access: 'session',
  summary: 'Make the signing key of this device known, and learn to which key it seals what it cannot send yet',
  params: z.strictObject({ deviceId: id }),
  body: z.strictObject({ publicKey }),
  answer: z.strictObject({ deviceId: id, sealingKey: z.strictObject({ id, publicKey }) }),
  refusals: ['device-of-somebody-else', 'device-no-longer-trusted'],
  idempotency: 'none',
});

/** What is sealed inside an envelope. */
export interface SealedContent {
  /** Whose report this is. */
  readonly reporterId: string;
  readonly clock: {
    /** What the device showed when it was sealed, in milliseconds. */
    readonly sealedOn: number;
    /** What the device took for the real time then: it learns with every answer how far its clock is off. */
    readonly believedOn: number;
    /** When, at the server, it last learned that. */
    readonly knownSince: number | null;
  };
  /** Whether the moment of the incident was told as "now" or "today", and so by this clock. */
  readonly isToldByClock: boolean;
  /** Null: not sent yet, only kept. */
  readonly report: IncidentReport | null;
  /** Everything that was answered, so that what cannot be taken in comes back to its maker as it was. */
  readonly draft: Readonly<Record<string, unknown>>;
  /** The last revision of this draft that the server was known to have. */
  readonly baseRevision: number;
}

export const sealedContent = z.strictObject({
  reporterId: id,
  clock: z.strictObject({ sealedOn: deviceClock, believedOn: deviceClock, knownSince: deviceClock.nullable() }),
  isToldByClock: z.boolean(),
  // Looked at apart: what is wrong in it must not cost anybody their words.
  report: z.unknown(),
  draft: z.record(z.string(), z.unknown()),
  baseRevision: z.number().int().min(0).max(1_000_000),
});

export const deliverSealedReport = endpoint({
  name: 'deliverSealedReport',
  method: 'POST',
  path: '/sealed-reports',
  access: 'session',
  summary: 'Deliver a report that was made and sealed without a connection; the same envelope twice is one report',
  body: z.strictObject({
    envelopeId: id,
    deviceId: id,
    sealingKeyId: id,
    encapsulated: publicKey,
    ciphertext: sealed,
    signature,
    /** What the device shows now. */
    sentOn: deviceClock,
  }),
  bodyLimit: 256 * 1024,
  answer: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('received'), incidentId: id, number: z.string(), reportedAt: moment }),
    z.strictObject({
      outcome: z.literal('returned'),
      draftId: id,
      because: z.array(z.strictObject({ pointer: z.string(), nl: z.string(), en: z.string() })),
    }),
    z.strictObject({ outcome: z.literal('kept'), draftId: id }),
  ]),
  refusals: ['sealed-report-of-somebody-else', 'sealed-report-damaged'],
  idempotency: 'none',
});
