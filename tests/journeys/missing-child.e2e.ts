import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openWhatWaits, recordContact, takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { choose, sendReport, startReport, tap } from '../support/report-on-phone.ts';

journey('a missing child', () => {
  let town: OpenTown;
  let daan: Page;
  let els: Page;

  beforeAll(async () => {
    town = await openTown();
    daan = await town.onPhone('daan');
    els = await town.atDesk('els');
  });

  it('is reported by Daan with questions that fit', async () => {
    await startReport(daan);
    await tap(daan, 'Volgende');
    await daan.getByText('Gaat het om iets anders?').click();
    await choose(daan, /Iemand is kwijt/);
    await daan.getByRole('heading', { name: 'Wie is er weg?' }).waitFor();
    expect(await daan.getByLabel('Bedreigen of intimideren').count()).toBe(0);
    await daan.getByLabel(/Om wie gaat het/).fill('Jongen van negen, rode jas');
    await daan.getByLabel(/het laatst gezien/).fill('Op het schoolplein, om half drie');
    await daan.getByLabel(/Wie weet het al/).fill('Zijn moeder en de school');
    await tap(daan, 'Volgende');
    await choose(daan, 'Net, of nu nog');
    await tap(daan, 'Volgende');
    await choose(daan, /Onderweg of op straat/);
    await tap(daan, 'Volgende');
    await daan.getByRole('heading', { name: 'Wat heb je nu nodig?' }).waitFor();
    expect(await daan.getByText('Wie deed het?').count()).toBe(0);
    await choose(daan, 'Bel mij');
    await tap(daan, 'Volgende');
    await sendReport(daan);
    await daan.getByText('Je hoort binnen een uur van iemand.').waitFor();
  });

  it('reaches Els at once, without a word about the child', async () => {
    await town.settle();
    expect(town.textsTo('els')).toHaveLength(1);
    expect([...town.textsTo('els'), ...town.mailsTo('els')].join('\n')).not.toMatch(/negen|jas|Daan|school/i);
  });

  it('gives her the tasks of a search, and no clock for a response', async () => {
    await openWhatWaits(els, 'Vermissing');
    await els.getByText('Jongen van negen, rode jas').first().waitFor();
    for (const task of ['Meld de vermissing bij de politie', 'Bel ouders, school en netwerk']) {
      await els.getByText(task).first().waitFor();
    }
    for (const absent of ['Reactie aan de veroorzaker', 'Stuur een reactie', 'Besluit over de politie']) {
      expect(await els.getByText(absent).count(), absent).toBe(0);
    }
    const [incident] = await town.look<{ response_due_at: Date | null; severity: string }>(
      'select response_due_at, severity from incident.incident',
    );
    expect(incident).toEqual({ response_due_at: null, severity: 'none' });
  });

  it('is taken up by Els, and Daan sees who searches along', async () => {
    await takeUp(els, 'Els');
    await recordContact(els, 'Daan rijdt langs het zwembad.');
    await daan.getByRole('link', { name: 'Volg je melding' }).click();
    await daan.getByText('Els heeft je gesproken.').waitFor();
    await daan.getByText('Els belt de politie.').waitFor();
  });
});
