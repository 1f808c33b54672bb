import { beforeEach, describe, expect, it } from 'vitest';
import { type CastKey, cast, locations } from '../../../database/demo/cast.ts';
import { reported } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { notify } from '../../platform/index.ts';
import { recordContact } from '../chain/record-contact.ts';
import { takeUpIncident } from '../chain/take-up-incident.ts';
import { correctIncident } from '../correct-incident.ts';
import { readDossier } from '../dossier/dossier.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { listIncidents } from '../list/incident-list.ts';
import { readMyIncident } from '../mine/my-incident.ts';
import { sendResponse } from '../response/send-response.ts';
import { answerWithdrawal } from '../withdrawal/answer-withdrawal.ts';
import { withdrawReport } from '../withdrawal/withdraw-report.ts';
import { decideSameEvent } from './decide-same-event.ts';
import { proposeSameEvent, readSameEvents } from './read-same-events.ts';
import { separateSameEvent } from './separate-dossiers.ts';

let town: TownAtWork;
let needs: FollowUpNeeds;
/** Fatima's, of the threat at Balie 2. */
let leading: string;
/** Sanne's, of the same threat. */
let joined: string;

const at = (minutesAgo: number) => new Date(town.now.getTime() - minutesAgo * 60_000).toISOString();
const place = {
  kind: 'location',
  locationId: locations.stadskantoor.id,
  roomId: locations.stadskantoor.rooms.balie2.id,
} as const;

beforeEach(async () => {
  town = await townAtWork();
  needs = { vault: town.vault, notify };
  leading = await reported(town, 'fatima', { place, occurredAt: at(22), story: 'Hij dreigde mij.' });
  joined = await reported(town, 'sanne', { place, occurredAt: at(10), story: 'Hij dreigde Fatima en mij.' });
  await town.settle();
});

const events = async (who: CastKey, incidentId = leading) =>
  (await town.does(who, (tx) => readSameEvents(tx, incidentId))).events;
const pairId = async () => (await events('yusuf'))[0]?.sameEventId ?? '';
type Decision = Parameters<typeof decideSameEvent>[3]['decision'];
const decides = async (who: CastKey, decision: Decision) => {
  const sameEventId = await pairId();
  return town.does(who, (tx, me) => decideSameEvent(needs, tx, me, { sameEventId, decision }));
};
const joins = (who: CastKey) => decides(who, { decision: 'same', leadingId: leading });
const separates = async (who: CastKey, reason = 'Het waren twee mannen.') => {
  const sameEventId = await pairId();
  return town.does(who, (tx, me) => separateSameEvent(needs, tx, me, { sameEventId, reason }));
};
const reads = (who: CastKey, incidentId: string) => town.does(who, (tx, me) => readDossier(needs, tx, me, incidentId));
const openTasks = async (incidentId: string) =>
  (
    await town.look<{ code: string }>(
      `select code from incident.task where incident_id = $1 and state = 'open' order by position`,
      [incidentId],
    )
  ).map(({ code }) => code);
const takesUp = (who: CastKey, incidentId: string) =>
  town.does(who, (tx, me) => takeUpIncident(needs, tx, me, incidentId));
const calls = (who: CastKey, whom: CastKey, incidentId: string) =>
  town.does(who, (tx, me) => {
    const contact = { withPersonId: cast[whom].id, way: 'phone', reached: true, at: town.now.toISOString() } as const;
    return recordContact(needs, tx, me, { incidentId, contact });
  });
const ownSteps = async (who: CastKey, incidentId: string) =>
  (await town.does(who, (tx, me) => readMyIncident(needs, tx, me, incidentId))).steps;

describe('two reports of one threat', () => {
  it('are proposed to who acts on both, with the reasons', async () => {
    expect(await events('henk')).toMatchObject([
      {
        state: 'proposed',
        why: ['room', 'team', 'form'],
        minutesApart: 12,
        part: null,
        other: { incidentId: joined, number: '2026-0002' },
      },
    ]);
    expect(await events('henk', joined)).toMatchObject([{ other: { incidentId: leading } }]);
  });

  it('are no business of the reporters, nor of anybody who does not act', async () => {
    await expect(events('fatima')).rejects.toThrow('same event');
    await expect(events('els')).rejects.toThrow('Absent');
  });

  it('that are two events are remembered as two, and that can be taken back', async () => {
    await decides('henk', { decision: 'different' });
    expect(await events('henk')).toMatchObject([{ state: 'different', decidedBy: { name: 'Henk de Boer' } }]);
    await decides('henk', { decision: 'proposed' });
    expect(await events('henk')).toMatchObject([{ state: 'proposed' }]);
  });

  it('found by nobody can be put beside each other by number', async () => {
    await town.look('delete from incident.same_event');
    const propose = (number: string) =>
      town.does('henk', (tx, me) => proposeSameEvent(tx, me, { incidentId: leading, number }));
    expect(await propose('2026-0009')).toMatchObject({ refused: 'number-not-yours' });
    expect(await propose('2026-0002')).toMatchObject({ state: 'proposed' });
    expect(await propose('2026-0002')).toMatchObject({ state: 'proposed' });
    expect((await events('henk'))[0]?.why).toEqual(['room', 'team', 'form', 'chosen']);
  });
});

