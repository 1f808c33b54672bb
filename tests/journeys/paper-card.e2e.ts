import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { openTown } from '../support/open-town.ts';

journey('a report on paper', () => {
  let page: Page;

  beforeAll(async () => {
    page = await (await openTown()).visitor('desk');
  });

  it('asks what the screen asks, for whoever has none', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Papieren kaart' }).click();
    for (const question of ['Ben je veilig?', 'Wat gebeurde er?', 'Wat heb je nu nodig?']) {
      await page.getByRole('heading', { name: question }).waitFor();
    }
    await page.getByText('Bedreigen of intimideren').waitFor();
  });

  it('fits on one sheet', async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toContain('/Count 1');
  });
});
