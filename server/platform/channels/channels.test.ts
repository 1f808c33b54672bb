import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { type MailServer, mailServer } from '../../../tests/support/mail-server.ts';
import { type PushService, pushService, type SmsGateway, smsGateway } from '../../../tests/support/phones.ts';
import { openDatabase, type PlatformDatabase } from '../database.ts';
import { Subscriptions } from '../events.ts';
import { houseAt } from '../http/asker.ts';
import { openHttp } from '../http/server.ts';
import { newId } from '../ids.ts';
import { type JobRunner, startJobRunner } from '../job-runner.ts';
import { JobRegistry } from '../jobs.ts';
import { keysFrom } from '../keys.ts';
import { silentLog } from '../log.ts';
import type { Tx } from '../tx.ts';
import { createVault } from '../vault/index.ts';
import { channelRefusals, createChannels, type NewNotification, notify, notifyWithSecret } from './index.ts';
import { internationalNumber } from './sms-gateway.ts';

/** A Monday, two in the afternoon; it ticks, so that what must be tried again is. */
const started = Date.now();
const now = () => new Date(Date.parse('2026-03-02T13:00:00Z') + Date.now() - started);
const dueAt = '2026-03-02T14:00:00Z';
const publicUrl = 'https://rugdekking.wierdam.example';
const keys = keysFrom(randomBytes(32));
const vault = createVault(keys);
const employerId = newId<'employer'>();
const fatima = newId<'person'>();
const incidentId = newId<'incident'>();

let town: TestDatabase;
let database: PlatformDatabase;
let mail: MailServer;
let sms: SmsGateway;
let push: PushService;
let runner: JobRunner;
let http: ReturnType<typeof openHttp>;
let henk: string;

beforeAll(async () => {
  town = await testDatabase();
  [mail, sms, push] = await Promise.all([mailServer(), smsGateway(), pushService()]);
  await sessionsByPersonId();
  database = openDatabase({
    ...town.urls,
    functions: { enterSession: 'public.session_of' },
    onJobs: (earliest) => runner?.expect(earliest),
  });
  const channels = createChannels({
    keys,
    vault,
    publicUrl,
    settings: {
      smtpUrl: mail.url,
      mailFrom: 'Rugdekking <noreply@wierdam.example>',
      smsGateway: { url: sms.url, token: sms.token },
      pushServices: [push.origin],
    },
    findReachability: async (_tx, personId) =>
      personId === henk
        ? { email: `${henk}@wierdam.example`, phone: henksNumber().replace('+31', '0'), language: 'nl' }
        : undefined,
    isDemonstration: true,
    findDemonstrationEmployer: async () => employerId,
  });
  const registry = new JobRegistry();
  channels.handleJobs(registry);
  runner = await startJobRunner({
    database,
    registry,
    subscriptions: new Subscriptions(),
    now,
    log: silentLog,
  });
  http = openHttp({
    database,
    now,
    house: houseAt(publicUrl),
    log: silentLog,
    sentences: channelRefusals,
    routes: channels.routes,
    isDemonstration: true,
    checkAnswers: true,
  });
  return async () => {
    await runner.stop();
    channels.close();
    await http.close();
    await database.end();
  };
});

beforeEach(() => {
  henk = newId<'person'>();
});

/** A session of whoever the cookie names: signing in is not what is looked at here. */
async function sessionsByPersonId(): Promise<void> {
  await town.owner.query(`
    create table public.visitor (hash text primary key, person_id uuid not null);
    grant select on public.visitor to rugdekking_app;
    create function public.session_of(hash text, moment timestamptz)
      returns table (person_id uuid, employer_id uuid, session_id uuid) language plpgsql as $$
        begin
          select v.person_id, '${employerId}', v.person_id into person_id, employer_id, session_id
          from public.visitor v where v.hash = session_of.hash;
          perform set_config('app.employer', employer_id::text, true), set_config('app.person', person_id::text, true),
            set_config('app.now', moment::text, true), set_config('app.grantees', '{}', true);
          return next;
        end $$`);
}

