import { beforeEach, describe, expect, it } from 'vitest';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { reported } from '../../../tests/support/reports.ts';
import { somebodyWaits } from '../../../tests/support/somebody-waits.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { notify } from '../../platform/index.ts';
import { recordContact } from '../chain/record-contact.ts';
import { takeUpIncident } from '../chain/take-up-incident.ts';
import { closeIncident } from '../closing/close-incident.ts';
import { reopenIncident } from '../closing/reopen-incident.ts';
import { readDossier } from '../dossier/dossier.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { readMyIncident } from '../mine/my-incident.ts';
import { sendResponse } from '../response/send-response.ts';
import { answerWithdrawal } from './answer-withdrawal.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { takeBackWithdrawal, withdrawReport } from './withdraw-report.ts';

let town: TownAtWork;
let needs: FollowUpNeeds;
let incidentId: string;
const reason = 'Ik wil er niet meer aan denken.';

beforeEach(async () => {
  town = await townAtWork();
  needs = { vault: town.vault, notify };
  incidentId = await reported(town, 'fatima');
  await town.settle();
});

const withdraws = (who: CastKey) => town.does(who, (tx, me) => withdrawReport(needs, tx, me, { incidentId, reason }));
const closes = { decision: 'close', conclusion: 'Ze wil rust. We praten vrijdag weer.' } as const;
const answers = (who: CastKey, answer: Parameters<typeof answerWithdrawal>[3]['answer']) =>
  town.does(who, (tx, me) => answerWithdrawal(needs, tx, me, { incidentId, answer }));
const asks = async (who: CastKey) =>
  (await town.does(who, (tx, me) => readWithdrawal(needs, tx, me, incidentId))).withdrawal;
const takesUp = (who: CastKey) => town.does(who, (tx, me) => takeUpIncident(needs, tx, me, incidentId));
const speaks = (who: CastKey) =>
  town.does(who, (tx, me) => {
    const contact = { withPersonId: cast.fatima.id, way: 'phone', reached: true, at: town.now.toISOString() } as const;
    return recordContact(needs, tx, me, { incidentId, contact });
  });
const told = async () =>
  (await town.does('fatima', (tx, me) => readMyIncident(needs, tx, me, incidentId))).steps.map(({ text }) => text.nl);

