import { dark, henk, narrow, type Screen } from './screen.ts';

export const lists: readonly Screen[] = [
  { ...henk, name: 'first-screen-manager', path: '/', shows: 'Wat op je wacht' },
  { ...henk, name: 'my-work', path: '/mijn-werk', shows: 'Deze melding wacht op jou' },
  { ...henk, size: 'phone', name: 'my-work-phone', path: '/mijn-werk', shows: 'Deze melding wacht op jou' },
  { who: 'kees', size: 'phone', name: 'my-work-empty', path: '/mijn-werk', shows: 'Er ligt niets voor je klaar' },
  { ...henk, name: 'list', path: '/meldingen', shows: 'Meldingen, de nieuwste eerst' },
  { ...henk, size: 'phone', name: 'list-phone', path: '/meldingen', shows: /Bedreiging/ },
  { ...henk, ...narrow, name: 'list-narrow', path: '/meldingen', shows: /Bedreiging/ },
  { ...henk, ...dark, name: 'list-dark', path: '/meldingen', shows: /Bedreiging/ },
  { ...henk, name: 'list-none', path: '/meldingen?ernst=violence', shows: 'Geen melding past hierbij' },
  { who: 'yusuf', size: 'desk', name: 'list-organisation', path: '/meldingen', shows: 'Van de hele organisatie.' },
];
