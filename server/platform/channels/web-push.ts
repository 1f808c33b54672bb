import webPush from 'web-push';
import type { Keys } from '../keys.ts';
import { ChannelAway, type Handover, handedOver } from './carriers.ts';

/** The address of one browser on one device, as it gave it to us. */
export interface PushAddress {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

export interface PushMessage {
  readonly isUrgent: boolean;
  /** A newer message on the same subject takes the place of one that was not delivered yet. */
  readonly topicId: string;
}

export type PushHandover = Handover | { readonly state: 'gone' };

export interface PushCarrier {
  send(address: PushAddress, message: PushMessage, signal: AbortSignal): Promise<PushHandover>;
  /** Whether this is an address of a push service that we know: our server posts to nothing else. */
  isKnown(endpoint: string): boolean;
}

/** After five minutes a message is no longer news; the other channels have it too. */
const TTL_SECONDS = 300;

const SERVICES = [
  /^fcm\.googleapis\.com$/,
  /^(?:[a-z0-9-]+\.)*push\.services\.mozilla\.com$/,
  /^(?:[a-z0-9-]+\.)*notify\.windows\.com$/,
  /^(?:[a-z0-9-]+\.)*push\.apple\.com$/,
];

/** Without content: whoever runs the push service learns that there is something, and nothing else. */
export function pushCarrier(keys: Keys, contact: string, moreOrigins: readonly string[] = []): PushCarrier {
  const vapidDetails = { subject: contact, ...keys.vapid };

  function isKnown(endpoint: string): boolean {
    const { protocol, hostname, origin, username } = new URL(endpoint);
    if (moreOrigins.includes(origin)) return true;
    return protocol === 'https:' && username === '' && SERVICES.some((service) => service.test(hostname));
  }

  return {
    isKnown,
    async send(address, { isUrgent, topicId }, signal) {
      if (!isKnown(address.endpoint)) return { state: 'gone' };
      const { headers } = webPush.generateRequestDetails(address, null, {
        vapidDetails,
        TTL: TTL_SECONDS,
        urgency: isUrgent ? 'high' : 'normal',
        topic: topicOf(topicId),
      });
      // fetch sets the length itself.
      const { 'Content-Length': _, ...rest } = headers;
      const response = await fetch(address.endpoint, {
        method: 'POST',
        redirect: 'error',
        signal,
        headers: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
      }).catch((cause: unknown) => {
        throw new ChannelAway(
          `The push service cannot be reached (${cause instanceof Error ? cause.name : 'unknown'})`,
        );
      });
      await response.body?.cancel();
      return outcomeOf(response.status);
    },
  };
}

function outcomeOf(status: number): PushHandover {
  if (status >= 200 && status < 300) return handedOver;
  if (status === 404 || status === 410) return { state: 'gone' };
  if (status === 429 || status >= 500) throw new ChannelAway(`The push service answered ${status}`);
  return { state: 'failed', reason: `push-${status}` };
}

/** At most 32 characters of base64url. */
function topicOf(uuid: string): string {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}