describe('a report that its reporter takes back', () => {
  it('is kept with why, and told to who leads it and to the coordinator', async () => {
    town.mailboxOf('henk').clear();
    expect(await withdraws('fatima')).toMatchObject({ incidentId, state: 'reported' });
    town.mailboxOf('henk').expectsMessage(/trok een melding in/);
    town.mailboxOf('yusuf').expectsMessage(/trok een melding in/);
    expect(await asks('henk')).toMatchObject({
      by: { name: 'Fatima El Amrani' },
      reason,
      hasSpoken: false,
      endedAs: null,
    });
    expect(await asks('fatima')).toMatchObject({ reason });
    const { timeline, accounts } = await town.does('henk', (tx, me) => readDossier(needs, tx, me, incidentId));
    expect(timeline.find(({ kind }) => kind === 'withdrawn')?.reason).toBe(reason);
    expect(accounts[0]?.story).toContain('wel zou vinden');
    expect(await told()).toContain('Je hebt je melding ingetrokken. Iemand vraagt eerst waarom.');
  });

  it('does not stop the chain, nor can it be closed before somebody asked her', async () => {
    await takesUp('henk');
    await speaks('henk');
    await town.fastForward({ minutes: 5 });
    await withdraws('fatima');
    expect(await answers('henk', closes)).toMatchObject({ refused: 'speak-first' });
    const discussed = { notBecause: 'other' } as const;
    const closing = { conclusion: 'Klaar', discussed, victimWish: 'agrees', acceptOpenItems: true } as const;
    expect(await town.does('henk', (tx, me) => closeIncident(needs, tx, me, { incidentId, closing }))).toMatchObject({
      refused: 'withdrawal-not-answered',
    });
    await town.fastForward({ minutes: 5 });
    await speaks('henk');
    expect(await answers('henk', closes)).toMatchObject({ state: 'closed' });
    expect(await asks('fatima')).toMatchObject({ endedAs: 'closed', endedBy: { name: 'Henk de Boer' } });
    expect(await told()).toContain('Henk heeft dit afgesloten.');
  });

  it('at the very moment that it is closed, is closed: nothing is withdrawn that nobody would ask about', async () => {
    await takesUp('henk');
    await speaks('henk');
    const response = { way: 'letter', sentAt: town.now.toISOString(), summary: 'Dit pikken we niet.' } as const;
    await town.does('henk', (tx, me) => sendResponse(needs, tx, me, { incidentId, response }));
    const discussed = { notBecause: 'other' } as const;
    const closing = { conclusion: 'Klaar', discussed, victimWish: 'agrees', acceptOpenItems: true } as const;
    let late: ReturnType<typeof withdraws> | undefined;
    const closed = await town.as('henk', async (tx) => {
      const answer = await closeIncident(needs, tx, cast.henk.id, { incidentId, closing });
      late = withdraws('fatima');
      await Promise.race([late, somebodyWaits(town)]);
      return answer;
    });
    expect(closed).toMatchObject({ state: 'closed' });
    expect(await late).toEqual({ refused: 'incident-closed' });
    expect(await asks('henk')).toBeNull();
  });

  it('is withdrawn once, also when it is sent twice at the same moment', async () => {
    const both = await Promise.all([withdraws('fatima'), withdraws('fatima')]);
    expect(both).toContainEqual({ refused: 'already-withdrawn' });
    const thinksBetter = () => town.does('fatima', (tx, me) => takeBackWithdrawal(tx, me, incidentId));
    expect(await Promise.all([thinksBetter(), thinksBetter()])).toContainEqual({ refused: 'not-withdrawn' });
  });

  it('that nobody took up yet still calls for somebody', async () => {
    await withdraws('fatima');
    const [chain] = await town.look('select state from incident.chain');
    expect(chain).toEqual({ state: 'waiting' });
  });

  it('can go on without her', async () => {
    await takesUp('henk');
    await withdraws('fatima');
    await speaks('henk');
    expect(await answers('henk', { decision: 'continue' })).toMatchObject({ state: 'in_follow_up' });
    expect(await told()).toContain('Henk heeft besloten om hiermee door te gaan. De melder hoeft niets te doen.');
    expect(await answers('henk', closes)).toMatchObject({ refused: 'not-withdrawn' });
  });

  it('goes on when she thinks better of it, and can be withdrawn again', async () => {
    await withdraws('fatima');
    expect(await withdraws('fatima')).toMatchObject({ refused: 'already-withdrawn' });
    await town.does('fatima', (tx, me) => takeBackWithdrawal(tx, me, incidentId));
    expect(await asks('henk')).toMatchObject({ endedAs: 'taken_back' });
    expect(await told()).toContain('Je hebt besloten om toch door te gaan met je melding.');
    await town.fastForward({ minutes: 1 });
    expect(await withdraws('fatima')).toMatchObject({ state: 'reported' });
    expect(await town.look('select from incident.withdrawal')).toHaveLength(2);
  });

  it('closed as withdrawn can be opened again', async () => {
    await takesUp('henk');
    await withdraws('fatima');
    await speaks('henk');
    await answers('henk', closes);
    const again = await town.does('henk', (tx, me) =>
      reopenIncident(needs, tx, me, { incidentId, reason: 'Ze belde' }),
    );
    expect(again).toMatchObject({ state: 'in_follow_up' });
  });

  it('is hers alone: nobody else withdraws it, and she does not decide about it', async () => {
    await expect(withdraws('henk')).rejects.toThrow('withdraw');
    await expect(withdraws('els')).rejects.toThrow('Absent');
    await withdraws('fatima');
    await expect(answers('fatima', closes)).rejects.toThrow('answer_withdrawal');
  });
});

it('of a manager who reported is answered by somebody else', async () => {
  incidentId = await reported(town, 'henk', { target: 'colleague', victimIds: [cast.sanne.id] });
  await town.settle();
  await withdraws('henk');
  expect(await answers('henk', { decision: 'continue' })).toMatchObject({ refused: 'your-own-report' });
});
