import { tap } from '../report-on-phone.ts';
import { type Screen, yusuf } from './screen.ts';

export const guests: readonly Screen[] = [
  { ...yusuf, name: 'guests', path: '/gasten', shows: 'Er zijn nog geen links verstuurd' },
  {
    ...yusuf,
    size: 'phone',
    name: 'guests-invite',
    path: '/gasten',
    reach: async (page) => {
      await tap(page, 'Nodig iemand uit');
      await tap(page, 'Verstuur de link');
    },
    shows: 'Vul in: voornaam.',
  },
];
