import type { Words } from './protocol-words.ts';
import type { BuiltInCode, Vocabulary } from './vocabulary-words.ts';

type BuiltInWords = { readonly [List in Vocabulary]: Readonly<Record<BuiltInCode<List>, Words>> };

const unknown = { nl: 'Weet ik niet', en: 'I do not know' };

/** What the program itself calls every choice: in lists of words, in exports, and to recognise values of a file. */
export const builtInWords: BuiltInWords = {
  kind: {
    incident: { nl: 'Agressie tegen mij of een collega', en: 'Aggression against me or a colleague' },
    missing_person: { nl: 'Iemand is kwijt', en: 'Somebody is missing' },
    calamity: { nl: 'Een ernstig ongeluk of calamiteit', en: 'A serious accident or calamity' },
    transgressive: { nl: 'Ongewenst gedrag', en: 'Unwanted behaviour' },
    social_media: { nl: 'Online', en: 'Online' },
  },
  place: {
    location: { nl: 'Op een van onze locaties', en: 'At one of our locations' },
    road: { nl: 'Onderweg of op straat', en: 'On the road or in the street' },
    home_visit: { nl: 'Op huisbezoek', en: 'On a home visit' },
    phone: { nl: 'Aan de telefoon', en: 'On the phone' },
    online: { nl: 'Online of per e-mail', en: 'Online or by e-mail' },
    letter: { nl: 'In een brief', en: 'In a letter' },
    private_life: { nl: 'Privé', en: 'In private life' },
    unknown,
  },
  action: {
    addressed_behaviour: { nl: 'Ik zei er iets van', en: 'I said something about it' },
    talk_ended: { nl: 'Ik stopte het gesprek', en: 'I ended the talk' },
    sent_away: { nl: 'Ik stuurde de persoon weg', en: 'I sent the person away' },
    service_refused: { nl: 'Ik hielp de persoon niet verder', en: 'I did not help the person any further' },
    colleague_assisted: { nl: 'Een collega hielp mij', en: 'A colleague helped me' },
    police_called: { nl: 'Wij belden de politie', en: 'We called the police' },
    walked_away: { nl: 'Ik liep weg', en: 'I walked away' },
    nothing: { nl: 'Niets', en: 'Nothing' },
    unknown,
  },
  cause: {
    seemed_ill_or_confused: { nl: 'Leek ziek of in de war', en: 'Seemed ill or confused' },
    anger_about_policy: { nl: 'Was boos over een regel of besluit', en: 'Was angry about a rule or decision' },
    instrumental: { nl: 'Wilde iets afdwingen', en: 'Wanted to force something' },
    under_influence: { nl: 'Leek onder invloed', en: 'Seemed under the influence' },
    other: { nl: 'Iets anders', en: 'Something else' },
    unknown,
  },
  flag: {
    discriminatory: { nl: 'Discriminatie', en: 'Discrimination' },
    sexual: { nl: 'Iets seksueels', en: 'Something sexual' },
    weapon: { nl: 'Een wapen', en: 'A weapon' },
  },
  form: {
    written: { nl: 'Op papier of online', en: 'On paper or online' },
    verbal: { nl: 'Met woorden of gebaren', en: 'With words or gestures' },
    threat: { nl: 'Met dreigen', en: 'With threats' },
    physical: { nl: 'Met geweld', en: 'With violence' },
  },
  target: {
    me: { nl: 'Mij', en: 'Me' },
    colleague: { nl: 'Een collega', en: 'A colleague' },
    group: { nl: 'Een groep collega’s', en: 'A group of colleagues' },
    office_holder: { nl: 'Een bestuurder of raadslid', en: 'An office-holder' },
    building: { nl: 'Het gebouw of spullen', en: 'The building or things' },
    unknown,
  },
  injury: {
    none: { nl: 'Nee', en: 'No' },
    light: { nl: 'Ja, licht', en: 'Yes, lightly' },
    doctor: { nl: 'Ja, naar de dokter', en: 'Yes, to the doctor' },
    hospital: { nl: 'Ja, naar het ziekenhuis', en: 'Yes, to hospital' },
    unknown,
  },
};

/** Of a code that is known to be built in; anything else has no words here. */
export function builtInWordsFor(list: Vocabulary, code: string): Words | null {
  return (builtInWords[list] as Readonly<Record<string, Words>>)[code] ?? null;
}
