import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { isSafe, startReport, tap } from '../support/report-on-phone.ts';

journey('saying it instead of typing it', () => {
  let town: OpenTown;

  beforeAll(async () => {
    town = await openTown();
  });

  const story = (page: Page) => page.getByLabel(/Vertel het in je eigen woorden/);

  it('comes behind what was typed, where the device itself understands speech', async () => {
    const fatima = await town.onPhone('fatima');
    await fatima.addInitScript(hearsOneSentence, 'available');
    await startReport(fatima);
    await isSafe(fatima);
    await story(fatima).fill('Hij kwam binnen.');
    await fatima.getByText('Wat je zegt, blijft op dit toestel.').waitFor();
    await tap(fatima, 'Spreek het in');
    await expect.poll(() => story(fatima).inputValue()).toBe('Hij kwam binnen. Toen schold hij me uit.');
  });

  it('is not offered where the voice would leave the device', async () => {
    const sanne = await town.onPhone('sanne');
    await sanne.addInitScript(hearsOneSentence, 'unavailable');
    await startReport(sanne);
    await isSafe(sanne);
    await story(sanne).waitFor();
    expect(await sanne.getByText('Spreek het in').count()).toBe(0);
  });
});

/** A device outside the building: it hears one sentence and then stops. */
function hearsOneSentence(availability: string): void {
  class Heard extends EventTarget {
    static available = async () => availability;
    start() {
      const result = Object.assign([{ transcript: 'Toen schold hij me uit.' }], { isFinal: true });
      this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results: [result] }));
      this.stop();
    }
    stop() {
      this.dispatchEvent(new Event('end'));
    }
  }
  Object.assign(window, { SpeechRecognition: Heard });
}
