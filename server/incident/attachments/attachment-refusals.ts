import type { Sentence } from '../../../contract/problem.ts';
import type { CompleteRefusal } from './complete-attachment.ts';
import type { HideRefusal } from './hide-attachment.ts';
import type { ViewRefusal } from './look-at-attachment.ts';
import type { PieceRefusal } from './receive-piece.ts';
import type { StartRefusal } from './start-attachment.ts';

type AttachmentRefusal =
  | Exclude<StartRefusal | PieceRefusal | CompleteRefusal | HideRefusal | ViewRefusal, 'incident-corrected'>
  | 'attachment-is-kept';

/** Why a file is not kept or not shown, and what helps. */
export const attachmentRefusals = {
  'attachment-empty': {
    nl: 'Dit bestand is leeg. Kies een ander bestand.',
    en: 'This file is empty. Choose another file.',
  },
  'attachment-too-large': {
    nl: 'Dit bestand is te groot. Maak het kleiner, of geef het op een andere manier aan wie de melding heeft.',
    en: 'This file is too large. Make it smaller, or hand it over to whoever has the report.',
  },
  'dossier-full': {
    nl: 'Bij deze melding past niets meer. Overleg met wie de melding heeft.',
    en: 'Nothing more fits with this report. Talk to whoever has the report.',
  },
  'attachment-begun': {
    nl: 'Met dit bestand gaat iets mis. Voeg het opnieuw toe.',
    en: 'Something goes wrong with this file. Add it again.',
  },
  'piece-does-not-fit': {
    nl: 'Dit bestand is veranderd terwijl we het ontvingen. Voeg het opnieuw toe.',
    en: 'This file changed while we received it. Add it again.',
  },
  'attachment-kind-not-allowed': {
    nl: 'Dit soort bestand kan niet. Wel een foto, geluid, film, pdf, brief (docx of odt) of e-mail (eml of msg).',
    en: 'This kind of file is not possible. A photo, sound, film, PDF, letter (docx or odt) or e-mail (eml or msg) is.',
  },
  'attachment-has-macros': {
    nl: 'In deze brief zit een programma (macro). Sla de brief op als pdf en voeg die toe.',
    en: 'There is a program (macro) in this letter. Save it as a PDF and add that.',
  },
  'attachment-incomplete': {
    nl: 'Dit bestand is nog niet helemaal binnen.',
    en: 'This file is not completely in yet.',
  },
  'attachment-is-kept': {
    nl: 'Dit bestand is al bewaard en blijft bij de melding. Moet het uit het zicht? Vraag het wie de melding heeft.',
    en: 'This file is kept already and stays with the report. Must it go out of sight? Ask whoever has the report.',
  },
  'attachment-hidden': {
    nl: 'Dit bestand is verborgen.',
    en: 'This file is hidden.',
  },
  'attachment-not-scanned-yet': {
    nl: 'We kijken dit bestand nog na op virussen. Probeer het zo nog eens.',
    en: 'We are still checking this file for viruses. Try again soon.',
  },
  'attachment-infected': {
    nl: 'In dit bestand zit een virus. Niemand kan het openen.',
    en: 'There is a virus in this file. Nobody can open it.',
  },
  'attachment-not-viewable': {
    nl: 'Dit bestand kunnen we hier niet laten zien. Wel kun je het origineel ophalen.',
    en: 'We cannot show this file here. You can fetch the original.',
  },
} as const satisfies Record<AttachmentRefusal, Sentence>;
