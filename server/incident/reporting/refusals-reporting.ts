import type { Sentence } from '../../../contract/problem.ts';
import type { AccountRefusal } from './give-account.ts';

export type ReportingRefusal =
  | 'incident-already-reported'
  | 'draft-over'
  | AccountRefusal
  | 'colleague-misconduct-goes-to-confidential-adviser';

export const reportingRefusals = {
  'incident-already-reported': {
    nl: 'Deze melding is al verstuurd. Wil je iets toevoegen? Doe dat bij je melding, of begin een nieuwe.',
    en: 'This report has been sent already. Want to add something? Do so with your report, or start a new one.',
  },
  'draft-over': {
    nl: 'Dit concept is al verstuurd of weggegooid. Wat je nu typt, bewaren we niet meer.',
    en: 'This draft was sent or thrown away already. What you type now is not kept any more.',
  },
  'colleague-misconduct-goes-to-confidential-adviser': {
    nl: 'Gaat het om een collega? Praat dan met de vertrouwenspersoon. Kies ‘Het was een collega’, dan zie je wie dat is.',
    en: 'Is it about a colleague? Then talk to the confidential adviser. Choose ‘It was a colleague’ to see who that is.',
  },
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
