import { beforeAll, describe, expect, it, vi } from 'vitest';
import { getPostboxMessage, listPostbox } from '../../../contract/notifications.ts';
import { cast, employer } from '../../../database/demo/cast.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { openDoors, type Visitor } from '../../../tests/support/visitor.ts';
import { newId } from '../ids.ts';
import { startJobRunner } from '../job-runner.ts';
import { JobRegistry } from '../jobs.ts';
import { keysFrom } from '../keys.ts';
import { silentLog } from '../log.ts';
import { channelRefusals, createChannels, forgetOldMessages, notify, readChannelSettings } from './index.ts';

let town: Town;
let visitor: Visitor;

beforeAll(async () => {
  town = await foundTown();
  const publicUrl = 'http://localhost:3000';
  const channels = createChannels({
    keys: keysFrom(Buffer.alloc(32, 5)),
    vault: town.vault,
    publicUrl,
    settings: readChannelSettings({}, publicUrl),
    findReachability: async () => ({ email: cast.henk.email, phone: cast.henk.phone, language: 'nl' }),
    isDemonstration: true,
    findDemonstrationEmployer: async () => employer.id,
  });
  const registry = new JobRegistry();
  channels.handleJobs(registry);
  visitor = openDoors(town, channels.routes, channelRefusals).visitor();
  const { database, subscriptions } = town;
  const runner = await startJobRunner({ database, registry, subscriptions, now: () => town.now, log: silentLog });
  const news = {
    personId: cast.henk.id,
    template: 'incident-reported',
    incidentId: newId<'incident'>(),
    urgent: true,
  } as const;
  await town.as('fatima', (tx) => notify(tx, news));
  runner.wake();
  await vi.waitFor(async () => expect((await visitor.ask(listPostbox)).body.messages).toHaveLength(2), 10_000);
  return () => runner.stop();
});

// The last of these empties what the others look at.
describe('the postbox of a demonstration', { shuffle: false }, () => {
  it('holds the mail and the text messages, for whoever walks in', async () => {
    const { body } = await visitor.ask(listPostbox);
    const email = body.messages.find(({ channel }) => channel === 'email');
    expect(body.messages.map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
    expect(email).toMatchObject({ to: cast.henk.email, subject: 'Nieuwe melding voor jou' });
    const opened = await visitor.ask(getPostboxMessage, { params: { messageId: email?.id ?? '' } });
    expect(opened.body.text).toContain('Een collega heeft iets gemeld.');
  });

  it('keeps addresses sealed', async () => {
    const rows = await town.look<{ sealed: Buffer }>('select sealed_message as sealed from platform.postbox_message');
    expect(rows.map(({ sealed }) => sealed.toString('latin1')).join()).not.toContain('wierdam');
  });

  it('comes in pages', async () => {
    const first = await visitor.ask(listPostbox, { query: { limit: '1' } });
    const second = await visitor.ask(listPostbox, { query: { limit: '1', cursor: first.body.next ?? '' } });
    expect(new Set([...first.body.messages, ...second.body.messages].map(({ id }) => id)).size).toBe(2);
    expect(second.body.next).toBeNull();
  });

  it('is emptied after a while, as are old notifications', async () => {
    town.fastForward({ days: 31 });
    await town.asWorker(forgetOldMessages);
    expect((await visitor.ask(listPostbox)).body.messages).toEqual([]);
    expect(await town.look('select from platform.notification')).toHaveLength(1);
    town.fastForward({ days: 335 });
    await town.asWorker(forgetOldMessages);
    expect(await town.look('select from platform.notification')).toHaveLength(0);
  });
});
