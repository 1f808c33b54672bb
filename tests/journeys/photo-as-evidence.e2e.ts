import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { sha256 } from '../support/attachments.ts';
import { type Dossiers, layOutDossiers } from '../support/dossiers.ts';
import { heicPhoto } from '../support/heic.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { tap } from '../support/report-on-phone.ts';
import { hiddenMark, pdf, photoWithPlace, program } from '../support/sample-files.ts';

const secret = 'Goudplevierpet';
/** Some pieces long, so that the line can be cut in the middle. */
const letter = Buffer.concat([pdf, Buffer.from(secret.repeat(180_000))]);

journey('a photo as evidence', () => {
  let town: OpenTown;
  let dossiers: Dossiers;
  let fatima: Page;
  let henk: Page;
  let photo: Buffer;

  beforeAll(async () => {
    town = await openTown();
    dossiers = await layOutDossiers(town);
    fatima = await town.onPhone('fatima');
    henk = await town.atDesk('henk');
    photo = await photoWithPlace({ width: 1600, height: 1200 });
    expect(photo.includes(hiddenMark)).toBe(true);
  });

  it('is taken with the phone, right after the report', async () => {
    await fatima.goto(`/melden/details/${dossiers.inFollowUp}`);
    await fatima.getByRole('button', { name: 'Maak een foto' }).waitFor();
    await fatima
      .getByLabel('Maak een foto')
      .and(fatima.locator('input'))
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo });
    await uploadOf(fatima, 'IMG_1.jpg').getByText('Bewaard').waitFor();
  });

  it('comes with a letter that survives a dead line and a closed page', async () => {
    await fatima.goto(`/mijn-meldingen/${dossiers.inFollowUp}`);
    // The line dies after two pieces.
    await fatima.route(/\/pieces\/[2-9]$/, (route) => route.abort());
    await choose(fatima, [{ name: 'brief.pdf', mimeType: 'application/pdf', buffer: letter }]);
    await uploadOf(fatima, 'brief.pdf').getByText('Wacht op het netwerk').waitFor();
    const kept = await storedBytes(fatima);
    expect(kept.length).toBeGreaterThan(letter.length / 2);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain('brief.pdf');

    await fatima.unroute(/\/pieces\/[2-9]$/);
    await fatima.reload();
    await file(fatima, 'brief.pdf').waitFor();
    await expect.poll(async () => (await storedBytes(fatima)).length).toBeLessThan(100);
  });

  it('says what cannot be added, and why', async () => {
    await choose(fatima, [{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: program }]);
    await fatima.getByText('Dit soort bestand kan niet.').waitFor();
    await tap(fatima, 'Haal foto.jpg weg uit deze lijst');
    await expect.poll(() => uploadOf(fatima, 'foto.jpg').count()).toBe(0);
  });

  it('may be one of an iPhone, also one that was damaged on the way', async () => {
    const whole = heicPhoto({ columns: 4, rows: 3 });
    const damaged = whole.subarray(0, whole.length - 120);
    const photos = { 'IMG_2.HEIC': whole, 'IMG_3.HEIC': damaged };
    await choose(
      fatima,
      Object.entries(photos).map(([name, buffer]) => ({ name, mimeType: 'image/heic', buffer })),
    );
    await file(fatima, 'IMG_3.HEIC').getByText('Deze foto kunnen we hier niet laten zien').waitFor();
    await file(fatima, 'IMG_3.HEIC').getByText('Als bewijs').waitFor();
    await tap(fatima, 'Bekijk IMG_2.HEIC groot');
    // It was held upright.
    await expect.poll(() => widthOf(fatima.getByRole('dialog').getByRole('img'))).toBe(192);
    await fatima.keyboard.press('Escape');
  });

  it('is seen by Henk without the place where it was taken', async () => {
    await town.settle();
    await henk.goto(`/meldingen/${dossiers.inFollowUp}`);
    const looking = henk.waitForResponse(/\/view$/);
    await tap(henk, 'Bekijk IMG_1.jpg groot');
    const seen = await (await looking).body();
    expect(seen.length).toBeGreaterThan(1000);
    expect(seen.toString('latin1')).not.toMatch(/Exif|GPS|Kraaiennest/);
    await henk.getByText(/Dit is een kopie, zonder plaats en toestel/).waitFor();
    await expect.poll(() => widthOf(henk.getByRole('dialog').getByRole('img'))).toBeGreaterThan(100);
    await henk.keyboard.press('Escape');
  });

  it('is handed out exactly as it came in, with its hash beside it', async () => {
    const row = file(henk, 'IMG_1.jpg');
    await row.getByText('Als bewijs').click();
    await row.getByText(sha256(photo)).waitFor();
    expect(sha256(await downloaded(henk, row, 'Haal het origineel op'))).toBe(sha256(photo));
    const statement = await downloaded(henk, row, 'Haal de verklaring erbij op');
    expect(statement.toString()).toContain(`${sha256(photo)}  IMG_1.jpg`);
    await henk.goto(`/meldingen/${dossiers.inFollowUp}/logboek`);
    await henk.getByText('Haalde een origineel op').first().waitFor();
    await henk.getByText('Bekeek een bestand').first().waitFor();
  });

  it('can be hidden with a reason, and never thrown away', async () => {
    await henk.goto(`/meldingen/${dossiers.inFollowUp}`);
    const row = file(henk, 'IMG_1.jpg');
    await row.getByText('Als bewijs').click();
    await row.getByRole('button', { name: 'Verberg dit bestand' }).click();
    await henk.getByLabel('Waarom moet het uit het zicht?').fill('Er staat een kind op.');
    await tap(henk, 'Verberg het bestand');
    await row.getByText(/Reden: Er staat een kind op/).waitFor();
    await fatima.reload();
    await file(fatima, 'IMG_1.jpg').getByText('Verborgen', { exact: true }).waitFor();
    expect(await fatima.getByRole('button', { name: 'Bekijk IMG_1.jpg groot' }).count()).toBe(0);
  });

  it('leaves nothing readable on the disk', () => {
    const place = path.join(town.dataDir, 'attachments');
    const found = filesBelow(place).map((name) => readFileSync(name, 'latin1'));
    expect(found.length).toBeGreaterThan(5);
    expect(found.join('')).not.toMatch(new RegExp(`${secret}|${hiddenMark}|IMG_1|%PDF`));
  });
});

const uploadOf = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Wat je toevoegt' }).getByRole('listitem').filter({ hasText: name });
const file = (page: Page, name: string) => page.locator('li.file').filter({ hasText: name });

async function choose(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.getByLabel('Kies bestanden').and(page.locator('input')).setInputFiles(files);
}

const widthOf = (image: Locator) =>
  image.evaluate((shown) => (shown as unknown as { naturalWidth: number }).naturalWidth);

async function downloaded(page: Page, row: Locator, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('link', { name }).click()]);
  return readFileSync(await download.path());
}

/** Everything that the browser keeps of the files, as somebody who looks into the phone would find it. */
function storedBytes(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((done) => {
        const opening = indexedDB.open('unsent-files');
        opening.onsuccess = () => {
          const store = opening.result.transaction('pieces').objectStore('pieces');
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          values.onsuccess = () => {
            const latin1 = new TextDecoder('latin1');
            const read = (values.result as { sealed: ArrayBuffer }[]).map(({ sealed }) => latin1.decode(sealed));
            opening.result.close();
            done(read.length === 0 ? '' : JSON.stringify(keys.result) + read.join(''));
          };
        };
      }),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
