import { beforeEach, describe, expect, it } from 'vitest';
import type { CastKey } from '../../../database/demo/cast.ts';
import { threatToFollowUp } from '../../../tests/support/following-up.ts';
import { deferResponse } from './defer-response.ts';

type Threat = Awaited<ReturnType<typeof threatToFollowUp>>;

let town: Threat['town'];
let incidentId: Threat['incidentId'];
let reads: Threat['reads'];
let calls: Threat['calls'];
let responds: Threat['responds'];
beforeEach(async () => {
  ({ town, incidentId, reads, calls, responds } = await threatToFollowUp());
});

describe('the response', () => {
  it('stops the clock once, and does its task', async () => {
    expect(await responds('henk')).toMatchObject({ incidentId });
    expect(await responds('henk')).toEqual({ refused: 'response-already-sent' });
    const dossier = await reads('henk');
    expect(dossier.clock.state).toBe('sent');
    expect(dossier.responseSummary).toBe('Brief met een waarschuwing');
    expect(dossier.tasks.find(({ code }) => code === 'response')?.state).toBe('done');
  });

  it('warns lead and coordinator before it is due and when it is late', async () => {
    await calls('henk', 'fatima');
    await town.fastForward({ hours: 44 });
    expect(town.mailboxOf('yusuf').messages.filter((mail) => /Stuur een reactie/.test(mail))).toHaveLength(2);
    await town.fastForward({ hours: 4 });
    town.mailboxOf('henk').expectsMessage(/De reactie is te laat/);
    town.mailboxOf('yusuf').expectsMessage(/De reactie is te laat/);
  });

  it('is put off by the coordinator only, until a day on which somebody looks again', async () => {
    const defers = (who: CastKey, reviewOn = '2026-03-20') =>
      town.does(who, (tx, me) => deferResponse(tx, me, { incidentId, reason: 'unknown_person', reviewOn }));
    await calls('henk', 'fatima');
    expect(await defers('henk')).toEqual({ refused: 'only-the-coordinator' });
    expect(await defers('yusuf', '2026-03-10')).toEqual({ refused: 'review-date-past' });
    await defers('yusuf');
    expect((await reads('henk')).clock).toMatchObject({ state: 'deferred', reviewOn: '2026-03-20' });
    await town.fastForward({ days: 11 });
    town.mailboxOf('henk').expectsMessage(/Kijk opnieuw/);
  });
});
