import type { Sentence } from '../../../../contract/problem.ts';

/** Why a row does not come in, told to whoever corrects the file. */
export const rowProblems = {
  'date-missing': { nl: 'Er staat niet wanneer het gebeurde.', en: 'It does not say when it happened.' },
  'date-unreadable': {
    nl: 'Deze datum of tijd kunnen we niet lezen. Schrijf hem zo: 31-12-2024.',
    en: 'We cannot read this date or time. Write it like this: 31-12-2024.',
  },
  'date-in-future': { nl: 'Deze datum moet nog komen.', en: 'This date is still to come.' },
  'date-too-old': { nl: 'Deze datum ligt voor 1950.', en: 'This date is before 1950.' },
  'value-unknown': {
    nl: 'Voor deze waarde is nog niet gekozen wat het bij ons is.',
    en: 'Nobody has chosen yet what this value is with us.',
  },
  'citizen-service-number': {
    nl: 'Hier staat een burgerservicenummer in. Haal het weg: dat mogen we niet bewaren.',
    en: 'This holds a citizen service number. Take it out: we may not keep it.',
  },
  'text-too-long': {
    nl: 'Deze tekst is langer dan 20.000 tekens. Maak hem korter.',
    en: 'This text is longer than 20,000 characters. Make it shorter.',
  },
  'broken-characters': {
    nl: 'Hier staan tekens die niet goed bewaard zijn. Typ deze woorden opnieuw.',
    en: 'There are characters here that were not saved well. Type these words again.',
  },
  'known-otherwise': {
    nl: 'Dit nummer is al eerder overgenomen, met een andere inhoud. We veranderen wat er staat niet.',
    en: 'This number was taken over before, with other contents. We do not change what stands there.',
  },
} as const satisfies Record<string, Sentence>;
export type RowProblemCode = keyof typeof rowProblems;

export interface RowProblem {
  readonly code: RowProblemCode;
  readonly column: string | null;
}
