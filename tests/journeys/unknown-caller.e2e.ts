import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { fillDate, openWhatWaits, recordContact, takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { choose, reportSafely, tap } from '../support/report-on-phone.ts';

journey('an unknown caller', () => {
  let town: OpenTown;
  let fatima: Page;
  let henk: Page;
  let yusuf: Page;

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.onPhone('fatima');
    henk = await town.atDesk('henk');
    yusuf = await town.atDesk('yusuf');
  });

  it('is reported without knowing who it was', async () => {
    await reportSafely(fatima, {
      seen: ['Bedreigen of intimideren'],
      story: 'Iemand belde en zei dat hij wist waar ik woon.',
      where: 'Aan de telefoon',
    });
    await town.settle();
    await openWhatWaits(henk, 'Bedreiging');
    await henk.getByText('Onbekende veroorzaker').waitFor();
    await takeUp(henk, 'Henk');
    await recordContact(henk, 'Fatima laat haar nummer afschermen.');
  });

  it('leaves the decision to wait with a response to the coordinator', async () => {
    await henk.getByText('Reactie aan de veroorzaker').waitFor();
    expect(await henk.getByRole('button', { name: 'Uitstellen' }).count()).toBe(0);
    await yusuf.goto('/meldingen');
    await yusuf
      .getByRole('link', { name: /Bedreiging/ })
      .first()
      .click();
    await tap(yusuf, 'Uitstellen');
    await choose(yusuf, 'De persoon is niet bekend.');
    await fillDate(yusuf, '13-3-2026');
    await tap(yusuf, 'Stel de reactie uit');
    await yusuf.getByText('De reactie is uitgesteld.').waitFor();
    await yusuf.getByText(/De persoon is niet bekend. Opnieuw bekijken op .*13 maart/).waitFor();
  });

  it('tells Fatima why she has to wait, and until when', async () => {
    await fatima.getByRole('link', { name: 'Volg je melding' }).click();
    await fatima.getByText(/Yusuf heeft de reactie uitgesteld. We weten nog niet wie het was/).waitFor();
  });

  it('comes back on the day that they agreed to look again', async () => {
    await town.fastForward({ days: 2 });
    const before = town.mailsTo('yusuf').length;
    await town.fastForward({ hours: 20 });
    expect(town.mailsTo('yusuf').length).toBeGreaterThan(before);
  });
});
