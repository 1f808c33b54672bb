import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { answer, choose, isSafe, sendReport, startReport, tap, tellTheRest } from '../support/report-on-phone.ts';

journey('an insult sincerely corrected', () => {
  let town: OpenTown;
  let sanne: Page;

  beforeAll(async () => {
    town = await openTown();
    sanne = await town.onPhone('sanne');
  });

  async function tellOfCorrectedInsult() {
    await startReport(sanne);
    await isSafe(sanne);
    await choose(sanne, 'Schelden of persoonlijk worden');
    await answer(sanne, 'Stopte het toen je er iets van zei?', 'Ja');
    await answer(sanne, 'Moest je er in dat gesprek nog iets van zeggen?', 'Nee');
    await answer(sanne, 'Gebeurde dit al eerder?', 'Nee');
    await sanne.getByText('Dit hoef je niet te melden.').waitFor();
  }

  it('needs no more than a note, and nobody is told', async () => {
    await tellOfCorrectedInsult();
    await tap(sanne, 'Bewaar een notitie');
    await sanne.getByRole('heading', { name: 'Je notitie is bewaard' }).waitFor();
    await town.settle();
    expect(town.textsTo('henk')).toEqual([]);
    expect(town.mailsTo('henk')).toEqual([]);
    expect(await town.look('select from incident.incident')).toHaveLength(0);
    expect(await town.look('select from incident.note')).toHaveLength(1);
  });

  it('is taken back with one tap', async () => {
    await tap(sanne, 'Haal de notitie weg');
    await sanne.getByRole('heading', { name: 'De notitie is weg.' }).waitFor();
    expect(await town.look('select from incident.note')).toHaveLength(0);
  });

  it('is reported after all when Sanne wants that, with what she answered already', async () => {
    await tellOfCorrectedInsult();
    await tap(sanne, 'Bewaar een notitie');
    await tap(sanne, 'Toch melden');
    await sanne.getByText('Je kiest om te melden. Dat mag altijd.').waitFor();
    await tap(sanne, 'Volgende');
    await tellTheRest(sanne, { where: 'Stadskantoor', description: 'Vrouw met een fiets.' });
    await sendReport(sanne);
    await sanne.getByText('Je hoort uiterlijk de volgende werkdag van iemand.').waitFor();
    await town.settle();
    expect(town.mailsTo('henk')).toHaveLength(1);
    expect(await town.look('select from incident.note')).toHaveLength(0);
  });
});
