import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { CastKey } from '../../database/demo/cast.ts';
import { journey } from '../support/journey.ts';
import { findLeaks } from '../support/leaks.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { answer, choose, isSafe, reportSafely, startReport, tap } from '../support/report-on-phone.ts';

const plate = '98-XYZ-7';
const told = 'De man van de garage aan de Kastanjelaan';

const threat = { seen: ['Bedreigen of intimideren'], where: 'Stadskantoor', room: 'Balie 3' };

journey('a pattern in what was noted', () => {
  let town: OpenTown;
  let yusuf: Page;
  const phones = new Map<CastKey, Page>();

  beforeAll(async () => {
    town = await openTown();
    yusuf = await town.atDesk('yusuf');
  });

  /** An insult at the third counter that stopped when something was said of it. */
  async function notes(who: CastKey, { written }: { written: string }) {
    const phone = await town.onPhone(who);
    phones.set(who, phone);
    await startReport(phone);
    await isSafe(phone);
    await choose(phone, 'Schelden of persoonlijk worden');
    await answer(phone, 'Stopte het toen je er iets van zei?', 'Ja');
    await answer(phone, 'Moest je er in dat gesprek nog iets van zeggen?', 'Nee');
    await answer(phone, 'Gebeurde dit al eerder?', 'Nee');
    await tap(phone, 'Bewaar een notitie');
    const place = phone.getByLabel('Waar was het?');
    await phone.getByText('Zet erbij waar het was').click();
    await place.selectOption({ label: 'Stadskantoor, Balie 3' });
    await phone.getByLabel('Hoe laat ongeveer?').fill('13:30');
    await phone.getByLabel('Kenteken').fill(written);
    if (who === 'fatima') expect(await isOpenToEverybody(phone)).toEqual([]);
    await tap(phone, 'Zet erbij');
    await phone.getByText('Het staat erbij.').waitFor();
  }
  const phoneOf = (who: CastKey): Page => {
    const phone = phones.get(who);
    if (!phone) throw new Error(`${who} has no phone yet`);
    return phone;
  };

  it('is seen when two colleagues noted what is alike, though neither named anybody', async () => {
    await notes('fatima', { written: plate });
    await town.fastForward({ days: 1 });
    await notes('sanne', { written: '98 xyz 7' });
    await town.settle();
    expect(town.mailsTo('yusuf')).toEqual([]);
    await town.fastForward({ minutes: 10 });
    expect(town.mailsTo('yusuf')).toEqual([expect.stringContaining('Er is een patroon in de notities')]);
  });

  it('tells the coordinator why it is one, and who noted it to nobody', async () => {
    await yusuf.goto('/notities');
    await yusuf.getByRole('link', { name: 'Bekijk de patronen' }).click();
    const why =
      '2 notities in 2 dagen bij Balie 3, misschien weer dezelfde persoon, nadat het eerst stopte, steeds tussen 13 en 14 uur';
    await yusuf.getByRole('heading', { name: why }).waitFor();
    await yusuf.getByText('Bekijk wat op elkaar lijkt').click();
    expect(await yusuf.getByRole('row').count()).toBe(3);
    expect(await yusuf.getByText(/Fatima|Sanne/).count()).toBe(0);
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
  });

  it('counts a report along that tells the same plate', async () => {
    const phone = await town.onPhone('daan');
    await reportSafely(phone, { ...threat, description: `Hij reed weg in een busje, ${plate}` });
    await town.fastForward({ minutes: 10 });
    await yusuf.goto('/patronen');
    await yusuf
      .getByRole('heading', { name: /^2 notities en 1 melding in 2 dagen bij Balie 3, misschien weer/ })
      .waitFor();
    await yusuf.getByText('Bekijk wat op elkaar lijkt').click();
    await yusuf.getByRole('link', { name: /^Melding \d/ }).waitFor();
    expect(await yusuf.getByText('Daan').count()).toBe(0);
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
  });

  it('is asked about: one tells who it was, and one would rather not', async () => {
    await tap(yusuf, 'Vraag wie het was');
    await tap(yusuf, 'Stel de vraag');
    await yusuf.getByText('Je vroeg vandaag aan 2 collega’s wie het was.').waitFor();
    await phoneOf('fatima').goto('/notities');
    await phoneOf('fatima').getByRole('textbox', { name: 'Wie was het?' }).fill(told);
    expect(await isOpenToEverybody(phoneOf('fatima'))).toEqual([]);
    await tap(phoneOf('fatima'), 'Vertel het');
    await phoneOf('fatima').getByText('Dank je wel. De coördinator leest het.').waitFor();
    await phoneOf('sanne').goto('/notities');
    await tap(phoneOf('sanne'), 'Liever niet');
    await phoneOf('sanne').getByText('Dat is goed. De vraag is weg.').waitFor();
    await yusuf.reload();
    await yusuf.getByText(told).waitFor();
    await yusuf.getByText('Eén collega zegt het liever niet.').waitFor();
  });

  it('becomes a report when the coordinator decides so', async () => {
    await tap(yusuf, 'Maak er een melding van');
    expect(await yusuf.getByLabel('Wie doet dit?').inputValue()).toBe(told);
    await tap(yusuf, 'Verstuur de melding');
    await yusuf.getByText('Er wacht niets op je').waitFor();
    await yusuf.getByLabel('Welke patronen').selectOption({ label: 'Al beslist' });
    await yusuf.getByRole('link', { name: /^Open melding/ }).click();
    await yusuf.getByRole('heading', { level: 1 }).waitFor();
    expect(await town.look(`select from incident.incident`)).toHaveLength(2);
  });

  it('leaves no plate and no name that anybody could read in the database', async () => {
    expect(findLeaks([plate, '98xyz7', '98 xyz 7', told], await town.rows())).toEqual([]);
  });

  async function opensTheNewest(): Promise<void> {
    await town.settle();
    const [newest] = await town.look<{ id: string }>(
      'select id from incident.incident order by reported_at desc limit 1',
    );
    await yusuf.goto(`/meldingen/${newest?.id}`);
  }

  it('is another matter than two reports that name somebody: these may be about one person', async () => {
    await reportSafely(phoneOf('fatima'), { ...threat, name: 'Piet van der Berg' });
    await reportSafely(phoneOf('sanne'), { ...threat, name: 'Berg, Piet' });
    await opensTheNewest();
    await yusuf.getByRole('link', { name: /^Misschien dezelfde persoon als in/ }).waitFor();
    await yusuf.getByText('Want: dezelfde naam, een naam die net zo klinkt.').waitFor();
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
  });

  it('is decided by a person, who can take that back', async () => {
    await tap(yusuf, 'Dezelfde persoon');
    await yusuf.getByRole('link', { name: /^Dezelfde persoon als in/ }).waitFor();
    await yusuf.getByText('Volgens Yusuf Kaya.').waitFor();
    await tap(yusuf, 'Maak ongedaan');
    await yusuf.getByRole('link', { name: /^Misschien dezelfde persoon als in/ }).waitFor();
  });

  it('is no longer proposed once they turn out to be born on another day', async () => {
    const other = yusuf.getByRole('link', { name: /^Misschien dezelfde persoon als in/ });
    for (const year of ['1980', '1991']) {
      await tap(yusuf, 'Vul aan wie het was');
      await yusuf.getByLabel('Naam', { exact: true }).fill('Piet van der Berg');
      await yusuf.getByLabel('Dag').fill('1');
      await yusuf.getByLabel('Maand').fill('5');
      await yusuf.getByLabel('Jaar').fill(year);
      expect(await isOpenToEverybody(yusuf)).toEqual([]);
      await yusuf.getByRole('button', { name: 'Bewaar', exact: true }).click();
      await yusuf.getByText(`1 mei ${year}`).waitFor();
      if (year === '1991') break;
      const here = new URL(yusuf.url()).pathname;
      await other.click();
      // The other dossier looks the same, but for what it refers to.
      await other.and(yusuf.locator(`[href="${here}"]`)).waitFor();
    }
    await town.settle();
    await expect.poll(() => yusuf.getByText(/dezelfde persoon als in/).count()).toBe(0);
  });
});
