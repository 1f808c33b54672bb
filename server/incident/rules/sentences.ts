import type { Words } from '../../../contract/protocol-words.ts';

/** What the list of what is still open says, beside the titles of tasks. */
export const openItemSentences = {
  noContact: { nl: 'Niemand heeft je collega nog gesproken.', en: 'Nobody has spoken to your colleague yet.' },
  notSpokenTo: { nl: 'Niemand heeft {name} nog gesproken.', en: 'Nobody has spoken to {name} yet.' },
  noResponse: { nl: 'De ander heeft nog geen reactie gekregen.', en: 'The other person has had no response yet.' },
  responseDeferred: { nl: 'De reactie is uitgesteld.', en: 'The response has been put off.' },
  accountAsked: {
    nl: '{name} heeft nog geen eigen verhaal verteld.',
    en: '{name} has not given their own account yet.',
  },
} as const satisfies Record<string, Words>;
