import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { type CastKey, cast, employer } from '../../../database/demo/cast.ts';
import { desksOf } from '../../../tests/support/desks.ts';
import { reported } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { newId, notify } from '../../platform/index.ts';
import { correctIncident } from '../correct-incident.ts';
import { narrowForGuests } from '../index.ts';
import { peopleRoutes } from '../people/routes.ts';
import { summaryRoutes } from './routes.ts';

let town: TownAtWork;
let as: ReturnType<typeof desksOf>;
let incidentId: string;

beforeAll(async () => {
  town = await townAtWork();
  const needs = { vault: town.vault, notify };
  as = desksOf(town, [...peopleRoutes(needs), ...summaryRoutes(needs)]);
});
beforeEach(async () => {
  incidentId = await fromFatima({ witnessIds: [cast.mila.id] });
});

/** Reported by Fatima; Henk leads it. */
async function fromFatima(more: Partial<contract.IncidentReport>): Promise<string> {
  const id = await reported(town, 'fatima', { aggressor: { knowledge: 'named', text: 'K. Wolters' }, ...more });
  await town.settle();
  return id;
}

const calm: contract.SummaryTexts = {
  happened: 'Een inwoner dreigde aan de balie.',
  done: 'De collega stopte het gesprek en riep hulp.',
  learned: 'De alarmknop zat te ver weg.',
  agreed: 'We leggen de knop naast het scherm.',
};
const params = () => ({ incidentId });
const write = async (more: Partial<contract.SummaryTexts> = {}, keep: string[] = [], who: CastKey = 'henk') =>
  (await as(who)).ask(contract.writeSummary, { params: params(), body: { texts: { ...calm, ...more }, keep } });
const check = async (more: Partial<contract.SummaryTexts>) =>
  (await as('henk')).ask(contract.checkSummary, { params: params(), body: { ...calm, ...more } });
const answer = async (who: CastKey, said: contract.SummaryAnswer, more: Record<string, unknown> = {}) =>
  (await as(who)).ask(contract.answerSummary, {
    params: params(),
    body: { version: 1, answer: said, words: null, inLibrary: false, ...more },
  });
const readsIt = async (who: CastKey) => (await as(who)).ask(contract.readSummary, { params: params() });
const readsOwn = async (who: CastKey) => (await as(who)).ask(contract.mySummary, { params: params() });
const listed = async (who: CastKey, body: Record<string, unknown> = {}) =>
  (await (await as(who)).ask(contract.listTeamSummaries, { body: { scope: 'team', ...body } })).body.summaries;
const texts = async (who: CastKey, body: Record<string, unknown> = {}) =>
  (await listed(who, body)).map(({ texts: { happened } }) => happened);

describe('writing a summary', () => {
  it('points at every name and number in it, and keeps nothing meanwhile', async () => {
    const found = await check({
      happened: 'Wolters schold Fatima uit.',
      learned: 'Milas idee: bel 06 12345678.',
    });
    expect(found.body.traces).toEqual([
      { part: 'happened', kind: 'name', found: 'Wolters', role: 'aggressor' },
      { part: 'happened', kind: 'name', found: 'Fatima', role: 'victim' },
      { part: 'learned', kind: 'name', found: 'Milas', role: 'witness' },
      { part: 'learned', kind: 'phone', found: '06 12345678', role: null },
    ]);
    expect((await readsIt('henk')).body.current).toBeNull();
  });

  it('points at a relative, and at a name in a description', async () => {
    incidentId = await fromFatima({ aggressor: { knowledge: 'described', text: 'Man met pet, heet geloof ik Gijs' } });
    const body = { relativeId: newId(), relation: 'partner', name: 'Noor Amrani' };
    await (await as('henk')).ask(contract.addRelative, { params: params(), body });
    const { traces } = (await check({ happened: 'Noor zag een man met een pet. Hij heet Gijs.' })).body;
    expect(traces.map(({ found, role }) => [found, role])).toEqual([
      ['Noor', 'relative'],
      ['Gijs', 'aggressor'],
    ]);
  });

  it('is refused while a name stands in it, until the writer says that this word may stand', async () => {
    expect((await write({ happened: 'Fatima was aan de balie.' })).code).toBe('summary-holds-names');
    expect((await write({ happened: 'Fatima was aan de balie.' }, ['fatima'])).body).toMatchObject({ version: 1 });
  });

  it('never holds a citizen service number', async () => {
    expect((await check({ done: 'BSN 111222333' })).body).toMatchObject({ errors: [{ pointer: '/done' }] });
    expect((await write({ done: 'BSN 111222333' }, ['111222333'])).body).toMatchObject({
      errors: [{ pointer: '/texts/done', code: 'citizen-service-number' }],
    });
  });

  it('is for who follows it up, not for those concerned', async () => {
    expect((await write({}, [], 'fatima')).status).toBe(403);
    expect((await write({}, [], 'daan')).status).toBe(404);
    expect((await readsIt('fatima')).status).toBe(403);
    expect((await readsOwn('mila')).status).toBe(403);
  });

  it('tells the one it happened to, without the text', async () => {
    town.mailboxOf('fatima').clear();
    await write();
    await town.settle();
    const mail = town.mailboxOf('fatima').expectsMessage(/Lees je mee met een tekst voor het team/);
    expect(mail).not.toContain('balie');
  });

  it('leaves no readable word in the database', async () => {
    await write({ happened: 'Kamperfoelie aan de balie.' });
    const rows = await town.look<{ row: string }>('select to_jsonb(v)::text as row from incident.summary_version v');
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Kamperfoelie').toString('hex'));
  });
});

