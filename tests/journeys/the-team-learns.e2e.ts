import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { layOutDossiers } from '../support/dossiers.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { choose, tap } from '../support/report-on-phone.ts';

const sentences = {
  'Wat gebeurde er?': 'Fatima werd bedreigd aan de balie.',
  'Wat deden we?': 'De collega stopte het gesprek.',
  'Wat leren we ervan?': 'De alarmknop zat te ver weg.',
  'Wat spreken we af?': 'De knop komt naast het scherm.',
};

journey('the team learns from a threat', () => {
  let town: OpenTown;
  let henk: Page;
  let fatima: Page;
  let mila: Page;
  let incidentId = '';

  beforeAll(async () => {
    town = await openTown();
    incidentId = (await layOutDossiers(town)).inFollowUp;
    henk = await town.atDesk('henk');
    fatima = await town.onPhone('fatima');
    mila = await town.onPhone('mila');
  });

  const readByTeam = async (sentence: string) => {
    await mila.goto('/teamvergadering');
    await mila.getByRole('heading', { level: 1, name: 'Voor de teamvergadering' }).waitFor();
    await mila.getByText('Er is nog niets gedeeld').or(mila.getByText('Wat leren we ervan?')).first().waitFor();
    return mila.getByText(sentence).count();
  };

  it('in four sentences, of which every name is pointed at', async () => {
    await henk.goto(`/meldingen/${incidentId}`);
    await henk.getByRole('link', { name: 'Schrijf de samenvatting' }).click();
    for (const [label, sentence] of Object.entries(sentences)) await henk.getByLabel(label).fill(sentence);
    await tap(henk, 'Vraag of het zo goed is');
    await henk.getByRole('link', { name: /“Fatima” is de naam van wie het overkwam/ }).waitFor();
    await henk.getByLabel('Wat gebeurde er?').fill('Een collega werd bedreigd aan de balie.');
    await tap(henk, 'Vraag of het zo goed is');
    await henk.getByText('Nog geen antwoord').first().waitFor();
    expect(await readByTeam('Een collega werd bedreigd')).toBe(0);
  });

  it('that she reads first, and wants otherwise', async () => {
    await fatima.goto(`/mijn-meldingen/${incidentId}`);
    await choose(fatima, 'Liever anders');
    await tap(fatima, 'Geef je antwoord');
    await fatima.getByRole('link', { name: 'Vertel wat je anders wilt.' }).waitFor();
    await fatima.getByLabel('Wat wil je anders?').fill('Zeg er niet bij dat het aan de balie was.');
    await tap(fatima, 'Geef je antwoord');
    await fatima.getByText('Je team leest dit nog niet.').waitFor();
    await henk.getByText('Zeg er niet bij dat het aan de balie was.').waitFor();
  });

  it('once she says yes to the new text', async () => {
    await henk.getByLabel('Wat gebeurde er?').fill('Een collega werd bedreigd.');
    await tap(henk, 'Vraag of het zo goed is');
    await henk.getByText('Eerdere teksten').waitFor();
    await fatima.getByText('Een collega werd bedreigd.').waitFor();
    await choose(fatima, 'Goed zo');
    await tap(fatima, 'Geef je antwoord');
    await fatima.getByText('Je team kan dit nu lezen.').waitFor();
    expect(await readByTeam('Een collega werd bedreigd.')).toBe(1);
    expect(await readByTeam('aan de balie')).toBe(0);
  });

  it('in a meeting, of which the day is then known when Henk closes', async () => {
    await henk.goto('/teamvergadering');
    await henk
      .getByRole('button', { name: /^Besproken: de tekst van/ })
      .first()
      .click();
    await tap(henk, 'Leg de dag vast');
    await henk.getByText(/^Besproken op/).waitFor();
    await henk.goto(`/meldingen/${incidentId}/afsluiten`);
    await henk.getByText(/^De samenvatting is besproken op/).waitFor();
    expect(
      await henk.getByRole('group', { name: 'Is dit in een overleg besproken?' }).getByLabel('Ja').isChecked(),
    ).toBe(true);
  });

  it('until she takes it back', async () => {
    await tap(fatima, 'Verander je antwoord');
    await choose(fatima, 'Niet delen');
    await tap(fatima, 'Geef je antwoord');
    await fatima.getByText('Je team leest dit nog niet.').waitFor();
    expect(await readByTeam('Een collega werd bedreigd.')).toBe(0);
  });
});
