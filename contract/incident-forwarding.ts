import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, incidentParams, moment } from './incident-shapes.ts';

const count = z.number().int();

export const readForwarding = endpoint({
  name: 'readForwarding',
  method: 'GET',
  path: '/incidents/{incidentId}/forwarding',
  access: 'session',
  summary: 'The address to which this reader forwards e-mails to the series of this dossier, and what came in',
  params: incidentParams,
  answer: z.strictObject({
    /** False where no mail comes in, and for whoever may not add events. */
    isPossible: z.boolean(),
    address: z.strictObject({ addressId: id, address: z.string(), madeAt: moment, until: moment }).nullable(),
    /** Forwarded by this reader; null when nothing came in yet. */
    cameIn: z
      .strictObject({ mails: count, lastAt: moment, unreadable: count, withNumbers: count, withoutOriginal: count })
      .nullable(),
  }),
});
export type Forwarding = z.infer<typeof readForwarding.answer>;

export const makeForwardingAddress = endpoint({
  name: 'makeForwardingAddress',
  method: 'POST',
  path: '/incidents/{incidentId}/forwarding',
  access: 'session',
  summary: 'Make an own address for forwarding e-mails to this dossier; the one before ends',
  params: incidentParams,
  body: z.strictObject({ addressId: id }),
  answer: z.strictObject({ addressId: id, state: z.literal('open') }),
  refusals: ['incident-corrected', 'no-mail-comes-in'],
});

export const endForwardingAddress = endpoint({
  name: 'endForwardingAddress',
  method: 'POST',
  path: '/forwarding-addresses/{addressId}/ending',
  access: 'session',
  summary: 'End an own address: mail to it is refused from now on',
  params: z.strictObject({ addressId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ addressId: id, state: z.literal('ended') }),
});
