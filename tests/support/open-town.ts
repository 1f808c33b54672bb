import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { openApp } from '../../server/app.ts';
import { internationalNumber } from '../../server/platform/channels/sms-gateway.ts';
import { readEnvironment } from '../../server/platform/environment.ts';
import { freePort } from '../../server/platform/free-port.ts';
import { silentLog } from '../../server/platform/index.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { launchBrowser } from './browser.ts';
import { watchScreen } from './journey.ts';
import { placesInDatabase, type Place as Rows } from './leaks.ts';
import { mailServer } from './mail-server.ts';
import { pushService, smsGateway } from './phones.ts';
import { newDataDir } from './program.ts';
import { sendMail } from './send-mail.ts';
import { foundTown, type Town } from './town.ts';

/** The town with the whole program running: people with a phone or a desk, and a world outside that remembers. */
export interface OpenTown extends Pick<Town, 'look'> {
  /** Every row of every table, as the owner of the tables reads it. */
  rows(): Promise<Rows[]>;
  readonly url: string;
  readonly dataDir: string;
  now(): Date;
  /** Moves the clock at once, whatever is due. */
  setClock(to: Date): Promise<void>;
  /** Moves the clock from one due job to the next, so that each is done at its own moment. */
  fastForward(by: { minutes?: number; hours?: number; days?: number }): Promise<void>;
  /** Everything that is due now has been done. */
  settle(): Promise<void>;
  /** Somebody with a phone in one hand, signed in. */
  onPhone(who: CastKey): Promise<Page>;
  /** Somebody at a desk, signed in. */
  atDesk(who: CastKey): Promise<Page>;
  signedIn(who: CastKey, size: keyof typeof sizes): Promise<Page>;
  /** Somebody who has not said who they are. */
  visitor(size?: keyof typeof sizes): Promise<Page>;
  textsTo(who: CastKey): string[];
  mailsTo(who: CastKey): string[];
  /** What came to somebody who is not of the cast. */
  textsAt(number: string): string[];
  mailsAt(address: string): string[];
  /** Somebody sends a mail on, from their own mail program; answers what the receiver said to it. */
  forward(to: string, mail: string): Promise<number>;
  readonly pushes: readonly { device: string; body: string }[];
  /** Gives somebody a device that Web Push reaches. */
  subscribe(who: CastKey, page: Page): Promise<string>;
}

/** How long somebody looks for something on the screen. */
const patienceOnScreenMs = 8_000;
/** How long a whole page may take on a machine that has other work too; how fast it should be, is measured elsewhere. */
const patienceForPageMs = 30_000;

const sizes = {
  phone: { width: 375, height: 812 },
  desk: { width: 1280, height: 900 },
  narrow: { width: 320, height: 640 },
} as const;

/** A working Tuesday, two in the afternoon in Wierdam. */
export const tuesdayAfternoon = new Date('2026-03-10T13:00:00Z');

export async function openTown({ at = tuesdayAfternoon }: { at?: Date } = {}): Promise<OpenTown> {
  const town = await foundTown();
  const outside = await worldOutside();
  const dataDir = newDataDir();
  const variables = { ...outside.variables, PORT: String(await freePort()), DATA_DIR: dataDir };
  const installation = { urls: town.db.urls, keys: keysFrom(randomBytes(32)) };
  const options = { log: silentLog, checkAnswers: true, variables };
  const app = await openApp(readEnvironment(variables, []), installation, options);
  afterAll(() => app.close());
  return livesIn(town, { url: `http://localhost:${variables.PORT}`, dataDir, outside, at });
}

export type World = Awaited<ReturnType<typeof worldOutside>>;

/** Where mail, text messages and push messages go, and how a program finds it. */
export async function worldOutside() {
  const [mails, texts, push] = await Promise.all([mailServer(), smsGateway(), pushService()]);
  const variables = {
    RUGDEKKING_TEST_CLOCK: '1',
    SMTP_URL: mails.url,
    SMS_GATEWAY_URL: texts.url,
    SMS_GATEWAY_TOKEN: texts.token,
    PUSH_SERVICES: push.origin,
    MAIL_IN_PORT: String(await freePort()),
    MAIL_IN_DOMAIN: 'post.wierdam.example',
  };
  return { mails, texts, push, variables };
}

interface Place {
  readonly url: string;
  readonly dataDir: string;
  readonly outside: World;
  readonly at: Date;
}

