import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openWhatWaits, recordContact, takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { answer, sendReport, startReport, tap, tellWhatHappened } from '../support/report-on-phone.ts';

/** Christmas Day, eleven at night in Wierdam. */
const christmasNight = new Date('2026-12-25T22:00:00Z');

journey('violence at 23:00 on a holiday', () => {
  let town: OpenTown;
  let gerrit: Page;

  beforeAll(async () => {
    town = await openTown({ at: christmasNight });
    gerrit = await town.onPhone('gerrit');
  });

  it('asks first whether Gerrit is safe', async () => {
    await startReport(gerrit);
    await answer(gerrit, 'Ben je veilig?', 'Ja');
    await answer(gerrit, 'Is er iemand gewond?', 'Ja');
    await gerrit.getByText('Ga naar een veilige plek en bel 112.').waitFor();
    expect(await gerrit.getByRole('link', { name: 'Bel 112' }).first().getAttribute('href')).toBe('tel:112');
    await tap(gerrit, 'Volgende');
    await tellWhatHappened(gerrit, {
      seen: ['Geweld tegen mensen of spullen'],
      story: 'Hij sloeg mij in het gezicht.',
      where: 'Onderweg of op straat',
      description: 'Jongen met een blauwe trui.',
      needs: ['Bel mij'],
    });
    await sendReport(gerrit);
    await gerrit.getByText('Je hoort binnen een uur van iemand.').waitFor();
  });

  it('reaches Petra at once, at night', async () => {
    await town.settle();
    expect(town.textsTo('petra')).toHaveLength(1);
  });

  it('goes on to the coordinator after a quarter of an hour, not after the holidays', async () => {
    await town.fastForward({ minutes: 16 });
    expect(town.textsTo('yusuf')).toHaveLength(1);
    expect(town.now().toISOString()).toMatch(/^2026-12-25T22:1/);
  });

  it('ends when Yusuf has spoken with Gerrit', async () => {
    const yusuf = await town.onPhone('yusuf');
    await openWhatWaits(yusuf, 'Fysiek geweld');
    await takeUp(yusuf, 'Yusuf');
    await recordContact(yusuf, 'Hij is op de spoedpost. Zijn vrouw is bij hem.');
    const told = town.textsTo('frank').length;
    await town.fastForward({ hours: 3 });
    expect(town.textsTo('frank')).toHaveLength(told);
    expect(town.textsTo('karin').length).toBe(0);
  });
});
