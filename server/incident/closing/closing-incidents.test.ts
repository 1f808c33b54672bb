import { beforeEach, describe, expect, it } from 'vitest';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { threatToFollowUp } from '../../../tests/support/following-up.ts';
import { takeUpIncident } from '../chain/take-up-incident.ts';
import { type ClosingBody, closeIncident } from './close-incident.ts';
import { reopenIncident } from './reopen-incident.ts';

type Threat = Awaited<ReturnType<typeof threatToFollowUp>>;

let town: Threat['town'];
let needs: Threat['needs'];
let incidentId: Threat['incidentId'];
let reads: Threat['reads'];
let calls: Threat['calls'];
let responds: Threat['responds'];
beforeEach(async () => {
  ({ town, needs, incidentId, reads, calls, responds } = await threatToFollowUp());
});

const takesUp = (who: CastKey) => town.does(who, (tx, me) => takeUpIncident(needs, tx, me, incidentId));
const closing = (more: Partial<ClosingBody> = {}): ClosingBody => ({
  conclusion: 'We hebben de balie aangepast.',
  discussed: { on: '2026-03-10', attendeeIds: [cast.henk.id, cast.fatima.id] },
  victimWish: 'agrees',
  acceptOpenItems: true,
  ...more,
});
const closes = (who: CastKey, more: Partial<ClosingBody> = {}) =>
  town.does(who, (tx, me) => closeIncident(needs, tx, me, { incidentId, closing: closing(more) }));

describe('closing', () => {
  it('waits for the contact and the response, and says what else is open', async () => {
    expect(await closes('henk')).toEqual({ refused: 'not-taken-up' });
    await takesUp('henk');
    expect(await closes('henk')).toEqual({ refused: 'contact-not-recorded' });
    await calls('henk', 'fatima');
    expect(await closes('henk')).toEqual({ refused: 'response-not-sent' });
    await responds('henk');
    expect(await closes('henk', { acceptOpenItems: false })).toEqual({ refused: 'items-still-open' });
    expect(await closes('henk', { discussed: { on: '2026-03-11', attendeeIds: [cast.henk.id] } })).toEqual({
      refused: 'meeting-in-future',
    });
    expect(await closes('henk', { victimWish: 'not_applicable' })).toEqual({ refused: 'victim-wish-missing' });
    expect(await closes('henk')).toEqual({ incidentId, state: 'closed' });

    const dossier = await reads('henk');
    expect(dossier.closures).toMatchObject([
      { conclusion: 'We hebben de balie aangepast.', discussedOn: '2026-03-10' },
    ]);
    expect(dossier.tasks.filter(({ state }) => state === 'open')).toEqual([]);
    expect(dossier.may).toEqual([
      'add_addendum',
      'add_attachment',
      'add_event',
      'hide_attachment',
      'write_summary',
      'agree_approach',
      'reopen',
      'join',
      'see_log',
    ]);
    await expect(reads('priya')).rejects.toThrow('Absent');
    town.mailboxOf('fatima').expectsMessage(/dossier is gesloten/);
  });

  it('can be undone with a reason', async () => {
    await takesUp('henk');
    await calls('henk', 'fatima');
    await responds('henk');
    await closes('henk');
    await town.does('henk', (tx, me) => reopenIncident(needs, tx, me, { incidentId, reason: 'Hij stond er weer.' }));
    const dossier = await reads('yusuf');
    expect(dossier).toMatchObject({ state: 'in_follow_up', closures: [{ reopenReason: 'Hij stond er weer.' }] });
    expect(await closes('henk')).toEqual({ incidentId, state: 'closed' });
  });
});
