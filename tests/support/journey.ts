import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, onTestFailed } from 'vitest';

const screens = new Set<Page>();

/** From now on, what this screen shows is kept when a step goes wrong. */
export function watchScreen(page: Page): void {
  screens.add(page);
}

/** A journey is one story: once a step fails, those after it say nothing. What was on the screens is kept in a folder. */
export function journey(title: string, tell: () => void): void {
  describe(title, () => {
    let failed: string | undefined;
    beforeEach(({ skip, task }) => {
      if (failed !== undefined) skip(`“${failed}” went wrong before`);
      onTestFailed(async () => {
        failed = task.name;
        console.error(`What the screens showed: ${(await photograph(`${title} ${task.name}`)).join(' ')}`);
      });
    });
    tell();
  });
}

async function photograph(what: string): Promise<string[]> {
  // A folder of our own: one that everybody shares belongs to whoever came first, and refuses the others.
  const folder = mkdtempSync(join(tmpdir(), 'rugdekking-journey-'));
  const name = what.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const open = [...screens].filter((page) => !page.isClosed());
  return Promise.all(
    open.map(async (page, at) => {
      const path = join(folder, `${name}-${at + 1}.png`);
      await page.screenshot({ path, fullPage: true });
      return path;
    }),
  );
}