describe('joined', () => {
  it('the one leads, and what is done once is done there', async () => {
    const before = await openTasks(joined);
    expect(await joins('henk')).toMatchObject({ state: 'same' });
    expect(await events('henk')).toMatchObject([{ state: 'same', part: 'leading' }]);
    expect(await events('henk', joined)).toMatchObject([{ state: 'same', part: 'joined' }]);
    const after = await openTasks(joined);
    expect(before).toContain('response');
    expect(after).not.toContain('response');
    expect(after).not.toContain('footage');
    expect(after).toContain('contact');
    expect(after).toContain('first_care');
    expect(await openTasks(leading)).toContain('response');
    expect((await reads('henk', joined)).clock.state).toBe('none');
    expect((await reads('henk', leading)).clock.state).toBe('running');
  });

  it('keeps every story with its own report', async () => {
    await joins('henk');
    expect((await reads('henk', joined)).accounts.map(({ story }) => story)).toEqual(['Hij dreigde Fatima en mij.']);
    expect((await reads('henk', leading)).accounts.map(({ story }) => story)).toEqual(['Hij dreigde mij.']);
    await expect(reads('sanne', leading)).rejects.toThrow('Absent');
    await expect(reads('fatima', joined)).rejects.toThrow('Absent');
  });

  it('still calls for somebody who speaks with each colleague', async () => {
    await joins('henk');
    const waits = async () =>
      (await town.look<{ id: string }>(`select incident_id as id from incident.chain where state <> 'ended'`)).map(
        ({ id }) => id,
      );
    await takesUp('henk', leading);
    await calls('henk', 'fatima', leading);
    expect(await waits()).toEqual([joined]);
    await takesUp('henk', joined);
    await calls('henk', 'sanne', joined);
    expect(await waits()).toEqual([]);
  });

  it('say so in a list, to who acts on both', async () => {
    const markedFor = async (who: CastKey, scope: 'team' | 'organisation') => {
      const { incidents } = await town.as(who, (tx) => listIncidents(tx, { scope, limit: 25 }));
      return Object.fromEntries(incidents.map(({ incidentId, sameEvent }) => [incidentId, sameEvent]));
    };
    const nothing = { [leading]: null, [joined]: null };
    expect(await markedFor('henk', 'team')).toEqual(nothing);
    await joins('yusuf');
    const numberOf = async (id: string) =>
      (await town.look<{ number: string }>('select number from incident.incident where id = $1', [id]))[0]?.number;
    const marks = {
      [leading]: { part: 'leading', number: await numberOf(joined), others: 1 },
      [joined]: { part: 'joined', number: await numberOf(leading), others: 1 },
    };
    expect(await markedFor('henk', 'team')).toEqual(marks);
    expect(await markedFor('yusuf', 'organisation')).toEqual(marks);
    await separates('yusuf');
    expect(await markedFor('henk', 'team')).toEqual(nothing);
  });

  it('by who has the leading one is theirs too', async () => {
    await takesUp('henk', leading);
    await joins('henk');
    expect(await reads('henk', joined)).toMatchObject({
      state: 'taken_up',
      hasIt: { person: { name: 'Henk de Boer' } },
    });
  });

  it('tells both reporters, each on their own page, what goes on', async () => {
    await joins('henk');
    const promised = (await ownSteps('sanne', joined)).filter(({ isAhead }) => isAhead).map(({ text }) => text.nl);
    expect(promised.some((text) => text.includes('reactie'))).toBe(true);
    await takesUp('henk', leading);
    await calls('henk', 'fatima', leading);
    const response = { way: 'letter', sentAt: town.now.toISOString(), summary: 'Waarschuwing' } as const;
    await town.does('henk', (tx, me) => sendResponse(needs, tx, me, { incidentId: leading, response }));
    for (const [who, incidentId] of [
      ['fatima', leading],
      ['sanne', joined],
    ] as const) {
      const told = (await ownSteps(who, incidentId)).map(({ text }) => text.nl);
      expect(told).toContain('Henk heeft je melding samengevoegd met een andere melding van dezelfde gebeurtenis.');
      expect(told).toContain('Henk heeft een reactie gestuurd aan de ander.');
    }
    const [{ told } = { told: 0 }] = await town.look(
      `select count(*)::int as told from incident.step where kind = 'response_sent'`,
    );
    expect(told).toBe(2);
  });

  it('tells who has only one of them that it goes on elsewhere, and not where', async () => {
    const other = await reported(town, 'aylin', {
      place,
      target: 'me',
      occurredAt: at(12),
      witnessIds: [cast.fatima.id],
    });
    await town.settle();
    const pair = (await events('yusuf', other)).find((event) => event.other?.incidentId === leading);
    const decision = { decision: 'same', leadingId: leading } as const;
    await town.does('yusuf', (tx, me) =>
      decideSameEvent(needs, tx, me, { sameEventId: pair?.sameEventId ?? '', decision }),
    );
    expect(await events('willem', other)).toMatchObject([
      { state: 'same', part: 'joined', why: [], other: null, decidedBy: null },
    ]);
    await expect(reads('willem', leading)).rejects.toThrow('Absent');
    const { incidents } = await town.as('willem', (tx) => listIncidents(tx, { scope: 'team', limit: 25 }));
    expect(incidents).toMatchObject([{ incidentId: other, sameEvent: null }]);
  });

  it('cannot be joined with yet another, nor decided again', async () => {
    await joins('henk');
    expect(await decides('henk', { decision: 'different' })).toMatchObject({ refused: 'joined-already' });
    const third = await reported(town, 'mila', { place, occurredAt: at(12) });
    await town.settle();
    const pairs = await events('henk', third);
    const withJoined = pairs.find(({ other }) => other?.incidentId === joined)?.sameEventId ?? '';
    const withLeading = pairs.find(({ other }) => other?.incidentId === leading)?.sameEventId ?? '';
    const join = (sameEventId: string, leadingId: string) =>
      town.does('henk', (tx, me) =>
        decideSameEvent(needs, tx, me, { sameEventId, decision: { decision: 'same', leadingId } }),
      );
    expect(await join(withJoined, joined)).toMatchObject({ refused: 'joined-elsewhere' });
    expect(await join(withLeading, third)).toMatchObject({ refused: 'joined-elsewhere' });
    expect(await join(withLeading, leading)).toMatchObject({ state: 'same' });
  });
});

