import type { Keys } from '../keys.ts';
import { ChannelAway, type Handover, handedOver, type TextCarrier } from './carriers.ts';
import { receiptFor } from './receipts.ts';

/**
 * Our side of an SMS gateway: POST with JSON and a bearer token. Any 2xx means taken. How it went is told later, by POST
 * of `{ reference, status: 'delivered' | 'failed' }` to `receiptUrl`. `reference` is the same however often we try, so that
 * a gateway can leave out what it already has.
 */
export interface SmsGatewaySettings {
  readonly url: string;
  readonly token: string;
  readonly receiptUrl: string;
  readonly keys: Keys;
}

/** The number is not one, or not allowed: trying again is of no use. */
const FINAL = new Set([400, 404, 410, 422]);

export function smsGateway({ url, token, receiptUrl, keys }: SmsGatewaySettings): TextCarrier {
  return {
    async send({ notificationId, employerId, to, text }, { signal }): Promise<Handover> {
      const reference = receiptFor(keys, 'sms', { employerId, id: notificationId });
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ to: internationalNumber(to), text, reference, receiptUrl }),
      }).catch((cause: unknown) => {
        throw new ChannelAway(`The SMS gateway cannot be reached (${nameOf(cause)})`);
      });
      await response.body?.cancel();
      if (response.ok) return handedOver;
      if (FINAL.has(response.status)) return { state: 'failed', reason: `sms-${response.status}` };
      throw new ChannelAway(`The SMS gateway answered ${response.status}`);
    },
  };
}

/** 06 12 34 56 78 and +31 (0)6 12345678 are +31612345678. */
export function internationalNumber(written: string): string {
  const digits = written.replace(/\(0\)/, '').replaceAll(/[^0-9+]/g, '');
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  return digits.startsWith('0') ? `+31${digits.slice(1)}` : digits;
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'unknown';
}