describe('a summary is read by the team', () => {
  it('only after the one it happened to said yes', async () => {
    await write({ happened: 'Eerst ja' });
    expect(await texts('sanne')).not.toContain('Eerst ja');
    await answer('fatima', 'good');
    expect(await texts('sanne')).toContain('Eerst ja');
    expect((await readsIt('henk')).body).toMatchObject({
      sharedAt: town.now.toISOString(),
      asked: [{ person: { id: cast.fatima.id }, decides: true, canAnswer: true, answer: 'good' }],
    });
  });

  it('not by another team, and not by the organisation', async () => {
    await write({ happened: 'Alleen wij' });
    await answer('fatima', 'good');
    for (const who of ['daan', 'els', 'karin'] as const) {
      expect(await texts(who)).not.toContain('Alleen wij');
      expect(await texts(who, { scope: 'library' })).not.toContain('Alleen wij');
    }
  });

  it('not when the one it happened to asks for something else, in words that only the writer reads', async () => {
    await write({ happened: 'Te precies' });
    await answer('fatima', 'otherwise', { words: 'Laat de dag weg.' });
    expect(await texts('sanne')).not.toContain('Te precies');
    expect((await readsIt('henk')).body.asked).toMatchObject([{ answer: 'otherwise', words: 'Laat de dag weg.' }]);
    await town.settle();
    town.mailboxOf('henk').expectsMessage(/Iemand heeft je tekst voor het team gelezen/);
  });

  it('anew after every change, and the earlier text is kept', async () => {
    await write({ happened: 'Eerste versie' });
    await answer('fatima', 'good');
    await write({ happened: 'Tweede versie' });
    expect(await texts('sanne')).not.toContain('Eerste versie');
    expect(await texts('sanne')).not.toContain('Tweede versie');
    expect((await answer('fatima', 'good', { version: 1 })).code).toBe('summary-changed');
    await answer('fatima', 'good', { version: 2 });
    expect(await texts('sanne')).toContain('Tweede versie');
    expect((await readsIt('henk')).body.earlier).toMatchObject([{ version: 1, texts: { happened: 'Eerste versie' } }]);
  });

  it('no longer when the one it happened to takes it back', async () => {
    await write({ happened: 'Toch niet' });
    await answer('fatima', 'good', { inLibrary: true });
    await answer('fatima', 'not');
    expect(await texts('sanne')).not.toContain('Toch niet');
    expect(await texts('daan', { scope: 'library' })).not.toContain('Toch niet');
    const steps = await town.look<{ kind: string }>(
      `select kind from incident.step where incident_id = $1 and kind like 'summary%' order by id`,
      [incidentId],
    );
    expect(steps.map(({ kind }) => kind)).toEqual(['summary_asked', 'summary_shared', 'summary_withdrawn']);
  });

  it('no longer from the moment that the report was set right', async () => {
    await write({ happened: 'Het was kritiek' });
    await answer('fatima', 'good');
    await town.as('henk', (tx) =>
      correctIncident({ vault: town.vault }, tx, cast.henk.id, { incidentId, reason: 'criticism_not_aggression' }),
    );
    expect(await texts('sanne')).not.toContain('Het was kritiek');
    await town.settle();
    expect(await town.look('select from incident.team_summary where incident_id = $1', [incidentId])).toEqual([]);
  });
});

describe('where it happened to several', () => {
  beforeEach(async () => {
    incidentId = await fromFatima({ target: 'colleague', victimIds: [cast.sanne.id, cast.joris.id] });
    await write({ happened: `Met meer ${incidentId}` });
  });
  const isRead = async () => (await texts('mila')).includes(`Met meer ${incidentId}`);

  it('each of them must say yes; the reporter may say something, and does not decide', async () => {
    await answer('fatima', 'not');
    await answer('sanne', 'good');
    expect(await isRead()).toBe(false);
    await answer('joris', 'good');
    expect(await isRead()).toBe(true);
    expect((await readsOwn('fatima')).body.summary).toMatchObject({ decides: false, myAnswer: 'not', isShared: true });
  });

  it('two who say yes at the same moment are both counted', async () => {
    await Promise.all([answer('sanne', 'good'), answer('joris', 'good')]);
    expect(await isRead()).toBe(true);
  });

  it('one who is added later is asked too, and until then nobody reads it', async () => {
    await answer('sanne', 'good');
    await answer('joris', 'good');
    await town.look(
      `insert into incident.involved (id, employer_id, incident_id, role, person_id, added_by, added_at)
       select $2, employer_id, id, 'victim', $3, $4, reported_at from incident.incident where id = $1`,
      [incidentId, newId(), cast.mila.id, cast.henk.id],
    );
    expect(await isRead()).toBe(false);
  });

  it('is in the library only when all of them want that, and there nothing tells where', async () => {
    const inLibrary = async () =>
      (await listed('daan', { scope: 'library' })).filter(({ texts: { happened } }) => happened.includes(incidentId));
    await answer('sanne', 'good', { inLibrary: true });
    await answer('joris', 'good');
    expect(await inLibrary()).toEqual([]);
    await answer('joris', 'good', { inLibrary: true });
    expect(await inLibrary()).toMatchObject([{ teamName: null, discussedOn: null, mayMark: false }]);
  });

  it('what one of them answered is not told to the others', async () => {
    await answer('sanne', 'otherwise', { words: 'Niet zo' });
    expect(JSON.stringify((await readsOwn('joris')).body)).not.toContain('Niet zo');
    expect((await readsOwn('joris')).body.summary).toMatchObject({ decides: true, myAnswer: null, isShared: false });
  });
});

