import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { cast } from '../../database/demo/cast.ts';
import { openWhatWaits, recordContact, takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { reportSafely } from '../support/report-on-phone.ts';
import { openTownApart, type TownApart } from '../support/town-apart.ts';

journey('the silent manager, with a program that is killed', () => {
  let town: TownApart;
  let fatima: Page;

  beforeAll(async () => {
    town = await openTownApart();
    fatima = await town.onPhone('fatima');
  });

  /** Who was called, step by step, as the dossier knows it. */
  async function calls(): Promise<string[]> {
    const rows = await town.look<{ person_id: string }>('select person_id from incident.chain_call order by told_at');
    return rows.map(({ person_id }) => Object.values(cast).find(({ id }) => id === person_id)?.givenName ?? '?');
  }

  it('loses no report that was answered', async () => {
    await reportSafely(fatima, {
      seen: ['Bedreigen of intimideren'],
      story: 'Hij zei dat hij mijn auto kent.',
      where: 'Stadskantoor',
      description: 'Man met een stok.',
    });
    await town.kill();
    await town.start();
    await town.settle();
    expect(await calls()).toEqual(['Henk']);
  });

  it('calls each next one exactly once, killed at whatever moment', async () => {
    for (const [at, next] of ['Marijke', 'Yusuf', 'Frank'].entries()) {
      await town.setClock(new Date(town.now().getTime() + 15 * 60_000));
      await pause(at * 60);
      await town.kill();
      await town.start();
      await town.settle();
      expect((await calls()).at(-1)).toBe(next);
    }
    expect(await calls()).toEqual(['Henk', 'Marijke', 'Yusuf', 'Frank']);
    for (const who of ['henk', 'marijke', 'yusuf', 'frank'] as const) {
      expect(new Set(town.textsTo(who)).size, who).toBeGreaterThan(0);
    }
  });

  it('stays with Frank once he has spoken with Fatima, also after another kill', async () => {
    const frank = await town.atDesk('frank');
    await openWhatWaits(frank, 'Bedreiging');
    await takeUp(frank, 'Frank');
    await recordContact(frank, 'Ik heb haar gesproken.');
    await town.kill();
    await town.start();
    await town.fastForward({ hours: 4 });
    expect(await calls()).toEqual(['Henk', 'Marijke', 'Yusuf', 'Frank']);
    await fatima.getByRole('link', { name: 'Volg je melding' }).click();
    await fatima.getByText('Frank heeft je gesproken.').waitFor();
  });
});
