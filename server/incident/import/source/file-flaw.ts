import type { Sentence } from '../../../../contract/problem.ts';

/** Why a whole file cannot be taken over; what is wrong with a single row is told at that row. */
export const fileFlaws = {
  'not-a-table': {
    nl: 'Dit is geen tabel die we kunnen lezen. Kies een CSV-bestand, of een bestand van Excel (xlsx) of LibreOffice (ods).',
    en: 'This is no table that we can read. Choose a CSV file, or one of Excel (xlsx) or LibreOffice (ods).',
  },
  'old-or-locked': {
    nl: 'Dit is een oud Excel-bestand (xls) of het heeft een wachtwoord. Bewaar het als xlsx zonder wachtwoord en kies het opnieuw.',
    en: 'This is an old Excel file (xls) or it has a password. Save it as xlsx without a password and choose it again.',
  },
  'unpacks-too-large': {
    nl: 'Dit bestand wordt bij het uitpakken veel te groot. We hebben het niet verder geopend.',
    en: 'This file becomes far too large when unpacked. We did not open it any further.',
  },
  damaged: {
    nl: 'Dit bestand is beschadigd. Maak de export opnieuw en kies het nieuwe bestand.',
    en: 'This file is damaged. Make the export again and choose the new file.',
  },
  'no-rows': {
    nl: 'In dit bestand staan geen rijen met gegevens onder de kolomnamen.',
    en: 'This file has no rows of data below the column names.',
  },
  'too-many-columns': {
    nl: 'Dit bestand heeft meer dan 500 kolommen. Haal de kolommen weg die je niet nodig hebt.',
    en: 'This file has more than 500 columns. Take out the columns that you do not need.',
  },
  'too-many-rows': {
    nl: 'Dit bestand heeft meer dan 2.000.000 rijen. Verdeel het over meer bestanden.',
    en: 'This file has more than 2,000,000 rows. Split it into several files.',
  },
  'row-too-long': {
    nl: 'Een rij in dit bestand is langer dan 2 miljoen tekens. Vaak mist er een aanhalingsteken. Kijk het bestand na.',
    en: 'A row of this file is longer than 2 million characters. Often a quotation mark is missing. Have a look at the file.',
  },
} as const satisfies Record<string, Sentence>;
export type FileFlaw = keyof typeof fileFlaws;

/** Thrown while a file is read; caught where the file is opened. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly flaw: FileFlaw;

  constructor(flaw: FileFlaw, options?: ErrorOptions) {
    super(flaw, options);
    this.flaw = flaw;
  }
}

export const MOST_COLUMNS = 500;
export const MOST_ROWS = 2_000_000;
export const LONGEST_ROW = 2_000_000;
