import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { countRegister } from '../support/count-register.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { tap } from '../support/report-on-phone.ts';

/** Read where it stands; where it is not, the small one with the same troubles tells. */
const real = path.resolve(import.meta.dirname, '../../../shared/data/aid_worker_security_incidents.csv');
const small = path.resolve(import.meta.dirname, '../fixtures/registers/aid-workers-small.csv');
const file = fs.existsSync(real) ? real : small;

journey('a register of many years is taken over from the screen', () => {
  let town: OpenTown;
  let yusuf: Page;
  const text = fs.readFileSync(file, 'utf8');

  beforeAll(async () => {
    town = await openTown({ at: new Date('2026-11-23T09:00:00Z') });
    yusuf = await town.atDesk('yusuf');
  });

  it('is sent, tried and taken over as it was understood', async () => {
    await yusuf.goto('/meldingen/inlezen');
    await yusuf.getByLabel('Bestand met meldingen').setInputFiles(file);
    await tap(yusuf, 'Verstuur het bestand');
    await tap(yusuf, 'Probeer alle rijen');
    await tap(yusuf, /^Neem .* over$/);
    await yusuf.getByText(/meldingen overgenomen$/).waitFor({ timeout: 120_000 });
  });

  it.each([
    ['Per jaar', 'Year'],
    ['Per soort, zoals het in het bestand stond', 'Means of attack'],
  ])('tells %s what somebody else counts in the file', async (caption, column) => {
    const rows = yusuf.getByRole('table', { name: caption }).getByRole('row');
    const told = await rows.evaluateAll((found) =>
      found.slice(1).map((row) => Array.from(row.children, (cell) => cell.textContent?.trim() ?? '')),
    );
    const counts = told.map(([name = '', many = '']) => [name, Number(many.replaceAll('.', ''))] as const);
    expect(new Map(counts)).toEqual(countRegister(text, column, 2));
  });
});
