import type { Sentence } from '../../contract/problem.ts';

/**
 * What is well-formed and still cannot be: told per field, all at once, as invalid input. Somebody else's location and one
 * that does not exist have the same sentence, so that nobody learns what another employer has.
 */
export interface Flaw {
  readonly path: readonly (string | number)[];
  readonly code: FlawCode;
}

/** The outcome of a use case that cannot go on with what was filled in. */
export interface Flawed {
  readonly flaws: readonly Flaw[];
}

export function isFlawed(outcome: unknown): outcome is Flawed {
  return typeof outcome === 'object' && outcome !== null && 'flaws' in outcome && Array.isArray(outcome.flaws);
}

export const flawSentences = {
  'in-the-future': {
    nl: 'Dit moment moet nog komen. Vul in wanneer het gebeurde.',
    en: 'This moment is still to come. Fill in when it happened.',
  },
  'in-the-past': {
    nl: 'Dit moment is al voorbij. Kies een later moment.',
    en: 'This moment has passed already. Choose a later one.',
  },
  'too-far-ahead': {
    nl: 'Dit is langer dan een jaar. Kies een dag die eerder is.',
    en: 'This is more than a year. Choose an earlier day.',
  },
  'whole-name': {
    nl: 'Vul de voornaam (of de eerste letter) en de achternaam in.',
    en: 'Fill in the first name (or its first letter) and the family name.',
  },
  'birthday-or-address': {
    nl: 'Vul de geboortedatum in, of de postcode en het huisnummer.',
    en: 'Fill in the date of birth, or the postcode and the house number.',
  },
  'first-letter': {
    nl: 'Met een adres is ook de voornaam nodig, of de eerste letter.',
    en: 'With an address the first name is needed too, or its first letter.',
  },
  'too-long-ago': {
    nl: 'Dit is langer dan twee jaar geleden. Bel de coördinator, dan doen jullie het samen.',
    en: 'This is more than two years ago. Call the coordinator, then you do it together.',
  },
  'nothing-told': {
    nl: 'Vertel kort wat er gebeurde, of kruis aan wat je zag.',
    en: 'Tell briefly what happened, or tick what you saw.',
  },
  'no-matrix-for-this-kind': {
    nl: 'Bij deze soort melding kruis je geen gedrag aan.',
    en: 'With this kind of report you tick no behaviour.',
  },
  'no-aggressor-for-this-kind': {
    nl: 'Bij deze soort melding hoort niemand die het deed. Laat dit veld leeg.',
    en: 'With this kind of report nobody is named as the one who did it. Leave this field empty.',
  },
  'no-child-for-this-kind': {
    nl: 'Alleen bij een vermist kind of een calamiteit vul je een kind in.',
    en: 'Only for a missing child or a calamity you fill in a child.',
  },
  'emotion-is-no-aggression': {
    nl: 'Wie alleen boos of verdrietig is, leggen we niet vast op naam. Laat dit veld leeg.',
    en: 'Somebody who is only angry or sad is not put on record by name. Leave this field empty.',
  },
  'citizen-service-number': {
    nl: 'Hier staat een burgerservicenummer in. Haal het weg: dat mogen we niet bewaren.',
    en: 'This holds a citizen service number. Take it out: we may not keep it.',
  },
  'answer-does-not-fit': {
    nl: 'Dit antwoord past niet bij de vraag. Kijk het na, of laat het leeg.',
    en: 'This answer does not fit the question. Look at it again, or leave it empty.',
  },
  'unknown-word': {
    nl: 'Dit woord staat niet in jullie lijst. Kies een ander.',
    en: 'This word is not in your list. Choose another.',
  },
  'words-do-not-fit': {
    nl: 'Deze woorden horen niet bij wat je koos. Kies ze opnieuw.',
    en: 'These words do not go with what you chose. Choose them again.',
  },
  'unknown-location': { nl: 'Kies een locatie uit de lijst.', en: 'Choose a location from the list.' },
  'unknown-room': {
    nl: 'Kies een ruimte die bij deze locatie hoort.',
    en: 'Choose a room that belongs to this location.',
  },
  'reason-for-names': {
    nl: 'Schrijf kort waarvoor je de namen nodig hebt.',
    en: 'Write briefly what you need the names for.',
  },
  'unknown-colleague': { nl: 'Kies een collega uit de lijst.', en: 'Choose a colleague from the list.' },
} as const satisfies Record<string, Sentence>;
export type FlawCode = keyof typeof flawSentences;

/** A telephone's clock may run a little ahead of ours. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;
const OLDEST_YEARS = 2;

/** The moment of something that happened. */
export function flawsInMoment(moment: string, now: Date, path: Flaw['path']): Flaw[] {
  const at = new Date(moment).getTime();
  if (at > now.getTime() + CLOCK_DIFFERENCE_MS) return [{ path, code: 'in-the-future' }];
  const oldest = new Date(now);
  oldest.setUTCFullYear(oldest.getUTCFullYear() - OLDEST_YEARS);
  return at < oldest.getTime() ? [{ path, code: 'too-long-ago' }] : [];
}
