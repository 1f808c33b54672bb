import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openWhatWaits, takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { reportSafely, tap } from '../support/report-on-phone.ts';

const vera = { mail: 'vera@raad.example', phone: '06 20000017' };

journey('a councillor without an account', () => {
  let town: OpenTown;
  let henk: Page;
  let councillor: Page;
  let link = '';

  beforeAll(async () => {
    town = await openTown();
    const fatima = await town.onPhone('fatima');
    await reportSafely(fatima, {
      seen: ['Bedreigen of intimideren'],
      story: 'Hij bedreigde mij en het raadslid naast mij.',
      where: 'Stadskantoor',
      description: 'Een man met een pet.',
    });
    await town.settle();
    henk = await town.atDesk('henk');
    councillor = await town.visitor('phone');
  });

  it('is invited by who leads, on the dossier', async () => {
    await openWhatWaits(henk, 'Bedreiging');
    await takeUp(henk, 'Henk');
    await tap(henk, 'Nodig iemand uit');
    await tap(henk, 'Verstuur de link');
    await henk.getByRole('link', { name: 'Vul in: e-mailadres.' }).waitFor();
    await henk.getByLabel('Voornaam').fill('Vera');
    await henk.getByLabel('Achternaam').fill('Raad');
    await henk.getByLabel('Functie, organisatie of band').fill('raadslid');
    await henk.getByText('Dit is een ambtsdrager').click();
    await henk.getByLabel('E-mailadres').fill(vera.mail);
    await henk.getByLabel('Mobiel nummer').fill(vera.phone);
    await tap(henk, 'Verstuur de link');
    await henk.getByText('nog niet gebruikt').waitFor();
  });

  it('opens the link and fills in the code from the phone', async () => {
    await town.settle();
    link = /https?:\S+\/gast#\S+/.exec(town.mailsAt(vera.mail).join('\n'))?.[0] ?? '';
    expect(link).not.toBe('');
    await councillor.goto(new URL(link).pathname + new URL(link).hash);
    await councillor.getByRole('heading', { name: 'Welkom Vera' }).waitFor();
    await councillor.getByText('het mobiele nummer dat eindigt op 17').waitFor();
    await tap(councillor, 'Stuur mij een code');
    await councillor.getByText('De code is onderweg.').waitFor();
    // A phone may load the page again after its owner went to read the message.
    await councillor.reload();
    await councillor.getByText('De code is onderweg.').waitFor();
    await town.settle();
    const [code] = /\d{6}/.exec(town.textsAt(vera.phone).at(-1) ?? '') ?? [];
    await councillor.getByLabel('Code van zes cijfers').fill(code === '111111' ? '222222' : '111111');
    await tap(councillor, 'Ga verder');
    await councillor.getByText('Deze code klopt niet').waitFor();
    await councillor.getByLabel('Code van zes cijfers').fill(code ?? '');
    await tap(councillor, 'Ga verder');
    await councillor.getByRole('heading', { level: 1, name: /Bedreiging/ }).waitFor();
  });

  it('tells their own story, and sees the steps in plain words', async () => {
    await councillor.getByText('Henk').first().waitFor();
    await councillor.getByRole('textbox').first().fill('Hij wees naar mij en zei dat hij me wist te vinden.');
    await tap(councillor, 'Vertel mijn verhaal');
    // Until then it stands in the field as well.
    await councillor.getByText('Dank je wel. Je verhaal is bewaard.').waitFor();
    await councillor.getByText('Hij wees naar mij').waitFor();
    await henk.reload();
    await henk.getByText('Hij wees naar mij').waitFor();
  });

  it('is out when the link is withdrawn, and the link is closed', async () => {
    await tap(henk, 'Trek de link in: Vera Raad');
    await henk.getByText('ingetrokken').waitFor();
    await councillor.reload();
    await councillor.getByRole('heading', { name: 'Inloggen' }).waitFor();
    await councillor.goto(new URL(link).pathname + new URL(link).hash);
    await councillor.getByText('Deze link werkt niet meer.').waitFor();
  });
});
