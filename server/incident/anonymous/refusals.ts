import type { Sentence } from '../../../contract/problem.ts';

export const anonymousRefusals = {
  'nobody-to-talk-to': {
    nl: 'Hier kun je nu met niemand anoniem praten. Kies iemand anders, of bel.',
    en: 'There is nobody here to talk with anonymously now. Choose somebody else, or call.',
  },
  'talk-exists': {
    nl: 'Dit gesprek is er al. Ga verder met je code, of begin een nieuw gesprek.',
    en: 'This talk is here already. Go on with your code, or start a new talk.',
  },
  'talk-unknown': {
    nl: 'We kennen deze code niet. Kijk of je alle tekens hebt ingevuld.',
    en: 'We do not know this code. Check that you filled in every character.',
  },
} as const satisfies Record<string, Sentence>;
