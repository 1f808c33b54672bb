import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { layOutDossiers } from '../support/dossiers.ts';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { choose, isSafe, sendReport, startReport, tap, tellTheRest } from '../support/report-on-phone.ts';

const story = 'Hij gooide zijn papieren naar mijn hoofd en riep dat hij me kent.';

journey('what somebody typed', () => {
  let town: OpenTown;
  let fatima: Page;

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.onPhone('fatima');
  });

  const storyField = () => fatima.getByLabel(/Vertel het in je eigen woorden/);

  it('is still there when the tab was closed by accident, in another browser too', async () => {
    await startReport(fatima);
    await isSafe(fatima);
    await choose(fatima, 'Bedreigen of intimideren');
    await storyField().fill(story);
    await fatima.getByText(/^Bewaard om/).waitFor();
    await fatima.context().close();

    fatima = await town.onPhone('fatima');
    await fatima.goto('/melden');
    await tap(fatima, 'Ga verder waar je was');
    await fatima.getByRole('heading', { name: 'Eerst: gaat het met je?' }).waitFor();
    await tap(fatima, 'Volgende');
    expect(await storyField().inputValue()).toBe(story);
    expect(await fatima.getByLabel('Bedreigen of intimideren').isChecked()).toBe(true);
  });

  it('is still there after a reload', async () => {
    await fatima.reload();
    await storyField().waitFor();
    expect(await storyField().inputValue()).toBe(story);
  });

  it('stays when it holds a citizen service number, with the reason why it may not', async () => {
    await storyField().fill(`${story} Zijn nummer is 123456782.`);
    await tap(fatima, 'Volgende');
    await fatima
      .getByText(/Hier staat een burgerservicenummer in/)
      .first()
      .waitFor();
    expect(await storyField().inputValue()).toContain(story);
    await storyField().fill(story);
    await tap(fatima, 'Volgende');
  });

  it('stays when the server gives a wrong answer, or the session is over', async () => {
    await tellTheRest(fatima, { where: 'Stadskantoor', description: 'Man met een tas.' });
    await fatima.route('**/api/v1/incidents', (route) => route.fulfill({ status: 502, body: '<h1>Bad Gateway</h1>' }));
    await tap(fatima, 'Verstuur de melding');
    await fatima.getByText('We konden de server niet bereiken. Wat je typte staat er nog.').waitFor();
    await fatima.getByText(story).waitFor();
    await fatima.unroute('**/api/v1/incidents');

    const cookies = await fatima.context().cookies();
    await fatima.context().clearCookies();
    await tap(fatima, 'Verstuur de melding');
    await fatima.getByText(/log/i).first().waitFor();
    await fatima.getByText(story).waitFor();
    await fatima.context().addCookies(cookies);
    await sendReport(fatima);
    expect(await town.look('select from incident.incident')).toHaveLength(1);
  });

  it('is no empty question for who goes back after sending, and stands in the report for who loads that page again', async () => {
    for (const _ of ['to the last question', 'and to the one before']) {
      await fatima.goBack();
      await fatima.waitForURL(/\/melden\/verstuurd$/);
      await fatima.getByRole('heading', { name: 'Je melding is binnen' }).waitFor();
    }
    await fatima.reload();
    await fatima.waitForURL(/\/mijn-meldingen\/[0-9a-f-]{36}$/);
    await fatima.getByText(story).waitFor();
  });
});

journey('a story half typed', () => {
  let henk: Page;
  let address = '';

  beforeAll(async () => {
    const town = await openTown();
    address = `/meldingen/${(await layOutDossiers(town)).inFollowUp}`;
    henk = await town.atDesk('henk');
    await henk.goto('/meldingen');
    await henk.locator(`a[href="${address}"]`).first().click();
    await tap(henk, 'Iets toevoegen');
    await addition().fill('Hij belde nog eens.');
  });

  const addition = () => henk.getByLabel('Je aanvulling');
  const question = () => henk.getByRole('dialog', { name: 'Je bent nog niet klaar' });

  it('stays when somebody presses beside the dialog', async () => {
    await henk.mouse.click(5, 5);
    expect(await addition().inputValue()).toBe('Hij belde nog eens.');
  });

  it('stays when somebody goes back by accident', async () => {
    await henk.goBack();
    await question().waitFor();
    expect(await isOpenToEverybody(henk)).toEqual([]);
    await tap(henk, 'Blijf hier');
    await question().waitFor({ state: 'hidden' });
    expect(new URL(henk.url()).pathname).toBe(address);
    expect(await addition().inputValue()).toBe('Hij belde nog eens.');
  });

  it('is asked about no more once it is sent', async () => {
    await tap(henk, 'Voeg toe');
    await henk.getByText('Je aanvulling staat erbij.').waitFor();
    await henk.goBack();
    await henk.waitForURL((url) => url.pathname === '/meldingen');
  });

  it('goes when they want it to', async () => {
    await henk.goForward();
    await tap(henk, 'Iets toevoegen');
    await addition().fill('Laat maar.');
    await henk.goBack();
    await tap(henk, 'Ga weg en gooi het weg');
    await henk.waitForURL((url) => url.pathname === '/meldingen');
  });
});

journey('without a connection', () => {
  it('the first screen, help and reporting can still be read', async () => {
    const town = await openTown();
    const visitor = await town.visitor();
    await visitor.goto('/');
    await visitor.evaluate(() => navigator.serviceWorker.ready);
    await visitor.goto('/melden');
    await visitor.getByRole('link', { name: /Ik heb nu hulp nodig/ }).waitFor();
    await visitor.context().setOffline(true);
    for (const address of ['/', '/melden', '/hulp']) {
      await visitor.goto(address);
      await visitor.getByRole('heading', { level: 1 }).waitFor();
      const body = await visitor.locator('body').innerText();
      expect(body, address).toMatch(/112/);
    }
    expect(await visitor.getByRole('link', { name: /Bel 112/ }).getAttribute('href')).toBe('tel:112');
  });
});
