import type { Sentence } from '../../../contract/problem.ts';

export const guestRefusals = {
  'guest-can-sign-in': {
    nl: 'Deze collega heeft een account. Voeg deze persoon gewoon toe aan het dossier.',
    en: 'This colleague has an account. Simply add this person to the dossier.',
  },
  'guest-is-known': {
    nl: 'Iemand met dit e-mailadres is hier al bekend. Kies deze persoon uit de lijst.',
    en: 'Somebody with this e-mail address is known here already. Choose this person from the list.',
  },
  'guest-without-email': {
    nl: 'We hebben geen e-mailadres van deze persoon. Vraag de beheerder om het in te vullen.',
    en: 'We have no e-mail address of this person. Ask the administrator to fill it in.',
  },
  'guest-link-over': {
    nl: 'Deze link werkt niet meer. Vraag degene die je uitnodigde om een nieuwe.',
    en: 'This link no longer works. Ask whoever invited you for a new one.',
  },
  'guest-code-wrong': {
    nl: 'Deze code klopt niet, of is te oud. Kijk naar het nieuwste bericht, of vraag een nieuwe code.',
    en: 'This code is not right, or too old. Look at the newest message, or ask for a new code.',
  },
} as const satisfies Record<string, Sentence>;
