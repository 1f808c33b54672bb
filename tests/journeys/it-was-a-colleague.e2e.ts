import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { choose, isSafe, startReport, tap } from '../support/report-on-phone.ts';

journey('misconduct by a colleague', () => {
  let town: OpenTown;
  let sanne: Page;

  beforeAll(async () => {
    town = await openTown();
    sanne = await town.onPhone('sanne');
  });

  const atTheAdviser = () => sanne.getByRole('heading', { name: 'Praat met de vertrouwenspersoon' }).waitFor();

  it('leads from the first question to the confidential adviser, and back when it was not a colleague', async () => {
    await startReport(sanne);
    await isSafe(sanne);
    await choose(sanne, 'Bedreigen of intimideren');
    await sanne.getByLabel(/Vertel het in je eigen woorden/).fill('Hij stond ineens achter me.');
    await sanne.getByRole('link', { name: 'Het was een collega' }).click();
    await atTheAdviser();
    await tap(sanne, 'Het was geen collega');
    await sanne.getByRole('heading', { name: 'Wat gebeurde er?' }).waitFor();
    expect(await sanne.getByLabel(/Vertel het in je eigen woorden/).inputValue()).toBe('Hij stond ineens achter me.');
  });

  it('leads there from who did it too, with a number and an address', async () => {
    await tap(sanne, 'Volgende');
    await choose(sanne, 'Mij');
    await tap(sanne, 'Volgende');
    await choose(sanne, 'Net, of nu nog');
    await tap(sanne, 'Volgende');
    await choose(sanne, 'Stadskantoor');
    await tap(sanne, 'Volgende');
    const kept = sanne.waitForResponse((answer) => answer.request().postData()?.includes('colleague') ?? false);
    await choose(sanne, 'Het was een collega');
    await tap(sanne, 'Volgende');
    await atTheAdviser();
    await kept;
    await expect.poll(() => hrefOf('Bel Ruud Postma')).toMatch(/^tel:06/);
    expect(await hrefOf('Mail Ruud Postma')).toBe('mailto:ruud.postma@wierdam.example');
  });

  it('cannot be sent by another way', async () => {
    await sanne.goto('/melden/controle');
    await atTheAdviser();
  });

  it('makes no dossier and tells nobody', async () => {
    await town.settle();
    expect(await town.look('select from incident.incident')).toHaveLength(0);
    for (const who of ['henk', 'yusuf', 'ruud'] as const) expect(town.mailsTo(who)).toEqual([]);
  });

  it('keeps what was typed until Sanne throws it away', async () => {
    expect(await town.look('select from incident.draft')).toHaveLength(1);
    await tap(sanne, 'Gooi het nu weg');
    await sanne.getByRole('dialog').getByRole('button', { name: 'Gooi weg' }).click();
    await sanne.getByRole('link', { name: /Ik wil iets melden/ }).waitFor();
    expect(await town.look('select from incident.draft')).toHaveLength(0);
  });

  const hrefOf = (name: string) => sanne.getByRole('link', { name }).getAttribute('href');
});
