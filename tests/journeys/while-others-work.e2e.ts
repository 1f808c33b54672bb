import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { cast } from '../../database/demo/cast.ts';
import { type Ask, type Dossiers, doorsFor, layOutDossiers } from '../support/dossiers.ts';
import { fillDate } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown, stepIn } from '../support/open-town.ts';
import { choose, tap } from '../support/report-on-phone.ts';

const typed = 'Dit zijn mijn eigen woorden, en ik ben nog bezig.';

journey('somebody types while colleagues work on the same', () => {
  let town: OpenTown;
  let dossiers: Dossiers;
  let henk: Page;
  let marijke: Ask;

  beforeAll(async () => {
    town = await openTown();
    dossiers = await layOutDossiers(town);
    henk = await town.atDesk('henk');
    marijke = await doorsFor(town, 'marijke');
  });

  it('keeps a reason when a colleague finishes that very task, and says that it is done', async () => {
    await henk.goto(`/meldingen/${dossiers.inFollowUp}`);
    const done = henk.getByRole('button', { name: /^Gedaan: / }).first();
    await done.waitFor();
    await henk
      .getByRole('button', { name: /^Meer voor: / })
      .first()
      .click();
    await tap(henk, 'Niet nodig');
    await henk.getByLabel('Reden').fill(typed);
    const [first] = await town.look<{ id: string }>(
      `select id from incident.task where incident_id = $1 and state = 'open' order by due_at limit 1`,
      [dossiers.inFollowUp],
    );
    await marijke(`/tasks/${first?.id}/drop`, { reason: 'Was al gedaan.' });
    await henk.getByText('Was al gedaan.').waitFor();
    expect(await henk.getByLabel('Reden').inputValue()).toBe(typed);
    await tap(henk, 'Annuleren');
  });

  it('keeps four sentences when a deputy writes the same summary, and shows hers beside it', async () => {
    await henk.goto(`/meldingen/${dossiers.inFollowUp}/samenvatting`);
    await henk.getByLabel('Wat gebeurde er?').fill(typed);
    const texts = { happened: 'Van Marijke.', done: 'Niets.', learned: 'Niets.', agreed: 'Niets.' };
    await marijke(`/incidents/${dossiers.inFollowUp}/summary`, { texts, keep: [] }, 'PUT');
    await henk.getByText('Marijke Visser schreef intussen ook een tekst').waitFor();
    await henk.getByText('Van Marijke.').waitFor();
    expect(await henk.getByLabel('Wat gebeurde er?').inputValue()).toBe(typed);
  });

  it('finds it back after signing in again, and nobody reads it meanwhile', async () => {
    for (const label of ['Wat deden we?', 'Wat leren we ervan?', 'Wat spreken we af?'])
      await henk.getByLabel(label).fill('We bleven rustig.');
    await henk.context().clearCookies();
    await tap(henk, 'Vraag of het zo goed is');
    await henk.getByText('Je bent niet meer ingelogd. Wat je typte, staat er nog.').waitFor();
    expect(await henk.getByLabel('Wat gebeurde er?').isVisible()).toBe(false);
    expect(await isOpenToEverybody(henk)).toEqual([]);
    await henk.keyboard.press('Escape');
    await henk.keyboard.press('Escape');
    await stepIn(henk.context(), town.url, 'henk');
    await tap(henk, 'Ik ben weer ingelogd');
    await henk.getByLabel('Wat gebeurde er?').waitFor();
    expect(await henk.getByLabel('Wat gebeurde er?').inputValue()).toBe(typed);
  });

  it('keeps a note about contact when somebody else was first', async () => {
    await henk.goto(`/meldingen/${dossiers.fresh}`);
    await tap(henk, 'Ik heb contact gehad');
    await henk.getByLabel(/Wat spraken jullie af/).fill(typed);
    const contact = {
      withPersonId: cast.mila.id,
      way: 'phone',
      reached: true,
      at: town.now().toISOString(),
      note: null,
    };
    await marijke(`/incidents/${dossiers.fresh}/contacts`, contact);
    await henk.getByText('Reactie vastleggen').waitFor({ state: 'attached' });
    expect(await henk.getByLabel(/Wat spraken jullie af/).inputValue()).toBe(typed);
    await tap(henk, 'Annuleren');
  });

  it('never shows on one dossier what was being written on another', async () => {
    await henk.goto(`/meldingen/${dossiers.fresh}`);
    await henk.getByRole('button', { name: 'Iets toevoegen' }).waitFor();
    await henk.evaluate((address) => {
      const link = Object.assign(document.createElement('a'), { href: address, textContent: 'Naar de andere' });
      document.querySelector('main')?.prepend(link);
    }, `/meldingen/${dossiers.inFollowUp}`);
    await henk.getByText('Naar de andere').click();
    await henk.waitForURL(`**/${dossiers.inFollowUp}`);
    await tap(henk, 'Iets toevoegen');
    await henk.getByRole('dialog').getByRole('textbox').fill(typed);
    await henk.goBack();
    await tap(henk, 'Ga weg en gooi het weg');
    await henk.waitForURL(`**/${dossiers.fresh}`);
    await expect.poll(() => henk.getByRole('dialog').count()).toBe(0);
  });

  it('keeps open what was opened while something else was still being sent', async () => {
    await henk.goto(`/meldingen/${dossiers.inFollowUp}`);
    const letThrough = await hold(henk, '**/response');
    await tap(henk, 'Reactie vastleggen');
    await choose(henk, 'Brief');
    await henk.getByLabel(/Wat staat erin/).fill('Een brief.');
    await tap(henk, 'Leg de reactie vast');
    await tap(henk, 'Annuleren');
    await tap(henk, 'Iets toevoegen');
    await henk.getByRole('dialog').getByRole('textbox').fill(typed);
    letThrough();
    await henk.getByText('De reactie staat vast. De klok is gestopt.').waitFor();
    expect(await henk.getByRole('dialog').getByRole('textbox').inputValue()).toBe(typed);
    await henk.unroute('**/response');
    await tap(henk, 'Annuleren');
  });

  it('keeps the next event that is typed while the last one is sent', async () => {
    await henk.goto(`/reeks/${dossiers.inFollowUp}`);
    const letThrough = await hold(henk, '**/series');
    await choose(henk, 'Telefoon');
    await henk.getByLabel('Wat gebeurde er?').fill('Hij belde weer.');
    await tap(henk, /^Zet erbij$/);
    await henk.getByLabel('Wat gebeurde er?').fill(typed);
    letThrough();
    await henk.getByText('Het staat erbij').waitFor();
    expect(await henk.getByLabel('Wat gebeurde er?').inputValue()).toBe(typed);
  });

  it('can make a day in a filter right', async () => {
    await henk.goto('/meldingen');
    await henk.getByLabel('Gemeld').selectOption({ label: 'Kies zelf' });
    const from = henk.getByRole('group', { name: 'Vanaf welke dag?' });
    await fillDate(from, '15-3-2026');
    await henk.waitForURL(/van=2026-03-15/);
    await from.getByLabel('Dag').press('End');
    await from.getByLabel('Dag').press('Backspace');
    await from.getByLabel('Dag').press('Backspace');
    await from.getByLabel('Dag').pressSequentially('02');
    expect(await from.getByLabel('Dag').inputValue()).toBe('02');
    await henk.waitForURL(/van=2026-03-02/);
  });

  it('leaves an address open that is being made right', async () => {
    await henk.goto('/volgend-bezoek');
    await henk.getByText('Weet je die niet?').click();
    await henk.getByLabel('Postcode').fill('1234 AB');
    await henk.getByLabel('Huisnummer').fill('12');
    await henk.getByLabel('Huisnummer').fill('');
    await henk.getByLabel('Huisnummer').fill('14');
    expect(await henk.getByLabel('Huisnummer').inputValue()).toBe('14');
  });

  it('tells what became of a hand-over that leaves nothing in the list', async () => {
    await henk.goto('/meldingen?heeft=ik&stand=open');
    await tap(henk, 'Draag er meer tegelijk over');
    await tap(henk, /^Alle \d+ op deze pagina$/);
    await tap(henk, 'Draag over aan…');
    await choose(henk, 'Marijke Visser');
    await choose(henk, 'Dat spraken we zo af');
    await tap(henk, /^Draag over$/);
    await henk.getByText(/^Je droeg/).waitFor();
    await tap(henk, /^Maak ongedaan/);
  });

  it('changes only what was changed in the details of a colleague', async () => {
    const bas = await town.atDesk('bas');
    await bas.goto(`/beheer/mensen/${cast.sanne.id}`);
    await bas.getByLabel('Functie').fill('Medewerker balie');
    const sanne = await doorsFor(town, 'sanne');
    await sanne('/me', { phone: '0612345678' }, 'PATCH');
    await tap(bas, /^Bewaar$/);
    await bas.getByText('Bewaard').first().waitFor();
    const [now] = await town.look<{ phone: string }>('select phone from organisation.person where id = $1', [
      cast.sanne.id,
    ]);
    expect(now?.phone).toBe('0612345678');
  });
});

/** What is sent to this address stays on its way until it is let through, however long somebody types. */
async function hold(page: Page, address: string): Promise<() => void> {
  let letThrough = () => {};
  const through = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(address, async (route) => {
    if (route.request().method() !== 'GET') await through;
    await route.continue();
  });
  return letThrough;
}
