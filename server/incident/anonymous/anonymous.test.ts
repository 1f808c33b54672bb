import { createHash, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { type CastKey, cast, employer } from '../../../database/demo/cast.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { openDoors, type Visitor } from '../../../tests/support/visitor.ts';
import { identityRefusals, identityRoutes } from '../../identity/index.ts';
import { organisationRefusals } from '../../organisation/index.ts';
import { newId, notify } from '../../platform/index.ts';
import { installDefaults } from '../../protocol/index.ts';
import { anonymousRefusals } from './refusals.ts';
import { anonymousRoutes } from './routes.ts';
import { whenMessageComes } from './when-message-comes.ts';

let town: Town;
let somebody: Visitor;
let stepIn: (who: CastKey) => Promise<Visitor>;
beforeEach(async () => {
  town = await foundTown();
  const needs = { vault: town.vault, notify };
  const routes = [...identityRoutes({ ...needs, furnish: installDefaults }), ...anonymousRoutes(needs)];
  const doors = openDoors(town, routes, { ...organisationRefusals, ...identityRefusals, ...anonymousRefusals });
  somebody = doors.visitor();
  stepIn = (who) => doors.visitor().stepInAs(who);
});

const newKey = () => createHash('sha256').update(randomBytes(20)).digest('hex');
const start = (more: object = {}) => ({
  talkId: newId(),
  messageId: newId(),
  employerId: employer.id,
  to: 'confidential_adviser',
  key: newKey(),
  text: 'De chef lacht als wij worden uitgescholden.',
  ...more,
});

async function started(more: object = {}) {
  const talk = start(more);
  expect((await somebody.ask(contract.startAnonymousTalk, { body: talk })).status).toBe(200);
  return talk;
}
const read = async (key: string) => (await somebody.ask(contract.readAnonymousTalk, { body: { key } })).body;
const opens = async (who: CastKey, talkId: string) =>
  (await stepIn(who)).ask(contract.openAnonymousTalk, { params: { talkId } });
const replies = async (who: CastKey, talkId: string, text: string) =>
  (await stepIn(who)).ask(contract.replyInAnonymousTalk, { params: { talkId }, body: { messageId: newId(), text } });

describe('somebody without a name', () => {
  it('sees with whom they can talk, without signing in', async () => {
    const { body } = await somebody.ask(contract.anonymousDoor);
    expect(body).toEqual({
      employerId: employer.id,
      organisationName: 'Gemeente Wierdam',
      recipients: ['confidential_adviser', 'coordinator'],
    });
  });

  it('talks with the confidential adviser, to and fro', async () => {
    const { talkId, key, text } = await started();
    await replies('ruud', talkId, 'Dank je wel. Wanneer was dat?');
    town.fastForward({ hours: 1 });
    const answer = { key, messageId: newId(), text: 'Dinsdag, aan balie 2.' };
    expect((await somebody.ask(contract.answerAnonymousTalk, { body: answer })).status).toBe(200);
    expect(await read(key)).toMatchObject({
      to: 'confidential_adviser',
      organisationName: 'Gemeente Wierdam',
      state: 'open',
      messages: [
        { isMine: true, text },
        { isMine: false, text: 'Dank je wel. Wanneer was dat?' },
        { isMine: true, text: 'Dinsdag, aan balie 2.' },
      ],
    });
  });

  it('leaves no person, session or address behind, and no readable word', async () => {
    const { talkId, key } = await started();
    await somebody.ask(contract.answerAnonymousTalk, { body: { key, messageId: newId(), text: 'Nog iets.' } });
    expect(await town.look('select author_id from incident.anonymous_message')).toEqual([
      { author_id: null },
      { author_id: null },
    ]);
    const record = await town.look<{ actor: string; person_id: null; session_id: null }>(
      'select actor_kind as actor, person_id, session_id from platform.audit_entry where object_id = $1',
      [talkId],
    );
    expect(record).toEqual([{ actor: 'visitor', person_id: null, session_id: null }]);
    expect(await town.look('select person_id from platform.event')).toEqual([{ person_id: null }, { person_id: null }]);
    const [{ found } = { found: '' }] = await town.look<{ found: string }>(
      'select string_agg(to_jsonb(m)::text, $1) || (select string_agg(to_jsonb(t)::text, $1) from incident.anonymous_talk t) as found from incident.anonymous_message m',
      [' '],
    );
    expect(found).not.toContain(Buffer.from('chef').toString('hex'));
    expect(found).not.toContain(key);
  });

  it('stays unknown to the record also when they were signed in on that device', async () => {
    const sanne = await stepIn('sanne');
    const talk = start();
    await sanne.ask(contract.startAnonymousTalk, { body: talk });
    const record = await town.look('select person_id, session_id from platform.audit_entry where object_id = $1', [
      talk.talkId,
    ]);
    expect(record).toEqual([{ person_id: null, session_id: null }]);
  });

  it('has one talk, however often it is sent', async () => {
    const talk = await started();
    expect((await somebody.ask(contract.startAnonymousTalk, { body: talk })).status).toBe(200);
    expect((await somebody.ask(contract.startAnonymousTalk, { body: { ...talk, key: newKey() } })).code).toBe(
      'talk-exists',
    );
    expect(await town.look('select from incident.anonymous_message')).toHaveLength(1);
  });

  it('is told so when the code is wrong, and after many tries has to wait', async () => {
    const codes: (string | undefined)[] = [];
    for (let turn = 0; turn < 101; turn += 1) {
      codes.push((await somebody.ask(contract.readAnonymousTalk, { body: { key: newKey() } })).code);
    }
    expect(codes[0]).toBe('talk-unknown');
    expect(codes.at(-1)).toBe('too-many-tries');
  });

  it('cannot leave a citizen service number', async () => {
    const { status, body } = await somebody.ask(contract.startAnonymousTalk, {
      body: start({ text: 'BSN 111222333' }),
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ pointer: '/text', code: 'citizen-service-number' }] });
  });

  it('cannot talk with an employer that is not here', async () => {
    const { code } = await somebody.ask(contract.startAnonymousTalk, { body: start({ employerId: newId() }) });
    expect(code).toBe('nobody-to-talk-to');
  });
});

