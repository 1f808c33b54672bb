import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { isSafe, reportSafely, startReport, tap } from '../support/report-on-phone.ts';

const ownWords = 'Dreigen, ook met een grapje';

journey('the coordinator changes our limit and the terms of the chain', () => {
  let town: OpenTown;
  let fatima: Page;
  let yusuf: Page;

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.onPhone('fatima');
    yusuf = await town.atDesk('yusuf');
  });

  it('changes the words of a column and adds an example', async () => {
    await yusuf.goto('/afspraken/onze-grens');
    await yusuf.getByRole('link', { name: 'Wijzig', exact: true }).click();
    await tap(yusuf, 'Wijzig Bedreigen of intimideren');
    await yusuf.getByLabel('Naam van de kolom, Nederlands').fill(ownWords);
    await tap(yusuf, 'Voeg een voorbeeld toe');
    await yusuf.keyboard.type('Een foto van je huis sturen');
    await yusuf.keyboard.press('Tab');
    await yusuf.keyboard.type('Sending a picture of your house');
  });

  it('goes away for a moment without being asked: this device keeps it', async () => {
    await yusuf.goBack();
    await yusuf.waitForURL(/\/onze-grens$/);
    await yusuf.goForward();
    await tap(yusuf, `Wijzig ${ownWords}`);
    expect(await yusuf.getByLabel('Naam van de kolom, Nederlands').inputValue()).toBe(ownWords);
  });

  it('tries it out as the reporter will see it', async () => {
    await tap(yusuf, 'Bekijk de nieuwe versie');
    await yusuf.getByText(`Anders: ${ownWords}`).waitFor();
    await yusuf.getByRole('checkbox', { name: ownWords }).check();
    await yusuf.getByText('Dit melden we altijd.').waitFor();
    await yusuf.getByText('Een foto van je huis sturen').waitFor();
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
    await tap(yusuf, 'Laat dit nu gelden');
    await yusuf.getByText('De nieuwe versie geldt nu.').waitFor();
  });

  it('the reporter sees it from now on', async () => {
    await startReport(fatima);
    await isSafe(fatima);
    await fatima.getByLabel(ownWords).waitFor();
  });

  it('makes the chain quicker for what cannot wait', async () => {
    await yusuf.goto('/afspraken/bellen');
    await yusuf.getByLabel('Bij dreiging, geweld of gevaar').fill('10');
    await tap(yusuf, 'Bewaar');
    await yusuf.getByText(/^Versie 1, sinds vandaag .* door Yusuf Kaya/).waitFor();
  });

  it('the deputy is called after ten minutes, when the manager is silent', async () => {
    await reportSafely(await town.onPhone('sanne'), { seen: [ownWords], where: 'Stadskantoor', room: 'Balie 3' });
    await town.settle();
    expect(town.textsTo('henk')).toHaveLength(1);
    await town.fastForward({ minutes: 9 });
    expect(town.textsTo('marijke')).toHaveLength(0);
    await town.fastForward({ minutes: 1 });
    expect(town.textsTo('marijke')).toHaveLength(1);
  });
});
