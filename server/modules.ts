import type { Sentence } from '../contract/problem.ts';
import { forgetOldSessions, forgetOldTries, identityRefusals, identityRoutes } from './identity/index.ts';
import {
  attachmentRoutes,
  attachmentsByThemselves,
  exportsByThemselves,
  forgetOldImports,
  forgetOldMarks,
  forwardingRoutes,
  incidentRefusals,
  incidentRoutes,
  incidentsByThemselves,
  mailDoor,
  narrowForGuests,
  readAttachmentSettings,
  tidyHalfAttachments,
  tidyStrayFiles,
} from './incident/index.ts';
import {
  colleagueRef,
  findPeople,
  findReachability,
  organisationRefusals,
  organisationRoutes,
} from './organisation/index.ts';
import { dossierLogRoutes, type FindNames } from './platform/audit/index.ts';
import {
  channelRefusals,
  createChannels,
  forgetOldMessages,
  notify,
  readChannelSettings,
} from './platform/channels/index.ts';
import type { Environment } from './platform/environment.ts';
import { forgetOldKeys } from './platform/http/idempotency.ts';
import {
  blobsFor,
  type JobRegistry,
  type MailDoor,
  type MailInSettings,
  type Now,
  type PlatformDatabase,
  type Route,
  readMailInSettings,
  type Subscriptions,
  type Tx,
  type Vault,
} from './platform/index.ts';
import type { Keys } from './platform/keys.ts';
import { installDefaults, refusals as protocolRefusals, routes as protocolRoutes } from './protocol/index.ts';

export interface House {
  readonly environment: Environment;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly database: PlatformDatabase;
  readonly now: Now;
  readonly registry: JobRegistry;
  readonly subscriptions: Subscriptions;
}

export interface Modules {
  readonly routes: readonly Route[];
  readonly sentences: Readonly<Record<string, Sentence>>;
  /** Undefined where no mail comes in. */
  readonly mailIn: { readonly settings: MailInSettings; readonly door: MailDoor } | undefined;
  close(): void;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Builds every module and hands each what it needs; the only place that knows them all. */
export function buildModules(house: House): Modules {
  const settings = readChannelSettings(house.variables, house.environment.publicUrl);
  const isDemonstration = house.environment.demo !== 'none';
  const channels = createChannels({
    keys: house.keys,
    vault: house.vault,
    settings,
    publicUrl: house.environment.publicUrl,
    isDemonstration,
    findReachability,
    findDemonstrationEmployer: () => findDemonstrationEmployer(house),
  });
  channels.handleJobs(house.registry);
  keepHouse(house.registry);
  const identity = identityRoutes({ vault: house.vault, notify, furnish: installDefaults });

  const sendsTexts = settings.smsGateway !== undefined || isDemonstration;
  const needs = { vault: house.vault, notify, sendsTexts };
  incidentsByThemselves(house.registry, house.subscriptions, needs);
  exportsByThemselves(house.registry, { ...needs, database: house.database });
  const blobs = blobsFor(house.variables, house.environment.dataDir);
  const attachments = { ...needs, ...readAttachmentSettings(house.variables), blobs };
  attachmentsByThemselves(house.registry, house.subscriptions, attachments);
  const mailIn = readMailInSettings(house.variables, house.environment.host);
  const { database, now } = house;
  const mailKey = house.keys.derive('mail-in');
  const forwarding = { ...attachments, database, now, mailKey, mailDomain: mailIn?.domain };
  everyEmployer(house.registry, 'tidy-half-attachments', HOUR_MS, tidyHalfAttachments);
  everyEmployer(house.registry, 'tidy-stray-files', DAY_MS, (tx) => tidyStrayFiles({ blobs }, tx));

  return {
    routes: narrowForGuests([
      ...channels.routes,
      ...dossierLogRoutes(findNames),
      ...organisationRoutes,
      ...identity,
      ...protocolRoutes,
      ...incidentRoutes(needs),
      ...attachmentRoutes(attachments),
      ...forwardingRoutes(forwarding),
    ]),
    sentences: {
      ...channelRefusals,
      ...organisationRefusals,
      ...identityRefusals,
      ...protocolRefusals,
      ...incidentRefusals,
    },
    mailIn: mailIn && { settings: mailIn, door: mailDoor(forwarding) },
    close: () => channels.close(),
  };
}

/** Forgets what has had its time. */
function keepHouse(registry: JobRegistry): void {
  registry.every('forget-idempotency-keys', HOUR_MS, forgetOldKeys);
  registry.every('forget-old-tries', HOUR_MS, forgetOldTries);
  everyEmployer(registry, 'forget-old-sessions', DAY_MS, forgetOldSessions);
  everyEmployer(registry, 'forget-old-messages', DAY_MS, forgetOldMessages);
  everyEmployer(registry, 'forget-old-marks', DAY_MS, forgetOldMarks);
  everyEmployer(registry, 'forget-old-imports', DAY_MS, forgetOldImports);
}

/** A job of the house that gives every employer a job of its own. */
function everyEmployer(
  registry: JobRegistry,
  kind: string,
  milliseconds: number,
  work: (tx: Tx) => Promise<void>,
): void {
  const one = `${kind}-of-employer`;
  registry.every(kind, milliseconds, async (tx) => {
    const employers = await tx.rows<{ id: string }>('select id from organisation.every_employer() as id');
    for (const { id } of employers) await tx.enqueue({ kind: one, runAt: tx.now, key: one, employerId: id, data: {} });
  });
  registry.handle(one, work);
}

const findNames: FindNames = async (tx, personIds) => {
  const people = await findPeople(tx, personIds);
  return new Map([...people].map(([id, person]) => [id, colleagueRef(person)]));
};

async function findDemonstrationEmployer({ database, now }: House): Promise<string | undefined> {
  const found = await database.transact({ role: 'app', visitor: true, now: now() }, (tx) =>
    tx.maybeRow<{ id: string }>('select id from organisation.demonstration_employers() limit 1'),
  );
  return found?.id;
}
