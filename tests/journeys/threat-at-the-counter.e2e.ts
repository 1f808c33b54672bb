import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { closeDossier, finishTasks, recordContact, sendResponse, takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { choose, isSafe, pickColleague, sendReport, startReport, tap } from '../support/report-on-phone.ts';

const story = 'Meneer zei dat hij me na werktijd zou opwachten.';

journey('a threat at the counter', () => {
  let town: OpenTown;
  let fatima: Page;
  let henk: Page;

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
    await fatima.getByText('Dit melden we altijd.').waitFor();
    await fatima.getByLabel(/Vertel het in je eigen woorden/).fill(story);
    await tap(fatima, 'Volgende');
    await choose(fatima, 'Mij');
    await pickColleague(fatima, /Wie zag of hoorde het/, 'Sanne Jansen');
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
    expect(await sendReport(fatima)).toMatch(/^2026-\d{4}$/);
  });

  it('reaches Henk on every channel at once, without a name or a story', async () => {
    await town.settle();
    await henk.getByRole('link', { name: 'Bedreiging' }).waitFor();
    await henk.getByRole('link', { name: 'Berichten, 1 nieuw' }).waitFor();
    expect(town.textsTo('henk')).toHaveLength(1);
    expect(town.mailsTo('henk')).toHaveLength(1);
    expect(town.pushes).toHaveLength(1);
    const said = [...town.textsTo('henk'), ...town.mailsTo('henk'), ...town.pushes.map(({ body }) => body)].join('\n');
    expect(said).not.toMatch(/Fatima|Amrani|Sanne|opwachten|grijze jas|Balie/);
  });

  it('is taken up by Henk, who calls her', async () => {
    await henk.getByRole('link', { name: 'Bedreiging' }).click();
    await henk.getByRole('heading', { level: 1, name: 'Bedreiging bij Balie 3' }).waitFor();
    await henk.getByText(story).waitFor();
    expect(await henk.getByRole('link', { name: 'Bel Fatima' }).getAttribute('href')).toMatch(/^tel:06/);
    await takeUp(henk, 'Henk');
    await recordContact(henk, 'Ze gaat met een collega naar huis.');
  });

  it('tells Fatima each step in plain words', async () => {
    await fatima.getByRole('link', { name: 'Volg je melding' }).click();
    await fatima.getByRole('heading', { level: 1, name: 'Bedreiging bij Balie 3' }).waitFor();
    for (const step of ['Je hebt dit gemeld.', 'Henk heeft je melding gelezen.', 'Henk heeft dit opgepakt.']) {
      await fatima.getByText(step).waitFor();
    }
    await fatima.getByText('Henk heeft je gesproken.').waitFor();
    await fatima.getByText('Henk regelt dat je veilig thuiskomt.').waitFor();
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
    // The form is gone; whoever goes on with a keyboard or a screen reader is still on the page.
    await expect.poll(() => sanne.evaluate(() => document.activeElement?.id)).toBe('main');
    await sanne.getByRole('link', { name: 'Start', exact: true }).click();
    await sanne.getByRole('link', { name: 'Bekijk de melding' }).waitFor();
    await henk.getByText('Ik hoorde hem schreeuwen.').waitFor();
  });

  it('gets its response within the 48 hours', async () => {
    await town.fastForward({ hours: 20 });
    await tap(henk, 'Reactie vastleggen');
    await tap(henk, 'Leg de reactie vast');
    const dialog = henk.getByRole('dialog');
    await dialog.getByRole('link', { name: 'Hoe reageerde je? Vul dit in.' }).waitFor();
    await dialog.getByRole('link', { name: 'Wat staat erin, of wat zei je? Vul dit in.' }).waitFor();
    await tap(henk, 'Annuleren');
    await sendResponse(henk, 'Waarschuwing per brief.');
    await henk.getByText('Op tijd').waitFor();
  });

  it('keeps a task half typed while Escape puts away the names that were found', async () => {
    const dialog = henk.getByRole('dialog', { name: 'Nieuwe taak' });
    await tap(henk, 'Taak toevoegen');
    await dialog.getByLabel('Wat moet er gebeuren?').fill('Bel de wijkagent.');
    await dialog.getByLabel('Wie doet het?').first().fill('Fat');
    await dialog.getByRole('button', { name: /Fatima El Amrani/ }).waitFor();
    await henk.keyboard.press('Escape');
    await dialog.getByRole('button', { name: /Fatima El Amrani/ }).waitFor({ state: 'detached' });
    expect(await dialog.getByLabel('Wat moet er gebeuren?').inputValue()).toBe('Bel de wijkagent.');
    await henk.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('is printed without what only helps on a screen', async () => {
    await henk.emulateMedia({ media: 'print' });
    expect(await henk.getByRole('heading', { name: 'Wat nu nodig is' }).isVisible()).toBe(true);
    expect(await henk.getByRole('heading', { name: 'Meedoen zonder account' }).isVisible()).toBe(false);
    await henk.emulateMedia({ media: 'screen' });
  });

  it('is followed up task by task', async () => {
    await finishTasks(henk);
    await town.settle();
    await fatima.getByText('Jouw weg naar huis is geregeld.').waitFor();
    await fatima.getByText('Henk heeft een reactie gestuurd aan de ander.').waitFor();
  });

  it('is closed with where it was discussed and what Fatima wants', async () => {
    await closeDossier(henk, {
      conclusion: 'Waarschuwing gegeven. We werken bij balie 3 met twee mensen.',
      discussedOn: '11-3-2026',
      attendee: 'Fatima El Amrani',
      wish: 'Is het eens met afsluiten',
    });
    await town.settle();
    await fatima.getByText('Henk heeft dit afgesloten.').waitFor();
    await fatima.getByText('Afgesloten', { exact: true }).waitFor();
  });
});
