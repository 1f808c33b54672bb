import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { cast } from '../../database/demo/cast.ts';
import { layOutDossiers } from '../support/dossiers.ts';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { choose, pickColleague, tap } from '../support/report-on-phone.ts';

journey('handing work over, and leaving a device behind', () => {
  let town: OpenTown;
  let henk: Page;

  beforeAll(async () => {
    town = await openTown();
    await layOutDossiers(town);
    henk = await town.atDesk('henk');
  });

  const boxes = (page: Page) => page.getByRole('checkbox', { name: /^Kies: / });

  it('chooses several tasks with Shift, and one more by the arrows', async () => {
    await henk.goto('/mijn-werk');
    await tap(henk, 'Draag er meer tegelijk over');
    await boxes(henk).nth(0).click();
    await boxes(henk)
      .nth(2)
      .click({ modifiers: ['Shift'] });
    await henk.getByText('3 gekozen').waitFor();
    await boxes(henk).nth(2).press('Shift+ArrowDown');
    await henk.getByText('4 gekozen').waitFor();
    await tap(henk, /^Alle \d+ op deze pagina$/);
    expect(await boxes(henk).evaluateAll((all) => all.every((box) => (box as HTMLInputElement).checked))).toBe(true);
    expect(await isOpenToEverybody(henk)).toEqual([]);
  });

  it('gives them to one colleague, with the reason, and tells her once', async () => {
    const count = await boxes(henk).count();
    await boxes(henk).last().scrollIntoViewIfNeeded();
    await tap(henk, 'Draag over aan…');
    await tap(henk, /^Draag over$/);
    await henk.getByText('Kies aan wie je dit overdraagt.').first().waitFor();
    await pickColleague(henk, /^Collega$/, 'Sanne');
    await choose(henk, 'Ik ben er een tijd niet');
    await tap(henk, /^Draag over$/);
    const told = henk.getByText(`Je droeg er ${count} over aan Sanne Jansen`);
    await told.waitFor();
    expect(await told.evaluate((line) => line.getBoundingClientRect().top)).toBeGreaterThan(0);
    await town.settle();
    expect(town.mailsTo('sanne').filter((mail) => mail.includes('aan je over'))).toHaveLength(1);
    const sanne = await town.onPhone('sanne');
    await sanne.goto('/mijn-werk');
    await sanne.getByText(`${count} getoond`).waitFor();
  });

  it('takes them back within a quarter of an hour', async () => {
    await tap(henk, /^Maak ongedaan/);
    await henk.getByText(/zijn weer terug/).waitFor();
    await tap(henk, 'Sluit dit bericht');
    await henk
      .getByRole('button', { name: /^Gedaan: / })
      .first()
      .waitFor();
  });

  it('gives dossiers only to who may have them, and says which stay', async () => {
    await henk.goto('/meldingen');
    await tap(henk, 'Draag er meer tegelijk over');
    await tap(henk, /^Alle \d+ op deze pagina$/);
    await tap(henk, 'Draag over aan…');
    await choose(henk, 'Marijke Visser');
    await choose(henk, 'Dat spraken we zo af');
    await tap(henk, /^Draag over$/);
    await henk.getByText('Je droeg er 2 over aan Marijke Visser').waitFor();
    await henk.getByText('Nog niemand pakte dit op. De oproep gaat door tot iemand dat doet.').waitFor();
    await henk.getByText('Dit dossier is gesloten.').waitFor();
    await town.settle();
    const fatima = await town.onPhone('fatima');
    await fatima.goto('/mijn-meldingen');
    await fatima
      .getByText(/Marijke/)
      .first()
      .waitFor();
    await expect.poll(() => devices('fatima')).toHaveLength(1);
  });

  it('shows Fatima her phone at her desk, and says what becomes of what waits there', async () => {
    const phone = await town.onPhone('fatima');
    const desk = await town.atDesk('fatima');
    await expect.poll(() => devices('fatima')).toHaveLength(3);
    await desk.goto('/account');
    await desk.getByText('dit toestel', { exact: true }).waitFor();
    await desk
      .getByRole('button', { name: /^Niet meer vertrouwen: / })
      .first()
      .click();
    await desk.getByText('Die gaat alleen weg als jij er weer inlogt.', { exact: false }).waitFor();
    expect(await isOpenToEverybody(desk)).toEqual([]);
    await tap(desk, /^Niet meer vertrouwen$/);
    await desk.getByText('Dit toestel vertrouwen we niet meer.').waitFor();
    await desk.getByText(/niet meer vertrouwd sinds vandaag/).waitFor();
    await phone.goto('/mijn-werk');
    await phone
      .getByText(/Inloggen/)
      .first()
      .waitFor();
    await desk.goto('/mijn-werk');
    await desk.getByRole('heading', { name: 'Mijn werk' }).waitFor();
  });

  const devices = (who: 'fatima') =>
    town.look('select from incident.device where person_id = $1 and revoked_at is null', [cast[who].id]);
});
