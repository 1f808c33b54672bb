import type { Sentence } from '../../contract/problem.ts';
import type { RoutingRefusal } from './rules/routing.ts';
import type { AccountRefusal } from './give-account.ts';
import { flawSentences } from './flaws.ts';

export type ReportingRefusal = 'incident-already-reported' | AccountRefusal | RoutingRefusal | 'citizen-service-number';

export const reportingRefusals = {
  'incident-already-reported': {
    nl: 'Dit nummer is al gebruikt. Begin een nieuwe melding en stuur die.',
    en: 'This number has been used already. Start a new report and send that.',
  },
  'colleague-misconduct-goes-to-confidential-adviser': {
    nl: 'Gaat het om een collega? Praat dan met de vertrouwenspersoon. Die helpt je verder.',
    en: 'Is it about a colleague? Then talk to the confidential adviser, who will help you.',
  },
  'citizen-service-number': flawSentences['citizen-service-number'],
  'incident-corrected': {
    nl: 'Deze melding is rechtgezet. Er kan niets meer bij.',
    en: 'This report was set right. Nothing can be added any more.',
  },
  'account-already-given': {
    nl: 'Je hebt je verhaal al verteld. Wil je iets toevoegen? Dat kan hieronder.',
    en: 'You have told your story already. Want to add something? You can do that below.',
  },
  'account-not-asked': {
    nl: 'Bij deze melding vragen we je niet om een verhaal.',
    en: 'For this report we do not ask you for a story.',
  },
} as const satisfies Record<ReportingRefusal, Sentence>;