describe('whoever the talk is for', () => {
  it('is the only one who sees that there is one', async () => {
    const { talkId } = await started();
    expect((await opens('ruud', talkId)).body).toMatchObject({ messages: [{ author: null, isMine: false }] });
    for (const who of ['yusuf', 'henk', 'bas', 'noor', 'fatima'] as const) {
      expect([who, (await opens(who, talkId)).status]).toEqual([who, 404]);
      expect([who, (await replies(who, talkId, 'Ik zie je.')).status]).toEqual([who, 404]);
      const list = await (await stepIn(who)).ask(contract.listAnonymousTalks);
      expect([who, list.body]).toEqual([who, { talks: [], next: null }]);
    }
  });

  it('hears of each message', async () => {
    const { talkId } = await started({ to: 'coordinator' });
    await town.asWorker((tx) => whenMessageComes({ notify })(tx, { data: { talkId }, incidentId: null } as never));
    const told = await town.look('select person_id, template from platform.notification');
    expect(told).toContainEqual({ person_id: cast.yusuf.id, template: 'anonymous-message' });
    expect(told).not.toContainEqual(expect.objectContaining({ person_id: cast.ruud.id }));
  });

  it('finds what waits for an answer, the newest first, page by page', async () => {
    const first = await started();
    town.fastForward({ minutes: 1 });
    const second = await started();
    await replies('ruud', second.talkId, 'Ik lees het.');
    const ruud = await stepIn('ruud');
    const page = (query: Record<string, string>) => ruud.ask(contract.listAnonymousTalks, { query });
    const { body } = await page({ limit: '1' });
    expect(body.talks).toMatchObject([{ talkId: second.talkId, awaitsReply: false, state: 'open' }]);
    const { body: rest } = await page({ limit: '1', cursor: body.next ?? '' });
    expect(rest).toMatchObject({ talks: [{ talkId: first.talkId, awaitsReply: true }], next: null });
  });

  it('closes it; a new message opens it again', async () => {
    const { talkId, key } = await started();
    const ruud = await stepIn('ruud');
    const closed = await ruud.ask(contract.closeAnonymousTalk, { params: { talkId }, body: {} });
    expect(closed.body).toEqual({ talkId, state: 'closed' });
    expect(await read(key)).toMatchObject({ state: 'closed' });
    await somebody.ask(contract.answerAnonymousTalk, { body: { key, messageId: newId(), text: 'Het is weer zo.' } });
    expect(await read(key)).toMatchObject({ state: 'open' });
  });

  it('leaves each look on the record', async () => {
    const { talkId } = await started();
    await opens('ruud', talkId);
    const looks = await town.look('select person_id from platform.audit_entry where action = $1', [
      'anonymous-talk-read',
    ]);
    expect(looks).toEqual([{ person_id: cast.ruud.id }]);
  });
});