describe('a guest to whom it happened', () => {
  const guestId = newId();

  it('can answer only while there is a link, and the writer sees whether there is', async () => {
    await town.look(
      `insert into organisation.person (id, employer_id, given_name, family_name, email, job_title, kind, home_employer_name,
         created_at, is_by_link)
       values ($1, $2, 'Gerda', 'Buiten', 'gerda@buiten.example', '', 'guest', 'UWV', $3, true)`,
      [guestId, employer.id, town.now],
    );
    incidentId = await fromFatima({ target: 'colleague', victimIds: [guestId] });
    await write();
    const canAnswer = async () =>
      (await readsIt('henk')).body.asked.find(({ person }) => person.id === guestId)?.canAnswer;
    expect(await canAnswer()).toBe(false);
    await town.look(
      `insert into incident.guest_link (id, employer_id, person_id, incident_id, token_hash, sent_by, sent_at, expires_at)
       values ($1, $2, $3, $4, sha256($5), $6, $7, $8)`,
      [
        newId(),
        employer.id,
        guestId,
        incidentId,
        newId(),
        cast.henk.id,
        town.now,
        new Date(town.now.getTime() + 60_000),
      ],
    );
    expect(await canAnswer()).toBe(true);
  });

  it('reads and answers what is theirs by that link, and no list of a team', () => {
    const routes = summaryRoutes({ vault: town.vault, notify });
    const open = narrowForGuests(routes).filter((route) => routes.includes(route));
    expect(open.map(({ descriptor }) => descriptor.name)).toEqual(['mySummary', 'answerSummary']);
  });
});

describe('the list for the meeting', () => {
  const shared = async (happened: string) => {
    incidentId = await fromFatima({});
    await write({ happened });
    await answer('fatima', 'good', { inLibrary: true });
    await town.fastForward({ minutes: 1 });
  };

  it('has the latest first, by pages, and is searched by the words in it', async () => {
    for (const happened of ['Zilverreiger één', 'Zilverreiger twee', 'Iets anders']) await shared(happened);
    const ask = async (body: Record<string, unknown>) =>
      (await (await as('mila')).ask(contract.listTeamSummaries, { body: { scope: 'team', ...body } })).body;
    const first = await ask({ limit: 2 });
    expect(first.summaries.map(({ texts: { happened } }) => happened)).toEqual(['Iets anders', 'Zilverreiger twee']);
    const second = await ask({ limit: 1, cursor: first.next ?? '' });
    expect(second.summaries.map(({ texts: { happened } }) => happened)).toEqual(['Zilverreiger één']);
    const found = await ask({ words: 'zilverreiger EEN' });
    expect(found.summaries.map(({ texts: { happened } }) => happened)).toEqual(['Zilverreiger één']);
  });

  it('is marked as discussed by who leads the team, on a day that has come', async () => {
    await shared('Besproken');
    const [{ summaryId = '' } = {}] = (await listed('mila')).filter(({ texts: t }) => t.happened === 'Besproken');
    const mark = async (who: CastKey, discussedOn: string | null) =>
      (await as(who)).ask(contract.markDiscussed, { params: { summaryId }, body: { discussedOn } });
    expect((await mark('mila', '2026-03-09')).status).toBe(403);
    expect((await mark('daan', '2026-03-09')).status).toBe(403);
    expect((await mark('henk', '2026-04-09')).body).toMatchObject({ errors: [{ code: 'in-the-future' }] });
    expect((await mark('henk', '2026-03-10')).body).toEqual({ summaryId, discussedOn: '2026-03-10' });
    expect(await listed('mila')).toContainEqual(expect.objectContaining({ summaryId, discussedOn: '2026-03-10' }));
  });

  it('is open to colleagues of the employer only where it is the library', async () => {
    await shared('Bibliotheek');
    expect(await texts('daan', { scope: 'library' })).toContain('Bibliotheek');
    expect(await texts('sami', { scope: 'library' })).toEqual([]);
  });
});
