import type { Route } from '../http/route.ts';
import type { JobRegistry } from '../jobs.ts';
import type { Keys } from '../keys.ts';
import type { Tx } from '../tx.ts';
import type { Vault } from '../vault/index.ts';
import { type FindReachability, handleDeliveries } from './deliver.ts';
import { createPostbox } from './postbox.ts';
import { channelRoutes } from './routes.ts';
import type { ChannelSettings } from './settings.ts';
import { smsGateway } from './sms-gateway.ts';
import { smtpCarrier } from './smtp.ts';
import { pushCarrier } from './web-push.ts';

export interface ChannelNeeds {
  readonly keys: Keys;
  readonly vault: Vault;
  readonly settings: ChannelSettings;
  readonly publicUrl: string;
  readonly findReachability: FindReachability;
  readonly isDemonstration: boolean;
  /** Of the town that everybody may step into. */
  readonly findDemonstrationEmployer: (tx: Tx) => Promise<string | undefined>;
}

export interface Channels {
  readonly routes: Route[];
  handleJobs(registry: JobRegistry): void;
  close(): void;
}

export function createChannels(needs: ChannelNeeds): Channels {
  const { keys, vault, settings, publicUrl } = needs;
  const postbox = createPostbox(vault);
  const smtp =
    settings.smtpUrl === undefined
      ? undefined
      : smtpCarrier({ url: settings.smtpUrl, from: settings.mailFrom, host: new URL(publicUrl).hostname });
  const gateway =
    settings.smsGateway && smsGateway({ ...settings.smsGateway, keys, receiptUrl: `${publicUrl}/api/v1/sms-receipts` });
  const push = pushCarrier(keys, contactOf(publicUrl, settings.mailFrom), settings.pushServices);
  return {
    routes: channelRoutes({ ...needs, push, postbox }),
    handleJobs: (registry) =>
      handleDeliveries(registry, {
        ...needs,
        mail: smtp ?? postbox.mail,
        sms: gateway ?? (needs.isDemonstration ? postbox.sms : undefined),
        push,
      }),
    close: () => smtp?.close(),
  };
}

/** Whom a push service may turn to: an https address, else that of our mail. */
function contactOf(publicUrl: string, mailFrom: string): string {
  if (publicUrl.startsWith('https:')) return publicUrl;
  return `mailto:${/<(.+)>/.exec(mailFrom)?.[1] ?? mailFrom}`;
}
