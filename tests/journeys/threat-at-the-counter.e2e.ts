import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { choose, isSafe, sendReport, startReport, tap } from '../support/report-on-phone.ts';

const story = 'Meneer zei dat hij me na werktijd zou opwachten.';

journey('a threat at the counter', () => {
  let town: OpenTown;
  let fatima: Page;
  let henk: Page;
  let number: string;

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.onPhone('fatima');
    henk = await town.atDesk('henk');
    await town.subscribe('henk', henk);
  });

  it('is reported by Fatima on her phone, in five questions', async () => {
    await startReport(fatima);
    await isSafe(fatima);
    await choose(fatima, 'Bedreigen of intimideren');
    await fatima.getByLabel(/Vertel het in je eigen woorden/).fill(story);
    await tap(fatima, 'Volgende');
    await choose(fatima, 'Mij');
    await fatima.getByLabel(/Wie zag of hoorde het/).fill('Sanne');
    await tap(fatima, /Sanne Jansen/);
    await tap(fatima, 'Volgende');
    await choose(fatima, 'Net, of nu nog');
    await tap(fatima, 'Volgende');
    await choose(fatima, 'Stadskantoor');
    await choose(fatima, 'Balie 3');
    await tap(fatima, 'Volgende');
    await choose(fatima, 'Ik kan de persoon omschrijven');
    await fatima.getByLabel(/Hoe ziet de persoon eruit/).fill('Man met een grijze jas.');
    await choose(fatima, 'Ik stopte het gesprek');
    await choose(fatima, 'Bel mij');
    await tap(fatima, 'Volgende');
    number = await sendReport(fatima);
    expect(number).toMatch(/^2026-\d{4}$/);
  });

  it('reaches Henk on every channel at once, without a name or a story', async () => {
    await town.settle();
    await henk.getByText('Bedreiging').first().waitFor();
    expect(town.textsTo('henk')).toHaveLength(1);
    expect(town.mailsTo('henk')).toHaveLength(1);
    expect(town.pushes).toHaveLength(1);
    const said = [...town.textsTo('henk'), ...town.mailsTo('henk'), ...town.pushes.map(({ body }) => body)].join('\n');
    expect(said).not.toMatch(/Fatima|Sanne|opwachten|grijze jas|Balie/);
  });

  it('is taken up by Henk, who calls her', async () => {
    await henk
      .getByRole('link', { name: /Bedreiging|Dreigen/ })
      .first()
      .click();
    await henk.getByRole('heading', { level: 1, name: 'Bedreiging bij Balie 3' }).waitFor();
    await henk.getByText(story).waitFor();
    await tap(henk, 'Ik pak dit op');
    await henk
      .getByText(/Henk pakt het op/)
      .first()
      .waitFor();
    await tap(henk, 'Ik heb contact gehad');
    await henk.getByLabel(/Wat spraken jullie af/).fill('Ze gaat met een collega naar huis.');
    await tap(henk, 'Leg het contact vast');
    await henk.getByText('Het contact staat in het dossier.').waitFor();
  });

  it('tells Fatima each step in plain words', async () => {
    await town.settle();
    await fatima.getByRole('link', { name: 'Volg je melding' }).click();
    await fatima.getByRole('heading', { level: 1 }).waitFor();
    await fatima.getByText(/Henk heeft je melding gelezen/).waitFor();
    await fatima
      .getByText(/Henk pakt/)
      .first()
      .waitFor();
  });

  it('asks Sanne for her own account before she sees that of Fatima', async () => {
    const sanne = await town.onPhone('sanne');
    await sanne.goto('/mijn-meldingen');
    await sanne.getByText('We vragen jouw verhaal').waitFor();
    await sanne.getByRole('link', { name: /^Bekijk/ }).click();
    await sanne.getByLabel('Jouw verhaal').fill('Ik hoorde hem schreeuwen.');
    expect(await sanne.getByText(story).count()).toBe(0);
    await tap(sanne, 'Vertel mijn verhaal');
    await sanne.getByText('Dank je wel. Je verhaal is bewaard.').waitFor();
  });

  it('is followed up task by task', async () => {
    const open = henk.getByRole('button', { name: /^Gedaan: / });
    await open.first().waitFor();
    for (let left = await open.count(); left > 0; left = await open.count()) {
      await open.first().click();
      await fillRecord(henk);
      await tap(henk, 'Bewaar als gedaan');
      await henk.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => open.count()).toBeLessThan(left);
    }
  });

  it('gets its response within the 48 hours', async () => {
    await town.fastForward({ hours: 20 });
    const record = henk.getByRole('button', { name: 'Reactie vastleggen' });
    if ((await record.count()) > 0) {
      await record.click();
      await choose(henk, 'Brief');
      await henk.getByLabel(/Wat staat erin/).fill('Waarschuwing per brief.');
      await tap(henk, 'Leg de reactie vast');
    }
    await henk.getByText('Op tijd').waitFor();
  });

  it('is closed with where it was discussed and what Fatima wants', async () => {
    await henk.getByRole('link', { name: 'Afsluiten' }).click();
    await henk.getByLabel('Wat is de conclusie?').fill('Waarschuwing gegeven. We werken bij balie 3 met twee mensen.');
    await henk.getByRole('group', { name: 'Is dit in een overleg besproken?' }).getByLabel('Ja').check();
    const [day, month, year] = ['11', '3', '2026'];
    await henk.getByLabel('Dag').fill(day);
    await henk.getByLabel('Maand').fill(month);
    await henk.getByLabel('Jaar').fill(year);
    await henk.getByLabel('Wie waren erbij?').first().fill('Fatima');
    await tap(henk, /Fatima El Amrani/);
    await choose(henk, 'Is het eens met afsluiten');
    const accept = henk.getByLabel(/Sluit toch af/);
    if ((await accept.count()) > 0) await accept.check();
    await tap(henk, 'Sluit het dossier af');
    await henk.getByText('Het dossier is afgesloten. De melder krijgt bericht.').waitFor();
    await town.settle();
    await fatima.getByText('Afgesloten').first().waitFor();
  });
});

/** Answers whatever the playbook asks to remember. */
async function fillRecord(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  for (const group of await dialog.getByRole('group').all()) {
    const radio = group.getByRole('radio').first();
    if ((await radio.count()) > 0) await radio.check();
  }
  for (const box of await dialog.getByRole('textbox').all()) {
    const label = (await box.getAttribute('id')) ?? '';
    await box.fill(
      label.endsWith('-day')
        ? '11'
        : label.endsWith('-month')
          ? '3'
          : label.endsWith('-year')
            ? '2026'
            : 'Gedaan zoals afgesproken.',
    );
  }
}
