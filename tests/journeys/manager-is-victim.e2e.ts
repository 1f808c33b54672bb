import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openWhatWaits, recordContact, takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { reportSafely } from '../support/report-on-phone.ts';

journey('a manager who is the victim', () => {
  let town: OpenTown;
  let henk: Page;
  let karin: Page;

  beforeAll(async () => {
    town = await openTown();
    henk = await town.onPhone('henk');
    karin = await town.atDesk('karin');
  });

  it('is reported like any other, and goes to his own manager', async () => {
    await reportSafely(henk, {
      seen: ['Bedreigen of intimideren'],
      story: 'Hij wachtte me op bij mijn fiets.',
      where: 'Stadskantoor',
      room: 'Hal',
      description: 'Man met een pet.',
    });
    await town.settle();
    expect(town.textsTo('karin')).toHaveLength(1);
    expect(town.textsTo('henk')).toEqual([]);
    await henk.getByText('Iemand die je kan helpen, hoort het nu.').waitFor();
    expect(await henk.getByText('Henk de Boer').count()).toBe(0);
  });

  it('cannot be led by himself', async () => {
    const [incident] = await town.look<{ id: string }>('select id from incident.incident');
    await henk.getByRole('link', { name: 'Volg je melding' }).click();
    await henk.getByText('Je hebt dit gemeld.').waitFor();
    await henk.goto('/meldingen');
    await henk.getByText('Hier is nog niets gemeld').waitFor();
    await henk.goto(`/meldingen/${incident?.id}`);
    await henk.getByRole('heading', { level: 1 }).waitFor();
    expect(await henk.getByRole('button', { name: 'Ik pak dit op' }).count()).toBe(0);
    expect(await henk.getByRole('button', { name: /^Gedaan: / }).count()).toBe(0);
  });

  it('is taken up by Karin, and Henk sees each of his steps', async () => {
    await openWhatWaits(karin, 'Bedreiging');
    await takeUp(karin, 'Karin');
    await recordContact(karin, 'We doen samen aangifte.');
    await henk.goto('/mijn-meldingen');
    await henk.getByRole('link', { name: /^Bekijk/ }).click();
    await henk.getByText('Karin heeft je melding gelezen.').waitFor();
    await henk.getByText('Karin heeft je gesproken.').waitFor();
    await henk.getByText('Karin besluit met jou over aangifte.').waitFor();
  });
});
