import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { profileBrowser } from '../support/browser.ts';
import { journey, watchScreen } from '../support/journey.ts';
import { type OpenTown, openTown, stepIn } from '../support/open-town.ts';
import { choose, isSafe, startReport, tap, tellTheRest } from '../support/report-on-phone.ts';
import { TelephoneLine } from '../support/telephone-line.ts';

const story = 'Zwaluwstaartje gooide zijn Kraaiennestbrief naar mijn hoofd.';
const place = 'Rietgorspad achter de Moerbeiboom';
const aggressor = 'Zebulon Quasterveld';
const unfinished = 'In het trappenhuis stond Wespenvoorval te wachten.';
const code = 'tulp 4711';
/** Whatever of this can be read on the device would be read by whoever finds it. */
const secrets = [
  story,
  place,
  aggressor,
  unfinished,
  code,
  'Fatima',
  'El Amrani',
  'Henk',
  'Zwaluwstaartje',
  'Wespenvoorval',
];

/** A telephone that can be switched off: what it keeps lies in a folder. */
class Telephone {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rugdekking-telephone-'));
  readonly line: TelephoneLine;
  #context: BrowserContext | undefined;

  constructor(line: TelephoneLine) {
    this.line = line;
  }

  async switchOn({ offline = false } = {}): Promise<Page> {
    this.#context = await profileBrowser(this.folder, { baseURL: this.line.url });
    if (offline) await this.loseConnection();
    const page = this.#context.pages()[0] ?? (await this.#context.newPage());
    watchScreen(page);
    return page;
  }

  /** Also for what the browser does by itself, and with the sign of it on the screen. */
  async loseConnection(): Promise<void> {
    this.line.cut();
    await this.context.setOffline(true);
  }

  async findConnection(): Promise<void> {
    this.line.restore();
    await this.context.setOffline(false);
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('The telephone is off');
    return this.#context;
  }

  async switchOff(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  /** Every file that the browser keeps, as somebody reads it who takes the telephone apart. */
  secretsOnDisk(): string[] {
    const files = fs.readdirSync(this.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    return files.flatMap((file) => {
      const bytes = fs.readFileSync(path.join(file.parentPath, file.name));
      return found(bytes).map((secret) => `${secret} in ${file.name}`);
    });
  }
}

/** Also as the browser writes text of two bytes a letter. */
function found(bytes: Buffer): string[] {
  return secrets.filter((secret) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')));
}

/** Everything in the storage of this page: databases, caches, and what scripts keep. */
function storageOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
        kept.push([store, rows]);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (/\.(woff2|png|css)$/.test(request.url)) continue;
        kept.push([request.url, await (await cache.match(request))?.text()]);
      }
    }
    return JSON.stringify(kept);
  });
}

const incidents = (town: OpenTown) => town.look<{ number: string }>('select number from incident.incident');