/** The people of a town whose program runs at this address. */
export async function livesIn(town: Town, { url, dataDir, outside, at }: Place): Promise<OpenTown> {
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  let aheadMs = 0;
  const now = () => new Date(Date.now() + aheadMs);
  const people = peopleAt(browser, url, now);
  const setClock = async (to: Date) => {
    await fetch(`${url}/test/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ setTo: to.toISOString() }),
    });
    // Phones and desks keep the clock they have: they follow the time that the server tells with each answer.
    aheadMs = to.getTime() - Date.now();
  };
  await setClock(at);
  const settle = () => untilNothingIsDue(town, now);
  const { mails, texts, push } = outside;
  return {
    url,
    dataDir,
    look: town.look,
    rows: () => placesInDatabase(town.db.owner),
    now,
    setClock,
    settle,
    async fastForward({ minutes = 0, hours = 0, days = 0 }) {
      const target = new Date(now().getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
      await settle();
      for (let next = await nextDue(town, now(), target); next; next = await nextDue(town, now(), target)) {
        await setClock(next);
        await settle();
      }
      await setClock(target);
      await settle();
    },
    onPhone: (who) => people.signIn(who, 'phone'),
    atDesk: (who) => people.signIn(who, 'desk'),
    signedIn: people.signIn,
    visitor: (size = 'phone') => people.visitor(size),
    textsTo: (who) => texts.messagesTo(internationalNumber(cast[who].phone)),
    mailsTo: (who) => mails.mailsTo(cast[who].email).map(({ subject, text }) => `${subject}\n${text}`),
    textsAt: (number) => texts.messagesTo(internationalNumber(number)),
    mailsAt: (address) => mails.mailsTo(address).map(({ subject, text }) => `${subject}\n${text}`),
    forward: async (to, mail) =>
      (await sendMail({ port: Number(outside.variables.MAIL_IN_PORT), to, mail: Buffer.from(mail) })).code,
    pushes: push.messages,
    subscribe: (who, page) => subscribeDevice(page, push.subscriptionOf(`device-of-${who}`), `device-of-${who}`),
  };
}

function peopleAt(browser: Browser, url: string, now: () => Date) {
  async function visitor(size: keyof typeof sizes): Promise<Page> {
    const context = await browser.newContext({
      viewport: sizes[size],
      baseURL: url,
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(patienceOnScreenMs);
    context.setDefaultNavigationTimeout(patienceForPageMs);
    const page = await context.newPage();
    watchScreen(page);
    await page.clock.setSystemTime(now());
    // A page that complains in its console has a fault, also when everything on it seems to work.
    page.on('pageerror', (error) => {
      throw error;
    });
    return page;
  }
  return {
    visitor,
    async signIn(who: CastKey, size: keyof typeof sizes): Promise<Page> {
      const page = await visitor(size);
      await stepIn(page.context(), url, who);
      await page.goto('/');
      return page;
    },
  };
}

export async function stepIn(context: BrowserContext, url: string, who: CastKey): Promise<void> {
  const answer = await context.request.post('/api/v1/demonstration/step-in', {
    data: { personId: cast[who].id },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`Nobody could step in as ${who}: ${answer.status()} ${await answer.text()}`);
}

async function subscribeDevice(
  page: Page,
  subscription: { endpoint: string; keys: object },
  device: string,
): Promise<string> {
  const answer = await page.request.post('/api/v1/push-subscriptions', {
    data: subscription,
    headers: { 'idempotency-key': crypto.randomUUID(), origin: new URL(page.url()).origin },
  });
  if (!answer.ok()) throw new Error(`The device could not subscribe: ${answer.status()} ${await answer.text()}`);
  return device;
}

async function nextDue(town: Town, from: Date, until: Date): Promise<Date | null> {
  const [next] = await town.look<{ at: Date | null }>(
    'select min(run_at) as at from platform.job where dead_at is null and run_at > $1 and run_at <= $2',
    [from, until],
  );
  return next?.at ?? null;
}

const patienceMs = 15_000;
/** The clock runs on while we look: what one job asks of the next may be due a moment after we looked. */
const almostDueMs = 1_000;

async function untilNothingIsDue(town: Town, now: () => Date): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const due = await town.look<{ kind: string; last_error: string | null }>(
      'select kind, last_error from platform.job where dead_at is null and run_at <= $1',
      [new Date(now().getTime() + almostDueMs)],
    );
    if (due.length === 0) break;
    if (performance.now() > until) {
      throw new Error(
        `These jobs do not end: ${due.map(({ kind, last_error }) => `${kind} (${last_error})`).join(', ')}`,
      );
    }
    await pause(20);
  }
  // A job that failed waits for its next turn; it must not pass unseen.
  const [failed] = await town.look<{ kind: string; last_error: string | null }>(
    'select kind, last_error from platform.job where failures > 0 limit 1',
  );
  if (failed) throw new Error(`The job ${failed.kind} failed: ${failed.last_error}`);
}

/** The same rules; what is in order is not described. */
const onlyViolations = { reporter: 'no-passes' } as const;

/** Nothing on this page stands in the way of somebody who hears, sees or moves differently. */
export async function isOpenToEverybody(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(onlyViolations).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
