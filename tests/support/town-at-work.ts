import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { followUpByItself } from '../../server/incident/follow-up-jobs.ts';
import { handedOver } from '../../server/platform/channels/carriers.ts';
import { handleDeliveries } from '../../server/platform/channels/deliver.ts';
import {
  JobRegistry,
  type JobRunner,
  notify,
  silentLog,
  startJobRunner,
  type Tx,
} from '../../server/platform/index.ts';
import { foundTown, type Town } from './town.ts';

export interface TownAtWork extends Town {
  /** Moves the clock from one due job to the next, and lets each be done at its own moment. */
  fastForward(by: Passing): Promise<void>;
  /** Everything that is due now has been done. */
  settle(): Promise<void>;
  /** Somebody does something, and everything that follows from it by itself is done too. */
  does<T>(who: CastKey, work: (tx: Tx, personId: string) => Promise<T>): Promise<T>;
  phoneOf(who: CastKey): Phone;
  mailboxOf(who: CastKey): Phone;
}

/** What reached somebody, newest last; a message is taken out when it was expected. */
export class Phone {
  readonly messages: string[] = [];

  /** Takes the oldest message that fits. */
  expectsMessage(pattern: RegExp): string {
    const at = this.messages.findIndex((message) => pattern.test(message));
    if (at < 0) throw new Error(`No message like ${pattern}; there are: ${JSON.stringify(this.messages)}`);
    return this.messages.splice(at, 1)[0] ?? '';
  }

  expectsSilence(): void {
    if (this.messages.length > 0) throw new Error(`Silence was expected; there are: ${JSON.stringify(this.messages)}`);
  }

  clear(): void {
    this.messages.length = 0;
  }
}

/** The town with its jobs running on the real runner, and telephones and mailboxes that remember. */
export async function townAtWork(): Promise<TownAtWork> {
  const town = await foundTown();
  const phones = devices();
  const mailboxes = devices();
  const registry = new JobRegistry();
  followUpByItself(registry, town.subscriptions, { vault: town.vault, notify });
  handleDeliveries(registry, {
    vault: town.vault,
    publicUrl: 'https://wierdam.example',
    findReachability: async (_tx, personId) => {
      const person = Object.values(cast).find(({ id }) => id === personId);
      return person && { email: person.email, phone: person.phone, language: 'nl' };
    },
    mail: { send: async ({ personId, mail }) => deliver(mailboxes, personId, `${mail.subject}\n${mail.text}`) },
    sms: { send: async ({ personId, text }) => deliver(phones, personId, text) },
    push: { send: async () => handedOver } as never,
  });
  const runner = await startJobRunner({
    database: town.database,
    registry,
    subscriptions: town.subscriptions,
    now: () => town.now,
    log: silentLog,
  });
  afterAll(() => runner.stop());
  return Object.assign(town, {
    fastForward: (by: Passing) => fastForward(town, runner, by),
    settle: () => settle(town, runner),
    does: async <T>(who: CastKey, work: (tx: Tx, personId: string) => Promise<T>) => {
      const outcome = await town.as(who, (tx) => work(tx, cast[who].id));
      await settle(town, runner);
      return outcome;
    },
    phoneOf: (who: CastKey) => deviceOf(phones, cast[who].id),
    mailboxOf: (who: CastKey) => deviceOf(mailboxes, cast[who].id),
  });
}

interface Passing {
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
}

async function fastForward(
  town: Town,
  runner: JobRunner,
  { minutes = 0, hours = 0, days = 0 }: Passing,
): Promise<void> {
  const target = new Date(town.now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
  for (;;) {
    await settle(town, runner);
    const [next] = await town.look<{ at: Date | null }>(
      'select min(run_at) as at from platform.job where dead_at is null and run_at > $1 and run_at <= $2',
      [town.now, target],
    );
    if (!next?.at) break;
    town.now = next.at;
  }
  town.now = target;
  await settle(town, runner);
}

const PATIENCE_MS = 10_000;

async function settle(town: Town, runner: JobRunner): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    runner.wake();
    const due = await town.look<{ kind: string; last_error: string | null; failures: number }>(
      'select kind, last_error, failures from platform.job where run_at <= $1',
      [town.now],
    );
    const broken = due.find(({ failures }) => failures > 0);
    if (broken) throw new Error(`The job ${broken.kind} failed: ${broken.last_error}`);
    if (due.length === 0) break;
    if (performance.now() > until) throw new Error(`These jobs do not end: ${due.map(({ kind }) => kind).join(', ')}`);
    await pause(5);
  }
  // A job that failed waits for its next turn; it must not pass unseen.
  const [failed] = await town.look<{ kind: string; last_error: string | null }>(
    'select kind, last_error from platform.job where failures > 0 limit 1',
  );
  if (failed) throw new Error(`The job ${failed.kind} failed: ${failed.last_error}`);
}

type Devices = Map<string, Phone>;

function devices(): Devices {
  return new Map(Object.values(cast).map(({ id }) => [id, new Phone()]));
}

function deviceOf(all: Devices, personId: string): Phone {
  const device = all.get(personId);
  if (!device) throw new Error(`Nobody of the cast: ${personId}`);
  return device;
}

function deliver(all: Devices, personId: string, message: string) {
  deviceOf(all, personId).messages.push(message);
  return handedOver;
}
