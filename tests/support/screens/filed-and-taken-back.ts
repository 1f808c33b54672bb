import type { Dossiers } from '../dossiers.ts';
import { tap } from '../report-on-phone.ts';
import { fromMenu } from './following-up.ts';
import { fatima, henk, type Screen } from './screen.ts';

export function filedAndTakenBack({ takenUp, inFollowUp }: Dossiers): readonly Screen[] {
  const reclassify = { path: `/meldingen/${takenUp}`, reach: fromMenu('Anders indelen'), shows: 'Hoe deel je dit in?' };
  return [
    { ...henk, name: 'reclassify', ...reclassify },
    { ...henk, size: 'phone', name: 'reclassify-phone', ...reclassify },
    { ...henk, name: 'dossier-withdrawn', path: `/meldingen/${takenUp}`, shows: 'Joris trok deze melding in' },
    {
      who: 'joris',
      size: 'phone',
      name: 'my-withdrawn',
      path: `/mijn-meldingen/${takenUp}`,
      shows: 'Je trok je melding in',
    },
    {
      ...fatima,
      name: 'withdraw',
      path: `/mijn-meldingen/${inFollowUp}`,
      reach: (page) => tap(page, 'Trek mijn melding in'),
      shows: 'Wil je je melding intrekken?',
    },
  ];
}
