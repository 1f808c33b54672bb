import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openWhatWaits, recordContact, takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { findLeaks, placeOf } from '../support/leaks.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { choose, reportSafely, tap } from '../support/report-on-phone.ts';

/** So odd that it stands nowhere by chance. */
const critic = 'Quirijn Zwaluwstaart';
const story = 'Hij zei dat ons Kwartelbrouwsel van een regeling nergens op slaat.';

journey('a critic wrongly reported as aggressor', () => {
  let town: OpenTown;
  let fatima: Page;
  let henk: Page;

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.onPhone('fatima');
    henk = await town.atDesk('henk');
  });

  it('stands in the dossier by name at first', async () => {
    await reportSafely(fatima, {
      seen: ['Schelden of persoonlijk worden'],
      story,
      where: 'Stadskantoor',
      room: 'Balie 2',
      name: critic,
    });
    await town.settle();
    await openWhatWaits(henk, /Schelden/);
    await henk.getByText(critic).first().waitFor();
    await takeUp(henk, 'Henk');
    await recordContact(henk, `We bespraken wat ${critic} zei.`);
  });

  it('is set right by Henk', async () => {
    await henk.getByRole('button', { name: 'Meer acties voor dit dossier' }).click();
    const [above, below] = ['Anders indelen', 'Dit was geen agressie'].map((name) =>
      henk.getByRole('button', { name }),
    );
    expect((await below?.boundingBox())?.y).toBeGreaterThan((await above?.boundingBox())?.y ?? 0);
    await tap(henk, 'Dit was geen agressie');
    await choose(henk, 'Het was kritiek, geen agressie');
    await tap(henk, 'Zet dit recht');
    await henk.getByText('Rechtgezet. Er staat niets meer over deze persoon.').waitFor();
    await town.settle();
    await henk.reload();
    await henk.getByText('Dit dossier is rechtgezet').waitFor();
    for (const gone of [critic, story]) expect(await henk.getByText(gone).count()).toBe(0);
  });

  it('leaves nothing on the person: not in a row, not on a screen, not in a message', async () => {
    const [key] = await town.look<{ kept: number }>('select count(*)::int as kept from platform.dossier_key');
    expect(key?.kept).toBe(0);
    const messages = placeOf('messages', [...town.mailsTo('henk'), ...town.mailsTo('fatima')]);
    expect(findLeaks([critic, story], [...(await town.rows()), messages])).toEqual([]);
    for (const table of ['incident.involved', 'incident.sealed_field'] as const) {
      const [left] = await town.look<{ rows: number }>(
        `select count(*)::int as rows from ${table} t where to_jsonb(t) ->> 'role' = 'aggressor' or to_jsonb(t) ? 'sealed_text'`,
      );
      expect(left?.rows, table).toBe(0);
    }
  });

  it('is told to Fatima, without the person', async () => {
    await fatima.getByRole('link', { name: 'Volg je melding' }).click();
    await fatima.getByText('Deze melding is rechtgezet.', { exact: false }).waitFor();
    await fatima.getByText('Henk heeft dit rechtgezet. Het was kritiek, geen agressie.').waitFor();
    expect(await fatima.getByText(critic).count()).toBe(0);
  });
});