async function ask(personId: string, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) {
  const token = `token-of-${personId}`;
  await town.owner.query(
    "insert into public.visitor values (encode(sha256($1::bytea), 'hex'), $2) on conflict do nothing",
    [token, personId],
  );
  const answer = await http.inject({
    method,
    url: `/api/v1${path}`,
    cookies: { '__Host-session': token },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const asFatima = (work: (tx: Tx) => Promise<void>) =>
  database.transact({ role: 'app', employerId, personId: fatima, now: now() }, work);

function tellHenk(more: Partial<NewNotification> = {}): Promise<void> {
  const news = { personId: henk, template: 'incident-reported', incidentId, urgent: true, data: { dueAt } } as const;
  return asFatima((tx) => notify(tx, { ...news, ...more }));
}

async function deliveries(channel?: string) {
  const { rows } = await town.owner.query<{ channel: string; state: string; reason: string | null }>(
    `select d.channel, d.state, d.reason from platform.delivery d join platform.notification n on n.id = d.notification_id
     where n.person_id = $1 and ($2::text is null or d.channel = $2) order by d.channel`,
    [henk, channel ?? null],
  );
  return rows;
}

async function subscribed(device: string, personId = henk): Promise<{ subscriptionId: string; receipt: string }> {
  const { status, body } = await ask(personId, 'POST', '/push-subscriptions', push.subscriptionOf(device));
  expect(status).toBe(200);
  return body;
}

/** Every Henk has a telephone of his own. */
const henksNumber = () => `+316${String(Number.parseInt(henk.slice(-6), 16)).padStart(8, '0')}`;
const henksTexts = () => sms.messages.filter(({ to }) => to === henksNumber());
const henksMail = () => mail.mailsTo(`${henk}@wierdam.example`);
const pushTo = (device: string) => push.messages.filter((message) => message.device === device);
const eventually = { timeout: 8_000, interval: 20 };

describe('an urgent message', () => {
  it('reaches Henk by push, text message, mail and in the app, without a name or a story', async () => {
    await subscribed(`henk-${henk}`);
    await tellHenk();
    await vi.waitFor(async () => expect(await deliveries()).toHaveLength(3), eventually);

    expect(henksTexts()[0]).toMatchObject({
      text: `Nieuwe melding. Bel je collega uiterlijk vandaag om 15.00 uur. ${publicUrl}/meldingen/${incidentId}`,
    });
    const [letter] = henksMail();
    expect(letter?.subject).toBe('Nieuwe melding. Bel je collega uiterlijk vandaag om 15.00 uur');
    expect(letter?.text).toContain(`${publicUrl}/meldingen/${incidentId}`);
    expect(letter?.html).toContain('Bekijk de melding');
    const [message] = pushTo(`henk-${henk}`);
    expect(message).toMatchObject({ ttl: '300', urgency: 'high', body: '' });
    expect(message?.authorization).toMatch(/^vapid t=.+, ?k=/);
    expect(message?.topic.length).toBeLessThanOrEqual(32);
    const { body } = await ask(henk, 'GET', '/notifications');
    expect(body).toMatchObject({
      unreadCount: 1,
      notifications: [
        { template: 'incident-reported', isUrgent: true, path: `/meldingen/${incidentId}`, readAt: null },
      ],
    });
  });

  it('leaves nothing behind when the work that it tells about is undone', async () => {
    await expect(
      asFatima(async (tx) => {
        await notify(tx, { personId: henk, template: 'incident-reported', urgent: true });
        throw new Error('after all not');
      }),
    ).rejects.toThrow('after all not');
    expect((await ask(henk, 'GET', '/notifications')).body.notifications).toEqual([]);
  });

  it('is not texted when it can wait', async () => {
    await tellHenk({ template: 'task-assigned', urgent: false });
    await vi.waitFor(() => expect(henksMail()).toHaveLength(1), eventually);
    expect(henksTexts()).toEqual([]);
  });

  it('goes nowhere when somebody has left', async () => {
    await tellHenk({ personId: newId() });
    await vi.waitFor(async () => {
      const { rows } = await town.owner.query(
        "select kind, failures, last_error from platform.job where kind <> 'push-received'",
      );
      expect(rows).toEqual([]);
    }, eventually);
    expect(await deliveries()).toEqual([]);
  });
});

describe('mail', () => {
  it('is tried again when the server is away for a moment, under the same Message-ID', async () => {
    mail.refuseNext(`${henk}@wierdam.example`, 450);
    await tellHenk();
    await vi.waitFor(() => expect(henksMail()).toHaveLength(1), eventually);
    const { rows } = await town.owner.query<{ id: string }>(
      'select id from platform.notification where person_id = $1',
      [henk],
    );
    expect(henksMail()[0]?.messageId).toBe(`<${rows[0]?.id}@rugdekking.wierdam.example>`);
  });

  it('is not sent again and again to an address that does not exist', async () => {
    mail.refuseNext(`${henk}@wierdam.example`, 550);
    await tellHenk({ template: 'task-assigned', urgent: false });
    await vi.waitFor(
      async () =>
        expect(await deliveries('email')).toEqual([{ channel: 'email', state: 'failed', reason: 'smtp-550' }]),
      eventually,
    );
    expect(henksMail()).toEqual([]);
  });

  it('carries a code that is sealed until it is sent, and forgotten afterwards', async () => {
    const news = { personId: henk, template: 'sign-in-code', urgent: false } as const;
    await asFatima((tx) => notifyWithSecret(tx, vault, news, '482913'));
    await vi.waitFor(() => expect(henksMail()[0]?.text).toContain('Je code is 482913.'), eventually);
    await vi.waitFor(async () => {
      const { rows } = await town.owner.query('select sealed_secret from platform.notification where person_id = $1', [
        henk,
      ]);
      expect(rows).toEqual([{ sealed_secret: null }]);
    }, eventually);
    expect((await ask(henk, 'GET', '/notifications')).body.notifications).toEqual([]);
  });
});

describe('a text message', () => {
  it('is tried again until the gateway takes it', async () => {
    sms.answerNext(henksNumber(), 503, 429);
    await tellHenk();
    await vi.waitFor(() => expect(henksTexts()).toHaveLength(1), eventually);
  });

  it('is known to have arrived, or not, when the gateway says so', async () => {
    await tellHenk();
    await vi.waitFor(async () => expect(await deliveries('sms')).toHaveLength(1), eventually);
    const reference = henksTexts()[0]?.reference;
    const answer = await ask(fatima, 'POST', '/sms-receipts', { reference, status: 'delivered' });
    expect(answer.status).toBe(200);
    await vi.waitFor(async () => expect((await deliveries('sms'))[0]?.state).toBe('received'), eventually);
  });

  it('is never said to have arrived by somebody who made the reference up', async () => {
    const reference = randomBytes(48).toString('base64url');
    const { status } = await ask(fatima, 'POST', '/sms-receipts', { reference, status: 'delivered' });
    expect(status).toBe(404);
  });
});

describe('a device', () => {
  it('confirms what it received', async () => {
    const { receipt } = await subscribed(`phone-${henk}`);
    await tellHenk();
    await vi.waitFor(async () => expect(await deliveries('push')).toHaveLength(1), eventually);
    expect((await ask(fatima, 'POST', '/push-receipts', { receipt })).status).toBe(200);
    await vi.waitFor(async () => expect((await deliveries('push'))[0]?.state).toBe('received'), eventually);
  });

  it('is forgotten when the push service no longer knows it', async () => {
    await subscribed(`old-${henk}`);
    push.answerNext(`old-${henk}`, 410);
    await tellHenk();
    await vi.waitFor(async () => {
      const { rows } = await town.owner.query('select from platform.push_subscription where person_id = $1', [henk]);
      expect(rows).toHaveLength(0);
    }, eventually);
  });

  it('is one subscription, however often it subscribes', async () => {
    const first = await subscribed(`twice-${henk}`);
    const second = await subscribed(`twice-${henk}`);
    expect(second.subscriptionId).toBe(first.subscriptionId);
  });

  it('that is shared tells only whoever subscribed on it last', async () => {
    const first = await subscribed(`shared-${henk}`, fatima);
    const last = await subscribed(`shared-${henk}`);
    await vi.waitFor(async () => {
      const { rows } = await town.owner.query<{ person_id: string }>(
        'select person_id from platform.push_subscription where id = any($1)',
        [[first.subscriptionId, last.subscriptionId]],
      );
      expect(rows).toEqual([{ person_id: henk }]);
    }, eventually);
  });

  it('can be left alone again, by its own person only', async () => {
    const { subscriptionId } = await subscribed(`quiet-${henk}`);
    expect((await ask(fatima, 'DELETE', `/push-subscriptions/${subscriptionId}`)).status).toBe(404);
    expect((await ask(henk, 'DELETE', `/push-subscriptions/${subscriptionId}`)).status).toBe(200);
  });

  it.each([
    'https://intern.wierdam.example/x',
    'http://127.0.0.1:1/x',
    'https://fcm.googleapis.com.evil.example/x',
  ])('cannot make our server post to %s', async (endpoint) => {
    const { status, body } = await ask(henk, 'POST', '/push-subscriptions', { ...push.subscriptionOf('x'), endpoint });
    expect([status, body.code]).toEqual([409, 'push-service-unknown']);
  });
});

describe('my notifications', () => {
  it('come in pages, newest first, and are mine only', async () => {
    for (let i = 0; i < 5; i++) await tellHenk({ urgent: false, data: {} });
    const first = await ask(henk, 'GET', '/notifications?limit=3');
    const second = await ask(henk, 'GET', `/notifications?limit=3&cursor=${first.body.next}`);
    const ids = [...first.body.notifications, ...second.body.notifications].map(({ id }: { id: string }) => id);
    expect([first.body.notifications.length, second.body.notifications.length, second.body.next]).toEqual([3, 2, null]);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect((await ask(fatima, 'GET', '/notifications')).body.notifications).toEqual([]);
    expect((await ask(fatima, 'POST', `/notifications/${ids[0]}/read`)).status).toBe(404);
  });

  it('are read one by one, or all at once', async () => {
    for (let i = 0; i < 3; i++) await tellHenk({ urgent: false, data: {} });
    const { body } = await ask(henk, 'GET', '/notifications');
    await ask(henk, 'POST', `/notifications/${body.notifications[0].id}/read`);
    expect((await ask(henk, 'GET', '/notifications/unread')).body).toEqual({ unreadCount: 2 });
    expect((await ask(henk, 'POST', '/notifications/read')).body).toEqual({ readCount: 2 });
    expect((await ask(henk, 'GET', '/notifications/unread')).body).toEqual({ unreadCount: 0 });
  });
});

it.each([
  ['06 12 34 56 78', '+31612345678'],
  ['+31 (0)6 12345678', '+31612345678'],
  ['0032 470 12 34 56', '+32470123456'],
])('dials %s as %s', (written, dialled) => {
  expect(internationalNumber(written)).toBe(dialled);
});

it('offers the key to subscribe with', async () => {
  expect((await ask(henk, 'GET', '/push-key')).body).toEqual({ publicKey: keys.vapid.publicKey });
});
