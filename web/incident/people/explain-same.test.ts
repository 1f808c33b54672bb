import { expect, it } from 'vitest';
import { explainSame, identityInLine, type OtherDossier } from './explain-same.ts';
import { nl } from './text.nl.ts';

const other = (more: Partial<OtherDossier>): OtherDossier => ({
  sameId: 'x',
  state: 'proposed',
  why: [],
  incident: null,
  looks: null,
  samePlace: null,
  daysApart: null,
  identity: null,
  decidedBy: null,
  history: [],
  ...more,
});

it.each([
  [{ why: ['name', 'born'] }, 'Want: dezelfde naam, dezelfde geboortedatum.'],
  [
    {
      why: ['looks'],
      looks: { words: ['tatoeage', 'spin', 'nek'], hints: ['age'] },
      samePlace: 'Balie 3',
      daysApart: 20,
    },
    'Want: in beide dossiers staat ‘tatoeage’, ‘spin’ en ‘nek’, dezelfde leeftijd. Beide keren bij Balie 3, 2 keer in 3 weken.',
  ],
  [
    { why: ['sound', 'looks'], looks: { words: ['hond'], hints: [] }, daysApart: 3 },
    'Want: een naam die net zo klinkt, in beide dossiers staat ‘hond’.',
  ],
  [{ why: ['looks'] }, 'Want: dezelfde omschrijving.'],
  [{ why: ['said'], samePlace: 'Hal', daysApart: 1 }, 'Want: een collega herkende de persoon.'],
] as const satisfies readonly (readonly [
  Partial<OtherDossier>,
  string,
])[])('%o is told as a sentence', (more, told) => {
  expect(explainSame(other(more as Partial<OtherDossier>), nl)).toBe(told);
});

it.each([
  [0, '2 keer op één dag'],
  [1, '2 keer in 2 dagen'],
  [14, '2 keer in 2 weken'],
  [20, '2 keer in 3 weken'],
])('%i days apart is "%s"', (days, told) => {
  expect(nl.apart(days)).toBe(told);
});

it('tells who it is there in one line', () => {
  const nothing = { name: null, bornOn: null, postcode: null, houseNumber: null, description: null };
  expect(identityInLine({ ...nothing, name: 'Piet Berg', bornOn: '1980-05-01' }, (on) => on)).toBe(
    'Piet Berg, 1980-05-01',
  );
  expect(identityInLine(nothing, (on) => on)).toBe('');
});
