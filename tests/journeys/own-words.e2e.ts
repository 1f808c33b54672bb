import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { choose, reportSafely, tap } from '../support/report-on-phone.ts';

const threat = { seen: ['Bedreigen of intimideren'], where: 'Stadskantoor', room: 'Balie 3' };
const debtHelp = 'Besluit over schuldhulp';
const renamed = 'Schuldhulp of beslag';

journey('the organisation says it in its own words', () => {
  let town: OpenTown;
  let fatima: Page;
  let yusuf: Page;
  let henk: Page;
  const incidents: string[] = [];

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.onPhone('fatima');
    yusuf = await town.atDesk('yusuf');
    henk = await town.atDesk('henk');
  });

  it('the coordinator adds a word, and is told what it must count as', async () => {
    await yusuf.goto('/afspraken');
    await yusuf.getByRole('link', { name: /^Woorden/ }).click();
    await yusuf.getByRole('link', { name: /^Wat opviel aan de persoon/ }).click();
    await yusuf.getByText('Niemand veranderde hier iets.').waitFor();
    await yusuf.getByRole('link', { name: 'Wijzig', exact: true }).click();
    await tap(yusuf, 'Voeg een woord toe');
    await yusuf.getByLabel('Zo heet het, Nederlands').fill(debtHelp);
    await yusuf.getByLabel('Zo heet het, Engels').fill('Decision on debt help');
    await tap(yusuf, 'Bekijk de nieuwe versie');
    await yusuf.getByRole('link', { name: /telt mee als: Kies waar dit woord als meetelt/ }).waitFor();
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
    await yusuf.getByLabel('Telt mee als').selectOption({ label: 'Was boos over een regel of besluit' });
    await yusuf.getByLabel('Jullie eigen code').fill('AG-03');
    await putInForce(`Erbij: ${debtHelp}`);
    await yusuf.getByText('Jullie code: AG-03').waitFor();
    await yusuf.getByText(/Geldt nu · .* · Yusuf Kaya/).waitFor();
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
  });

  it('a reporter chooses it, and the dossier says it', async () => {
    await reportWith(debtHelp);
    await henk.goto(`/meldingen/${incidents[0]}`);
    await henk.getByText(debtHelp).waitFor();
  });

  it('called otherwise and retired, it stays what it was on the old dossier', async () => {
    await yusuf.getByRole('link', { name: 'Wijzig', exact: true }).click();
    await tap(yusuf, `Wijzig ${debtHelp}`);
    await yusuf.getByLabel('Zo heet het, Nederlands').fill(renamed);
    await yusuf.getByLabel('Zet dit uit').check();
    await putInForce(`Uitgezet: ${renamed}`);
    await yusuf.getByText('Versie 2').first().waitFor();
    await henk.reload();
    await henk.getByText(debtHelp).waitFor();
    expect(await henk.getByText(renamed).count()).toBe(0);
  });

  it('and a new report does not offer it any more', async () => {
    await reportWith('Leek onder invloed');
  });

  it('the list finds it by the word that was retired', async () => {
    await yusuf.goto('/meldingen');
    await yusuf.getByLabel('Eigen woord').selectOption({ label: `${renamed} (uitgezet)` });
    await yusuf
      .getByRole('button', { name: `Haal weg: Wat opviel aan de persoon: ${renamed} (uitgezet)`, exact: true })
      .waitFor();
    await yusuf.getByText(/^1 melding$/).waitFor();
    expect(await yusuf.getByRole('table').getByRole('rowheader').count()).toBe(1);
    expect(new URL(yusuf.url()).search).toMatch(/^\?woord=cause-own_\w+$/);
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
  });

  it('the export of that list carries the words of then, with the code of the organisation', async () => {
    await yusuf.getByRole('link', { name: 'Maak een bestand' }).click();
    await yusuf.getByText(`Wat opviel aan de persoon: ${renamed} (uitgezet)`).waitFor();
    await choose(yusuf, /^CSV/);
    await choose(yusuf, 'Wat opviel aan de persoon');
    await choose(yusuf, 'Zet onze eigen codes erbij');
    await tap(yusuf, 'Maak het bestand');
    await town.settle();
    const lines = await exported();
    expect(lines[0]).toContain('Wat opviel aan de persoon;Wat opviel aan de persoon, code');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`${debtHelp};AG-03`);
  });

  async function putInForce(change: string) {
    await tap(yusuf, 'Bekijk de nieuwe versie');
    await yusuf.getByText(change).waitFor();
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
    await tap(yusuf, 'Laat dit nu gelden');
  }

  /** The calm details after sending. */
  async function reportWith(cause: string) {
    await reportSafely(fatima, threat);
    await town.settle();
    await fatima
      .getByRole('link', { name: /rest|meer|details/i })
      .first()
      .click();
    const question = fatima.getByRole('group', { name: 'Wat viel je op aan de persoon?' });
    await question.waitFor();
    expect(await question.getByText(renamed).count()).toBe(0);
    await question.getByLabel(cause).check();
    await tap(fatima, 'Bewaar');
    await fatima.waitForURL(/\/mijn-meldingen\//);
    await town.settle();
    const [newest] = await town.look<{ id: string }>(
      'select id from incident.incident order by reported_at desc limit 1',
    );
    if (!newest) throw new Error('Nothing was reported');
    incidents.push(newest.id);
  }

  async function exported(): Promise<string[]> {
    const fetching = yusuf.waitForEvent('download');
    await yusuf.getByRole('link', { name: /Haal op: CSV/ }).click();
    return (await readFile(await (await fetching).path(), 'utf8')).trimEnd().split('\r\n');
  }
});
