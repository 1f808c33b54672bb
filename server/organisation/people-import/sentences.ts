import type { Sentence } from '../../../contract/problem.ts';

/** What can be wrong with a row of a file, in words for whoever made the file. */
export const sentences = {
  'given-name-missing': { nl: 'De voornaam ontbreekt.', en: 'The given name is missing.' },
  'family-name-missing': { nl: 'De achternaam ontbreekt.', en: 'The family name is missing.' },
  'too-long': { nl: 'Deze tekst is te lang.', en: 'This text is too long.' },
  'formula-in-name': { nl: 'Een naam begint niet met dit teken.', en: 'A name does not begin with this sign.' },
  'email-invalid': { nl: 'Dit is geen geldig e-mailadres.', en: 'This is not a valid e-mail address.' },
  'email-twice': {
    nl: 'Dit e-mailadres staat al eerder in het bestand.',
    en: 'This e-mail address already stands earlier in the file.',
  },
  'phone-invalid': { nl: 'Dit is geen geldig telefoonnummer.', en: 'This is not a valid phone number.' },
  'role-unknown': { nl: 'Deze rol kennen we niet.', en: 'We do not know this role.' },
  'role-needs-team': {
    nl: 'Een leidinggevende heeft een team nodig. Vul het team in.',
    en: 'A manager needs a team. Fill in the team.',
  },
} satisfies Record<string, Sentence>;
export type RowProblem = keyof typeof sentences;
