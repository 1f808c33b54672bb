import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { findLeaks } from '../support/leaks.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { reportSafely, tap } from '../support/report-on-phone.ts';

const threat = { seen: ['Bedreigen of intimideren'], where: 'Stadskantoor', room: 'Balie 3' };

journey('somebody known by a tattoo', () => {
  let town: OpenTown;
  let yusuf: Page;
  let sanne: Page;

  beforeAll(async () => {
    town = await openTown();
    yusuf = await town.atDesk('yusuf');
    sanne = await town.onPhone('sanne');
  });

  async function opensTheNewest(): Promise<void> {
    await town.settle();
    const [newest] = await town.look<{ id: string }>(
      'select id from incident.incident order by reported_at desc limit 1',
    );
    await yusuf.goto(`/meldingen/${newest?.id}`);
  }

  it('may be one person by how they were described, and says by what', async () => {
    await reportSafely(await town.onPhone('fatima'), {
      ...threat,
      description: 'Man met een slang als tatoeage in zijn nek',
    });
    await reportSafely(sanne, { ...threat, description: 'Grijze jas, en een tattoo van een slang' });
    await opensTheNewest();
    await yusuf.getByText(/in beide dossiers staat ‘tattoo’ en ‘slang’\. Beide keren bij Balie 3, 2 keer /).waitFor();
    await tap(yusuf, 'Vul aan wie het was');
    await yusuf.getByLabel('Leeftijd, geschat').selectOption({ label: '30 tot 50' });
    await yusuf.getByLabel('Stem', { exact: true }).fill('Hees');
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
    await yusuf.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await yusuf.getByRole('dialog').waitFor({ state: 'detached' });
    await yusuf.getByText('30 tot 50').waitFor();
  });

  it('keeps what people said of two of them, and shows what the other dossier knows', async () => {
    await town.settle();
    await tap(yusuf, 'Dezelfde persoon');
    await yusuf.getByText('Daar staat: Man met een slang als tatoeage in zijn nek.').waitFor();
    await tap(yusuf, 'Maak ongedaan');
    await yusuf.getByText('Je keuze is weg.').waitFor();
    await town.settle();
    await tap(yusuf, 'Niet dezelfde');
    await yusuf.getByText('Eerder beslist').click();
    await yusuf.getByText(/^Yusuf Kaya nam dat .* terug\.$/).waitFor();
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
  });

  it('has relatives who are thought of, seen by who leads it alone', async () => {
    await tap(yusuf, 'Voeg een naaste toe');
    await yusuf.getByLabel('Naam', { exact: true }).fill('Karim Haddad');
    await yusuf.getByLabel('Wat zijn ze van elkaar?').selectOption({ label: 'Partner' });
    await yusuf.getByLabel('Van welke collega?').selectOption({ label: 'Sanne Jansen' });
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
    await yusuf.getByRole('button', { name: 'Voeg toe', exact: true }).click();
    await yusuf.getByText('Partner van Sanne Jansen').waitFor();
    await sanne.goto(yusuf.url());
    await expect.poll(() => sanne.getByText('Karim Haddad').count()).toBe(0);
    await tap(yusuf, /^Haal weg/);
    await yusuf.getByText('De naaste is uit het dossier gehaald.').waitFor();
  });

  it('leaves no word of a description that anybody could read', async () => {
    expect(findLeaks(['tattoo', 'tatoeage', 'slang', 'Karim'], await town.rows())).toEqual([]);
  });
});
