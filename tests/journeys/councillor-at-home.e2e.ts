import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openWhatWaits, recordContact, takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { reportSafely, tap } from '../support/report-on-phone.ts';

const atHome = {
  seen: ['Bedreigen of intimideren'],
  story: 'Er stond iemand voor mijn huis die riep dat ik moest aftreden.',
  where: 'Privé',
  placeText: 'Voor mijn huis, Lindelaan 4',
  description: 'Man op een scooter.',
} as const;

journey('a councillor threatened at home', () => {
  let town: OpenTown;
  let lotte: Page;
  let pieter: Page;

  beforeAll(async () => {
    town = await openTown();
    lotte = await town.onPhone('lotte');
    pieter = await town.atDesk('pieter');
  });

  it('goes to the griffier, and to no manager', async () => {
    await reportSafely(lotte, atHome);
    await town.settle();
    expect(town.textsTo('pieter')).toHaveLength(1);
    for (const other of ['henk', 'karin', 'anke', 'yusuf'] as const) expect(town.textsTo(other), other).toEqual([]);
  });

  it('is led by the griffier, who sees where it was', async () => {
    await openWhatWaits(pieter, 'Bedreiging');
    await pieter.getByRole('heading', { level: 1, name: /Bedreiging privé/i }).waitFor();
    await pieter.getByText('Man op een scooter.').waitFor();
    await takeUp(pieter, 'Pieter');
    expect(await pieter.getByText('Lindelaan 4').count()).toBe(0);
    await tap(pieter, 'Bekijk de plek');
    const dialog = pieter.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Bekijk de plek' }).click();
    await dialog.getByRole('link').first().waitFor();
    expect(await isOpenToEverybody(pieter)).toEqual([]);
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: 'Bekijk de plek' }).click();
    await pieter.getByText('Lindelaan 4').first().waitFor();
    await recordContact(pieter, 'De wijkagent rijdt vanavond langs.');
    await lotte.getByRole('link', { name: 'Volg je melding' }).click();
    await lotte.getByText('Pieter heeft je gesproken.').waitFor();
    await lotte.getByText('Pieter Kok, griffier').waitFor();
  });

  it('goes to the mayor when the griffier saw it', async () => {
    await reportSafely(lotte, { ...atHome, witnesses: ['Pieter Kok'] });
    await town.settle();
    expect(town.textsTo('anke')).toHaveLength(1);
    const anke = await town.atDesk('anke');
    await openWhatWaits(anke, 'Bedreiging');
    await takeUp(anke, 'Anke');
    await pieter.goto('/meldingen');
    await pieter
      .getByRole('link', { name: /Bedreiging/ })
      .first()
      .waitFor();
    expect(await pieter.getByRole('link', { name: /Bedreiging/ }).count()).toBe(1);
    await pieter.goto('/mijn-meldingen');
    await pieter.getByText('We vragen jouw verhaal').waitFor();
  });
});