describe('a leading one that is closed as withdrawn', () => {
  const restsAsWithdrawn = async () => {
    await takesUp('henk', leading);
    const reason = 'Ik wil rust.';
    await town.does('fatima', (tx, me) => withdrawReport(needs, tx, me, { incidentId: leading, reason }));
    await calls('henk', 'fatima', leading);
    const answer = { decision: 'close', conclusion: 'Ze wil rust.' } as const;
    await town.does('henk', (tx, me) => answerWithdrawal(needs, tx, me, { incidentId: leading, answer }));
  };
  const goesOn = async (before: readonly string[]) => {
    expect(await openTasks(joined)).toEqual(before);
    expect((await reads('henk', joined)).clock.state).toBe('running');
    expect(await events('henk', joined)).toMatchObject([{ state: 'same', part: 'joined', other: { state: 'closed' } }]);
  };

  it('gives the joined one its work back', async () => {
    const before = await openTasks(joined);
    await joins('henk');
    await restsAsWithdrawn();
    await goesOn(before);
  });

  it('takes no response from one that is joined to it afterwards: nobody sends one there any more', async () => {
    const before = await openTasks(joined);
    await restsAsWithdrawn();
    await joins('henk');
    await goesOn(before);
  });
});

describe('taken apart again', () => {
  it('gives the joined one its work and its clock back, and keeps why on both', async () => {
    const before = await openTasks(joined);
    await joins('henk');
    expect(await separates('henk')).toMatchObject({ state: 'different' });
    expect(await openTasks(joined)).toEqual(before);
    const dossier = await reads('henk', joined);
    expect(dossier.clock).toMatchObject({ state: 'running' });
    for (const incidentId of [leading, joined]) {
      const { timeline } = await reads('henk', incidentId);
      expect(timeline.find(({ kind }) => kind === 'separated')?.reason).toBe('Het waren twee mannen.');
    }
    expect(await separates('henk')).toMatchObject({ refused: 'not-joined' });
  });

  it('happens by itself when the leading one was no aggression', async () => {
    await joins('henk');
    await town.does('henk', (tx, me) =>
      correctIncident(needs, tx, me, { incidentId: leading, reason: 'wrong_person' }),
    );
    expect(await openTasks(joined)).toContain('response');
    expect((await reads('henk', joined)).clock.state).toBe('running');
    expect(await town.look('select from incident.same_event')).toEqual([]);
  });

  it('is not for who acts on one of them only, nor for a reporter', async () => {
    await joins('henk');
    for (const who of ['sanne', 'els', 'priya'] as const) await expect(separates(who)).rejects.toThrow('Absent');
  });
});

describe('a report that was sent twice by the same person', () => {
  it('is joined the same way, and one call is enough', async () => {
    const again = await reported(town, 'fatima', { place, occurredAt: at(22) });
    await town.settle();
    await takesUp('henk', leading);
    await calls('henk', 'fatima', leading);
    const pair = (await events('henk', again)).find(({ other }) => other?.incidentId === leading);
    expect(pair?.why[0]).toBe('same_reporter');
    const decision = { decision: 'same', leadingId: leading } as const;
    await town.does('henk', (tx, me) =>
      decideSameEvent(needs, tx, me, { sameEventId: pair?.sameEventId ?? '', decision }),
    );
    const dossier = await reads('henk', again);
    expect(dossier).toMatchObject({ state: 'in_follow_up', chain: { state: 'ended' } });
    expect(dossier.contacts).toMatchObject([{ with: { name: 'Fatima El Amrani' }, note: null }]);
  });
});