journey('a report without a connection', () => {
  let town: OpenTown;
  let phone: Telephone;
  let fatima: Page;

  beforeAll(async () => {
    town = await openTown({ at: new Date() });
    phone = new Telephone(await TelephoneLine.to(town.url));
  });
  afterAll(async () => {
    await phone.switchOff();
    phone.line.close();
    fs.rmSync(phone.folder, { recursive: true, force: true });
  });

  it('can be made on a telephone that was here once', async () => {
    fatima = await phone.switchOn();
    await stepIn(phone.context, phone.line.url, 'fatima');
    await fatima.goto('/melden');
    await fatima.evaluate(() => navigator.serviceWorker.ready);
    await fatima.getByRole('link', { name: 'Kies een code voor dit toestel' }).click();
    await fatima.getByLabel('Jouw code').fill(code);
    await tap(fatima, 'Kies een code');
    await fatima.getByRole('heading', { name: 'Hallo Fatima' }).waitFor();
    await phone.loseConnection();
    await fatima.reload();
    await fatima.getByText('Je bent offline. Bellen en melden kan gewoon.').waitFor();
    await fatima.getByRole('link', { name: 'Onze grens, en wat je kunt doen' }).click();
    await fatima.getByText('Bedreigen of intimideren').first().click();
    await fatima.getByText('Zo kun je nu reageren').or(fatima.getByRole('listitem')).first().waitFor();
  });

  it('that is not finished is locked, and opens with the code after the telephone was off', async () => {
    await startReport(fatima);
    await isSafe(fatima);
    await fatima.getByLabel(/Vertel het in je eigen woorden/).fill(unfinished);
    await fatima.getByText(/Je antwoorden staan op slot op dit toestel/).waitFor();
    expect(found(Buffer.from(await storageOf(fatima)))).toEqual([]);
    await phone.switchOff();
    expect(phone.secretsOnDisk()).toEqual([]);

    fatima = await phone.switchOn({ offline: true });
    await fatima.goto('/melden');
    await fatima.getByLabel('Typ je code').fill('tulp 4712');
    await tap(fatima, 'Ga verder met je code');
    await fatima.getByText('Dit is niet de code. Je kunt het nog 9 keer proberen.').waitFor();
    await fatima.getByLabel('Typ je code').fill(code);
    await tap(fatima, 'Ga verder met je code');
    await fatima.getByRole('heading', { name: 'Eerst: gaat het met je?' }).waitFor();
    await tap(fatima, 'Volgende');
    expect(await fatima.getByLabel(/Vertel het in je eigen woorden/).inputValue()).toBe(unfinished);
  });

  it('waits after sending, and nothing of it can be read on the telephone', async () => {
    await choose(fatima, 'Bedreigen of intimideren');
    await fatima.getByLabel(/Vertel het in je eigen woorden/).fill(story);
    await tap(fatima, 'Volgende');
    await tellTheRest(fatima, { where: 'Onderweg of op straat', name: aggressor, placeText: place });
    await tap(fatima, 'Verstuur de melding');
    await fatima.getByRole('heading', { name: 'Je melding is nog niet verstuurd' }).waitFor();
    await fatima.getByRole('heading', { name: 'Nog niet verstuurd', exact: true }).waitFor();
    expect(found(Buffer.from(await storageOf(fatima)))).toEqual([]);
    await fatima.goto('/');
    await fatima.getByText('Je hebt een melding die nog niet verstuurd is.').waitFor();
    await fatima.close();
    await phone.switchOff();
    expect(phone.secretsOnDisk()).toEqual([]);
    expect(await incidents(town)).toEqual([]);
  });

  it('goes by itself once there is a connection, and is one report', async () => {
    fatima = await phone.switchOn({ offline: true });
    await fatima.goto('/melden/onderweg');
    await fatima.getByRole('heading', { name: 'Je melding is nog niet verstuurd' }).waitFor();
    const other = await phone.context.newPage();
    await other.goto('/melden');
    await other.getByText('Je hebt een melding die nog niet verstuurd is.').waitFor();
    await phone.findConnection();
    await fatima.getByRole('heading', { name: 'Je melding is ontvangen' }).waitFor();
    const [incident, ...more] = await incidents(town);
    expect(more).toEqual([]);
    await fatima.getByText(`Je nummer is ${incident?.number}.`).waitFor();
    await other.getByText('Je hebt een melding die nog niet verstuurd is.').waitFor({ state: 'hidden' });
    await other.close();
    expect(await town.look('select from incident.draft')).toEqual([]);
    await fatima.getByRole('link', { name: 'Volg je melding' }).click();
    await fatima.getByText(story).waitFor();
  });

  it('asks its maker to sign in first, and goes then', async () => {
    await phone.loseConnection();
    await startReport(fatima);
    await isSafe(fatima);
    await choose(fatima, 'Bedreigen of intimideren');
    await tap(fatima, 'Volgende');
    await choose(fatima, 'Een collega');
    await fatima.getByText(/Zonder verbinding kun je geen collega’s zoeken/).waitFor();
    await tellTheRest(fatima, { where: 'Stadskantoor', room: 'Balie 3' });
    await tap(fatima, 'Verstuur de melding');
    await fatima.getByRole('heading', { name: 'Je melding is nog niet verstuurd' }).waitFor();
    await phone.context.clearCookies();
    await phone.findConnection();
    await fatima.getByRole('link', { name: 'Log in en verstuur' }).waitFor();
    expect(await incidents(town)).toHaveLength(1);

    await stepIn(phone.context, phone.line.url, 'fatima');
    await fatima.goto('/melden/onderweg');
    await fatima.getByRole('heading', { name: 'Je melding is ontvangen' }).waitFor();
    expect(await incidents(town)).toHaveLength(2);
  });

  it('that is not finished is brought to the server all the same when somebody guessed at its code', async () => {
    await phone.loseConnection();
    await startReport(fatima);
    await isSafe(fatima);
    await fatima.getByLabel(/Vertel het in je eigen woorden/).fill(unfinished);
    await fatima.getByText(/Je antwoorden staan op slot op dit toestel/).waitFor();
    await fatima.goto('/melden');
    for (let left = 9; left >= 0; left -= 1) {
      await fatima.getByLabel('Typ je code').fill(`gok nummer ${left}`);
      await tap(fatima, 'Ga verder met je code');
      await fatima.getByText(left > 1 ? `nog ${left} keer` : left === 1 ? 'nog één keer' : 'te vaak niet').waitFor();
    }
    await phone.findConnection();
    await fatima.goto('/melden');
    await tap(fatima, 'Ga verder waar je was');
    await tap(fatima, 'Volgende');
    expect(await fatima.getByLabel(/Vertel het in je eigen woorden/).inputValue()).toBe(unfinished);
    expect(found(Buffer.from(await storageOf(fatima)))).toEqual([]);
  });
});
