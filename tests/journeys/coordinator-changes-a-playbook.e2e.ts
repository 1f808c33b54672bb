import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { reportSafely, tap } from '../support/report-on-phone.ts';

const threat = { seen: ['Bedreigen of intimideren'], where: 'Stadskantoor', room: 'Balie 3' };
const agenda = 'Bespreek het in het team';
const laterCall = 'Bel na een week nog eens';

journey('the coordinator changes a playbook', () => {
  let town: OpenTown;
  let fatima: Page;
  let yusuf: Page;
  let henk: Page;
  let bas: Page;

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.onPhone('fatima');
    yusuf = await town.atDesk('yusuf');
    henk = await town.atDesk('henk');
    await reportSafely(fatima, threat);
    await town.settle();
  });

  it('finds it among the agreements, and reads what counts now', async () => {
    await yusuf.getByRole('navigation', { name: 'Hoofdmenu' }).first().getByRole('link', { name: 'Afspraken' }).click();
    await yusuf.getByRole('link', { name: /^Bedreiging of intimidatie/ }).click();
    await yusuf.getByRole('heading', { level: 1, name: 'Bedreiging of intimidatie' }).waitFor();
    await yusuf.getByText('Binnen 60 minuten, ook ’s avonds en op vrije dagen.').waitFor();
    await yusuf.getByText(/hoort bij het programma/).waitFor();
    await yusuf.getByRole('link', { name: 'Wijzig', exact: true }).click();
    await yusuf.getByRole('heading', { level: 1, name: /wijzigen$/ }).waitFor();
  });

  it('shortens the deadline of a task', async () => {
    await tap(yusuf, `Wijzig ${agenda}`);
    const days = yusuf.getByLabel('Aantal dagen');
    expect(await days.inputValue()).toBe('10');
    await days.fill('3');
    await tap(yusuf, `Klaar met ${agenda}`);
    await yusuf.getByText('wie het dossier leidt · binnen 3 werkdagen').waitFor();
  });

  it('adds a task, and is told what is still missing at its field', async () => {
    await tap(yusuf, 'Voeg een taak toe');
    await yusuf.getByLabel('Wat moet er gebeuren?, Nederlands').fill(laterCall);
    await tap(yusuf, 'Bekijk de nieuwe versie');
    await yusuf.getByRole('link', { name: 'Taak 15, naam: vul de Engelse tekst in.' }).click();
    await yusuf.keyboard.type('Call again after a week');
    expect(await yusuf.getByLabel('Wat moet er gebeuren?, Engels').inputValue()).toBe('Call again after a week');
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
    await yusuf.getByLabel('Uitleg, Nederlands').last().fill('Vraag hoe het nu gaat.');
    await yusuf.getByLabel('Uitleg, Engels').last().fill('Ask how they are now.');
  });

  it('puts it higher with the keyboard, and keeps the focus', async () => {
    await yusuf.getByRole('button', { name: `${laterCall} omhoog` }).focus();
    await yusuf.keyboard.press('Enter');
    await yusuf.getByText('Staat nu op plek 14 van 15.').waitFor();
    await expect
      .poll(() => yusuf.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(`${laterCall} omhoog`);
  });

  it('finds everything back after the tab was closed', async () => {
    await yusuf.reload();
    await yusuf.getByText('wie het dossier leidt · binnen 3 werkdagen').waitFor();
    await yusuf.getByRole('heading', { level: 3, name: laterCall }).waitFor();
  });

  it('has a colleague who begins to change the same', async () => {
    bas = await town.atDesk('bas');
    await bas.goto('/beheer');
    await bas.getByRole('link', { name: /^Afspraken/ }).click();
    await bas.getByRole('link', { name: /^Bedreiging of intimidatie/ }).click();
    await bas.getByRole('link', { name: 'Wijzig', exact: true }).click();
    await bas.getByLabel('Naam van het draaiboek, Nederlands').fill('Dreigen');
    await tap(bas, 'Bekijk de nieuwe versie');
    await bas.getByText('Anders: de naam of de uitleg van het draaiboek').waitFor();
  });

  it('looks at the new version, and lets it count', async () => {
    await tap(yusuf, 'Bekijk de nieuwe versie');
    await yusuf.getByRole('heading', { level: 1, name: /^Zo wordt/ }).waitFor();
    await yusuf.getByText(`Nieuw: ${laterCall}`).waitFor();
    await yusuf.getByText(`Anders: ${agenda}`).waitFor();
    expect(await yusuf.getByText('andere volgorde').count()).toBe(0);
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
    await tap(yusuf, 'Laat dit nu gelden');
    await yusuf.getByText('De nieuwe versie geldt nu.').waitFor();
    await yusuf.getByRole('heading', { level: 1, name: 'Bedreiging of intimidatie' }).waitFor();
    await yusuf.getByText(/Geldt nu · .* · Yusuf Kaya/).waitFor();
  });

  it('the colleague is told, and overwrites nothing', async () => {
    await tap(bas, 'Laat dit nu gelden');
    await bas.getByText('Een collega heeft dit intussen veranderd.').waitFor();
    await tap(bas, 'Begin opnieuw');
    await bas.getByText('wie het dossier leidt · binnen 3 werkdagen').waitFor();
    expect(await bas.getByLabel('Naam van het draaiboek, Nederlands').inputValue()).toBe('Bedreiging of intimidatie');
  });

  it('a new report gets the new tasks', async () => {
    await reportSafely(fatima, threat);
    await town.settle();
    expect(await tasksOf('new')).toMatchObject({ version: 2, isSoon: true, extra: 1 });
    await henk.goto(`/meldingen/${(await tasksOf('new')).incidentId}`);
    await henk.getByText(laterCall).waitFor();
  });

  it('an old dossier keeps the old ones', async () => {
    expect(await tasksOf('old')).toMatchObject({ version: 1, isSoon: false, extra: 0 });
    await henk.goto(`/meldingen/${(await tasksOf('old')).incidentId}`);
    await henk.getByText(agenda).waitFor();
    expect(await henk.getByText(laterCall).count()).toBe(0);
  });

  it('the version of before can still be read, by everybody', async () => {
    await fatima.goto('/afspraken/draaiboeken/threat');
    expect(await fatima.getByRole('link', { name: 'Wijzig', exact: true }).count()).toBe(0);
    await fatima.getByRole('link', { name: 'Versie 1', exact: true }).click();
    await fatima.getByText('Je leest versie 1. Die geldt niet meer.').waitFor();
    await fatima.getByText('binnen 10 werkdagen').first().waitFor();
    expect(await fatima.getByText(laterCall).count()).toBe(0);
  });

  /** Of the oldest or the newest dossier: its playbook, and whether the agenda is due within a week. */
  async function tasksOf(which: 'old' | 'new') {
    const [found] = await town.look<{ incidentId: string; version: number; isSoon: boolean; extra: number }>(
      `select i.id as "incidentId", i.playbook_version as version,
              bool_or(t.code = 'team_meeting' and t.due_at < i.reported_at + interval '7 days') as "isSoon",
              (count(*) filter (where t.code like 'own_%'))::int as extra
       from incident.incident i join incident.task t on t.incident_id = i.id
       group by i.id order by i.reported_at ${which === 'old' ? 'asc' : 'desc'}, i.number ${which === 'old' ? 'asc' : 'desc'} limit 1`,
    );
    if (!found) throw new Error('Nothing was reported');
    return found;
  }
});
