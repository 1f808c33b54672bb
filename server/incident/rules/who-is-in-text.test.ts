import { describe, expect, it } from 'vitest';
import { type SomebodyOnDossier, tracesIn } from './who-is-in-text.ts';

const people: readonly SomebodyOnDossier[] = [
  { role: 'victim', name: 'Fatima El Amrani' },
  { role: 'witness', name: 'Şükrü Öztürk' },
  { role: 'witness', name: 'Bo de Wit' },
  { role: 'aggressor', name: 'dhr. K. Wolters' },
];
const seen = (text: string) => tracesIn(text, people).map(({ kind, found, role }) => [kind, found, role]);

describe('a name of somebody on the dossier', () => {
  it.each([
    ['Fatima hielp hem.', 'Fatima', 'victim'],
    ['Dat was FATIMA.', 'FATIMA', 'victim'],
    ['Fatima’s collega kwam erbij.', 'Fatima’s', 'victim'],
    ['Fatimas scherm viel om.', 'Fatimas', 'victim'],
    ['Mevrouw El Amrani bleef rustig.', 'Amrani', 'victim'],
    ['Wolters liep weg.', 'Wolters', 'aggressor'],
    ['Ozturk zag het.', 'Ozturk', 'witness'],
    ['Bo riep de beveiliging.', 'Bo', 'witness'],
  ])('is seen in: %s', (text, found, role) => {
    expect(seen(text)).toEqual([['name', found, role]]);
  });

  it('is told once, also when it is also a common word: a person judges', () => {
    expect(seen('De muur is wit. Wit is rustig.')).toEqual([['name', 'Wit', 'witness']]);
  });

  it.each([
    'Een man schreeuwde en sloeg op de balie.',
    'We bellen de volgende keer eerder de beveiliging.',
    'Boos worden mag, slaan niet.',
    'De collega ging met de tram naar el-plein.',
    '',
  ])('is not seen in: %s', (text) => {
    expect(seen(text)).toEqual([]);
  });

  it('is not looked for in initials and prefixes', () => {
    expect(tracesIn('De man van de k en de el', people)).toEqual([]);
  });
});

describe('what leads to somebody', () => {
  it.each([
    ['Hij belde met 06 12345678.', 'phone', '06 12345678'],
    ['Bel 010-1234567 terug.', 'phone', '010-1234567'],
    ['Bel +31 6 12 34 56 78.', 'phone', '+31 6 12 34 56 78'],
    ['Mail k.wolters@mail.example niet terug.', 'email', 'k.wolters@mail.example'],
    ['Hij woont op 1234 AB.', 'address', '1234 AB'],
    ['Bij de Kerkstraat 12 ging het mis.', 'address', 'Kerkstraat 12'],
  ])('is seen in: %s', (text, kind, found) => {
    expect(seen(text)).toEqual([[kind, found, null]]);
  });

  it.each([
    'Bel 112 bij gevaar.',
    'In 2026 zijn er 14 balies.',
    'Balie 3 en 4 zijn open van 9 tot 17 uur.',
  ])('is not: %s', (text) => {
    expect(seen(text)).toEqual([]);
  });
});

it('tells all of it, in the order in which it stands there', () => {
  expect(seen('Wolters belde Fatima op 0612345678.').map(([, found]) => found)).toEqual([
    'Wolters',
    'Fatima',
    '0612345678',
  ]);
});
