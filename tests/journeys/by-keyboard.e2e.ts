import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { pick, press, toggle, typeIn } from '../support/keyboard.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';

journey('a report and its follow-up, by keyboard only', () => {
  let town: OpenTown;
  let fatima: Page;
  let henk: Page;

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.atDesk('fatima');
    henk = await town.atDesk('henk');
  });

  it('is begun past the menu, with the link to the content', async () => {
    await fatima.keyboard.press('Tab');
    await fatima.keyboard.press('Enter');
    await press(fatima, fatima.getByRole('link', { name: /Ik wil iets melden/ }));
    await fatima.waitForURL(/\/melden/);
    const start = fatima.getByRole('link', { name: /Ik wil iets melden/ });
    const question = fatima.getByRole('heading', { name: 'Eerst: gaat het met je?' });
    await start.or(question).first().waitFor();
    if (await start.isVisible()) await press(fatima, start);
    await question.waitFor();
  });

  it('is told with Tab, Space, Enter and the arrows', async () => {
    await press(fatima, fatima.getByRole('button', { name: /^Ja, het is nu veilig/ }));
    await press(fatima, fatima.getByRole('button', { name: 'Terug' }));
    await pick(fatima, 'Is de persoon weg?', 'Weet ik niet');
    await next();
    await toggle(fatima, fatima.getByLabel('Bedreigen of intimideren'));
    await typeIn(fatima, fatima.getByLabel(/Vertel het in je eigen woorden/), 'Hij zei dat hij me zou opwachten.');
    await next();
    await pick(fatima, 'Wie overkwam het?', 'Mij');
    await typeIn(fatima, fatima.getByLabel(/Wie zag of hoorde het/), 'Sanne');
    await fatima.getByRole('button', { name: /Sanne Jansen/ }).waitFor();
    await fatima.keyboard.press('Enter');
    await fatima.getByRole('button', { name: /Sanne Jansen/ }).waitFor();
    await next();
    await pick(fatima, 'Wanneer was het?', 'Net, of nu nog');
    await next();
    await pick(fatima, 'Waar was het?', 'Stadskantoor');
    await pick(fatima, /Welke plek/, 'Balie 3');
    await next();
    await pick(fatima, 'Wie deed het?', 'Ik kan de persoon omschrijven');
    await typeIn(fatima, fatima.getByLabel(/Hoe ziet de persoon eruit/), 'Man met een grijze jas.');
    await toggle(fatima, fatima.getByLabel('Bel mij'));
    await next();
    await press(fatima, fatima.getByRole('button', { name: 'Verstuur de melding' }));
    await fatima.getByRole('heading', { name: 'Je melding is binnen' }).waitFor();
  });

  const next = () => press(fatima, fatima.getByRole('button', { name: 'Volgende' }));

  it('is taken up and the contact recorded', async () => {
    await town.settle();
    await press(henk, henk.getByRole('link', { name: 'Bedreiging' }));
    await press(henk, henk.getByRole('button', { name: 'Ik pak dit op' }));
    await henk.getByRole('heading', { name: 'Henk pakt het op' }).waitFor();
    await press(henk, henk.getByRole('button', { name: 'Ik heb contact gehad' }).first());
    await typeIn(henk, henk.getByLabel(/Wat spraken jullie af/), 'Ze gaat met een collega naar huis.');
    await press(henk, henk.getByRole('button', { name: 'Leg het contact vast' }));
    await henk.getByText('Het contact staat in het dossier.').waitFor();
    await expect.poll(() => focusIsSomewhere(henk), { timeout: 5_000 }).toBe(true);
  });

  it('leaves a menu and a dialog with Escape, back where it was', async () => {
    const openers = [/^Menu van/, 'Gedaan: Regel een veilige weg naar huis'];
    for (const opener of openers.map((name) => henk.getByRole('button', { name }))) {
      await press(henk, opener);
      await henk.locator('.menu__sheet:visible, dialog:visible').waitFor();
      await henk.keyboard.press('Escape');
      await henk.locator('.menu__sheet:visible, dialog:visible').waitFor({ state: 'detached' });
      expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    }
  });

  it('gets a task done', async () => {
    await press(henk, henk.getByRole('button', { name: 'Gedaan: Regel een veilige weg naar huis' }));
    await pick(henk, 'Wat spraken jullie af?', 'Een taxi');
    await press(henk, henk.getByRole('button', { name: 'Bewaar als gedaan' }));
    await henk.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('gets its response', async () => {
    await press(henk, henk.getByRole('button', { name: 'Reactie vastleggen' }));
    await pick(henk, 'Hoe reageerde je?', 'Brief');
    await typeIn(henk, henk.getByLabel(/Wat staat erin/), 'Waarschuwing per brief.');
    await press(henk, henk.getByRole('button', { name: 'Leg de reactie vast' }));
    await henk.getByText('De reactie staat vast. De klok is gestopt.').waitFor();
  });

  it('is closed', async () => {
    await press(henk, henk.getByRole('link', { name: 'Afsluiten' }));
    await henk.getByRole('heading', { level: 1, name: 'Dossier afsluiten' }).waitFor();
    await toggle(henk, henk.getByLabel(/Sluit toch af/));
    await typeIn(henk, henk.getByLabel('Wat is de conclusie?'), 'Waarschuwing gegeven.');
    await pick(henk, 'Is dit in een overleg besproken?', 'Nee');
    await pick(henk, 'Waarom niet?', 'Het ligt te gevoelig');
    await pick(henk, 'Wat wil degene die het overkwam?', 'Is het eens met afsluiten');
    await press(henk, henk.getByRole('button', { name: 'Sluit het dossier af' }));
    await henk.getByText('Het dossier is afgesloten. De melder krijgt bericht.').waitFor();
    expect(await isOpenToEverybody(henk)).toEqual([]);
  });
});

/** After a dialog is gone the focus is on something of the page, so that Tab goes on where somebody was. */
function focusIsSomewhere(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);
}
