import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { CastKey } from '../../database/demo/cast.ts';
import { openWhatWaits, recordContact, takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { reportSafely } from '../support/report-on-phone.ts';

const round = ['henk', 'marijke', 'yusuf', 'frank', 'karin'] as const satisfies readonly CastKey[];

journey('the silent manager', () => {
  let town: OpenTown;
  let fatima: Page;
  let henk: Page;

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.onPhone('fatima');
    await reportSafely(fatima, {
      seen: ['Bedreigen of intimideren'],
      story: 'Hij zei dat hij mijn auto kent.',
      where: 'Stadskantoor',
      description: 'Man met een stok.',
    });
    await town.settle();
  });

  /** How often each was called, by text message. */
  const calls = () => Object.fromEntries(round.map((who) => [who, town.textsTo(who).length]));

  it('is called first', () => {
    expect(calls()).toEqual({ henk: 1, marijke: 0, yusuf: 0, frank: 0, karin: 0 });
  });

  it('is followed by his deputy, the coordinator and who comes next, a quarter of an hour apart', async () => {
    for (const [at, next] of round.slice(1).entries()) {
      await town.fastForward({ minutes: 15 });
      expect(town.textsTo(next), `${next} after ${15 * (at + 1)} minutes`).toHaveLength(1);
    }
    expect(calls()).toEqual({ henk: 1, marijke: 1, yusuf: 1, frank: 1, karin: 1 });
  });

  it('is called again when everybody kept silent', async () => {
    await town.fastForward({ minutes: 15 });
    expect(town.textsTo('henk')).toHaveLength(2);
    expect(town.textsTo('marijke')).toHaveLength(1);
  });

  it('gets no rest by saying that he takes it up: without contact the call goes on', async () => {
    henk = await town.atDesk('henk');
    await openWhatWaits(henk, 'Bedreiging');
    await takeUp(henk, 'Henk');
    await town.fastForward({ minutes: 14 });
    expect(town.textsTo('marijke')).toHaveLength(1);
    await town.fastForward({ minutes: 2 });
    expect(town.textsTo('marijke')).toHaveLength(2);
  });

  it('shows Fatima that nobody called her yet, and who is told now', async () => {
    await fatima.getByRole('link', { name: 'Volg je melding' }).click();
    await fatima.getByText('Er was nog geen contact. Daarom hoort ook de volgende het.').first().waitFor();
  });

  it('goes on until somebody has spoken with her, and no longer', async () => {
    const marijke = await town.atDesk('marijke');
    await openWhatWaits(marijke, 'Bedreiging');
    await takeUp(marijke, 'Marijke');
    await recordContact(marijke, 'Ik heb haar thuis gesproken.');
    const before = calls();
    await town.fastForward({ hours: 5 });
    expect(calls()).toEqual(before);
    await fatima.getByText('Marijke heeft je gesproken.').waitFor();
  });
});
