import { expect, it } from 'vitest';
import { greeting } from './greeting.ts';
import { readEnvironment } from './platform/environment.ts';

const environment = readEnvironment({ PORT: '3105' }, []);

it('says where it runs, and as whom one can step in', () => {
  const cast = [
    { name: 'Fatima El Amrani', jobTitle: 'Medewerker balie', employerName: 'Gemeente Wierdam' },
    { name: 'Henk de Boer', jobTitle: 'Teammanager', employerName: 'Gemeente Wierdam' },
    { name: 'Ria Kramer', jobTitle: 'Teammanager rijdienst', employerName: 'Vervoerbedrijf De Lijn' },
  ];
  expect(greeting(environment, { cast })).toBe(`
  Rugdekking runs on http://localhost:3105

  This is a demonstration; nobody in it exists. Step in at http://localhost:3105/demo as:

  Gemeente Wierdam
    Fatima El Amrani   Medewerker balie
    Henk de Boer       Teammanager

  Vervoerbedrijf De Lijn
    Ria Kramer         Teammanager rijdienst
`);
});

it('gives the first administrator of an empty installation the code to set it up', () => {
  expect(greeting(environment, { setUpCode: 'ABCD-EFGH' })).toContain(
    'Set it up at http://localhost:3105/instellen with this code: ABCD-EFGH',
  );
});
