import type { Dossiers } from '../dossiers.ts';
import { tap } from '../report-on-phone.ts';
import { dark, fatima, henk, narrow, type Screen } from './screen.ts';

export function ownReports({ inFollowUp, closed, corrected }: Dossiers): readonly Screen[] {
  const mine = (id: string) => `/mijn-meldingen/${id}`;
  return [
    { ...fatima, name: 'first-screen', path: '/', shows: 'Ik heb nu hulp nodig' },
    { ...fatima, ...dark, name: 'first-screen-dark', path: '/', shows: 'Ik heb nu hulp nodig' },
    { ...fatima, ...narrow, name: 'first-screen-narrow', path: '/', shows: 'Ik heb nu hulp nodig' },
    { ...fatima, name: 'my-reports', path: '/mijn-meldingen', shows: 'je meldde dit' },
    {
      who: 'kees',
      size: 'phone',
      name: 'my-reports-empty',
      path: '/mijn-meldingen',
      shows: 'Je hebt nog niets gemeld',
    },
    { ...fatima, name: 'my-report', path: mine(inFollowUp), shows: 'Henk heeft je gesproken.' },
    { ...fatima, size: 'desk', name: 'my-report-desk', path: mine(inFollowUp), shows: 'Henk heeft je gesproken.' },
    { ...fatima, ...dark, name: 'my-report-dark', path: mine(inFollowUp), shows: 'Henk heeft je gesproken.' },
    {
      ...fatima,
      name: 'my-report-add',
      path: mine(inFollowUp),
      reach: (page) => tap(page, 'Iets toevoegen'),
      shows: 'Je aanvulling',
    },
    { ...fatima, name: 'my-report-closed', path: mine(closed), shows: 'Henk heeft dit afgesloten.' },
    { ...fatima, name: 'my-report-corrected', path: mine(corrected), shows: 'Deze melding is rechtgezet.' },
    { ...fatima, name: 'report-details', path: `/melden/details/${inFollowUp}`, shows: 'Vertel de rest, rustig aan' },
    { who: 'sanne', size: 'phone', name: 'account-asked', path: mine(inFollowUp), shows: 'Jouw verhaal' },
    { ...fatima, name: 'notes', path: '/notities', shows: 'Notities' },
    { ...fatima, name: 'notifications', path: '/berichten', shows: 'Ook op dit apparaat' },
    { ...fatima, name: 'account', path: '/account', shows: 'Account en veiligheid' },
    { ...henk, name: 'away', path: '/afwezig', shows: 'Afwezig en vervanging' },
  ];
}
