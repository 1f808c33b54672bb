import type { Page } from 'playwright-core';
import { tap } from '../report-on-phone.ts';
import type { Screen } from './screen.ts';

const sendRegister = async (page: Page) => {
  await page.getByLabel('Bestand met meldingen').setInputFiles('tests/fixtures/registers/messy-sheet.xlsx');
  await tap(page, 'Verstuur het bestand');
  await page.getByRole('heading', { name: 'Wat staat er in elke kolom?' }).waitFor();
};
const tryRegister = async (page: Page) => {
  await sendRegister(page);
  await tap(page, 'Probeer alle rijen');
};
const takesOver = { who: 'yusuf', path: '/meldingen/inlezen' } as const;

export const takingOver: readonly Screen[] = [
  { ...takesOver, name: 'take-over-register', size: 'desk', shows: 'Bestand met meldingen' },
  {
    ...takesOver,
    name: 'take-over-columns',
    size: 'desk',
    reach: sendRegister,
    shows: 'Zo komen de eerste rijen te staan',
  },
  {
    ...takesOver,
    name: 'take-over-columns-phone',
    size: 'phone',
    reach: sendRegister,
    shows: 'Zo komen de eerste rijen te staan',
  },
  { ...takesOver, name: 'take-over-tried', size: 'phone', reach: tryRegister, shows: '3 rijen gaan nog niet goed' },
];
