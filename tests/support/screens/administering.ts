import { cast } from '../../../database/demo/cast.ts';
import { tap } from '../report-on-phone.ts';
import { bas, henk, type Screen } from './screen.ts';

export const administering: readonly Screen[] = [
  { ...bas, name: 'administration', path: '/beheer', shows: 'Beheer' },
  { ...bas, size: 'phone', name: 'administration-phone', path: '/beheer', shows: 'Beheer' },
  { ...bas, name: 'people', path: '/beheer/mensen', shows: 'Voeg iemand toe' },
  { ...bas, size: 'phone', name: 'people-phone', path: '/beheer/mensen', shows: 'Voeg iemand toe' },
  { ...bas, name: 'new-person', path: '/beheer/mensen/nieuw', shows: 'E-mail' },
  { ...bas, name: 'person', path: `/beheer/mensen/${cast.henk.id}`, shows: 'Henk de Boer' },
  { ...bas, name: 'import', path: '/beheer/importeren', shows: 'Mensen uit een bestand' },
  { ...bas, name: 'teams', path: '/beheer/teams', shows: 'Publiekszaken' },
  { ...bas, name: 'places', path: '/beheer/plekken', shows: 'Stadskantoor' },
  { ...bas, name: 'organisation', path: '/beheer/organisatie', shows: 'Organisatie' },
  {
    ...bas,
    name: 'organisation-day-missing',
    path: '/beheer/organisatie',
    reach: (page) => tap(page, 'Voeg dag toe'),
    shows: 'Vul de dag, de maand en het jaar in.',
  },
  { who: 'noor', size: 'desk', name: 'access', path: '/beheer/toegang', shows: 'Toegang' },
  { ...henk, name: 'not-for-you', path: '/beheer/mensen', shows: 'Dit regelt de beheerder' },
];
