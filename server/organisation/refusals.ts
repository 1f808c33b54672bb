import type { Sentence } from '../../contract/problem.ts';

/** Every way in which this module says no, in words for whoever hears it. */
export const refusals = {
  'absence-overlaps': {
    nl: 'In deze periode ben je al afwezig gemeld. Pas de andere afwezigheid aan.',
    en: 'There already is an absence in this period. Change that one.',
  },
  'already-ended': { nl: 'Dit was al beëindigd.', en: 'This had already ended.' },
  'deputy-is-the-absent-person': {
    nl: 'Niemand kan zichzelf vervangen. Kies een collega.',
    en: 'Nobody can stand in for themselves. Choose a colleague.',
  },
  'deputyship-makes-a-loop': {
    nl: 'Zo vervangen jullie elkaar in een kring. Kies iemand anders of een andere periode.',
    en: 'This way you would stand in for each other in a circle. Choose somebody else or another period.',
  },
  'deputyship-overlaps': {
    nl: 'Deze collega vervangt in deze periode al. Pas die vervanging aan.',
    en: 'This colleague already stands in during this period. Change that one.',
  },
  'email-taken': {
    nl: 'Een andere collega heeft dit e-mailadres al.',
    en: 'Another colleague already has this e-mail address.',
  },
  'file-empty': { nl: 'In dit bestand staan geen mensen.', en: 'There are no people in this file.' },
  'file-unreadable': {
    nl: 'We kunnen dit bestand niet lezen. Bewaar het als CSV en probeer het opnieuw.',
    en: 'We cannot read this file. Save it as CSV and try again.',
  },
  'holding-is-not-theirs': {
    nl: 'Deze rol heeft de afwezige collega niet.',
    en: 'The absent colleague does not hold this role.',
  },
  'home-employer-missing': {
    nl: 'Vul in bij welke organisatie deze gast werkt.',
    en: 'Say for which organisation this guest works.',
  },
  'home-employer-only-for-guests': {
    nl: 'Alleen bij een gast hoort een andere organisatie.',
    en: 'Only a guest belongs to another organisation.',
  },
  'import-columns-missing': {
    nl: 'Wijs minstens de kolommen voor voornaam en achternaam aan.',
    en: 'Point out at least the columns for given name and family name.',
  },
  'import-has-problems': {
    nl: 'Sommige rijen kloppen niet. Verbeter ze, of sla ze over.',
    en: 'Some rows are not right. Correct them, or skip them.',
  },
  'last-administrator': {
    nl: 'Dit is de laatste beheerder. Geef eerst een collega deze rol.',
    en: 'This is the last administrator. Give a colleague this role first.',
  },
  'name-taken': { nl: 'Deze naam bestaat al. Kies een andere.', en: 'This name exists already. Choose another.' },
  'period-ends-before-it-begins': {
    nl: 'Het einde ligt voor het begin. Kies een later einde.',
    en: 'The end comes before the beginning. Choose a later end.',
  },
  'period-in-the-past': {
    nl: 'Deze periode is al voorbij. Kies een einde dat nog komt.',
    en: 'This period is over already. Choose an end that is still to come.',
  },
  'person-has-left': { nl: 'Deze collega werkt hier niet meer.', en: 'This colleague no longer works here.' },
  'role-already-held': { nl: 'Deze collega heeft deze rol al.', en: 'This colleague already holds this role.' },
  'role-for-yourself': {
    nl: 'Je kunt jezelf geen rol of vervanging geven. Vraag een andere beheerder.',
    en: 'You cannot give yourself a role or a deputyship. Ask another administrator.',
  },
  'role-has-no-team': {
    nl: 'Deze rol geldt voor de hele organisatie. Kies geen team.',
    en: 'This role is for the whole organisation. Choose no team.',
  },
  'role-needs-a-team': {
    nl: 'Een leidinggevende hoort bij een team. Kies een team.',
    en: 'A manager belongs to a team. Choose a team.',
  },
  'team-above-itself': {
    nl: 'Een team kan niet boven zichzelf staan. Kies een ander team.',
    en: 'A team cannot be above itself. Choose another team.',
  },
  'team-has-people': {
    nl: 'In dit team werken nog mensen. Plaats ze eerst in een ander team.',
    en: 'People still work in this team. Move them to another team first.',
  },
  'too-many-rows': {
    nl: 'Dit bestand heeft te veel rijen. Splits het in delen van 5.000.',
    en: 'This file has too many rows. Split it into parts of 5,000.',
  },
  'working-day-ends-before-it-begins': {
    nl: 'Een werkdag eindigt voor hij begint. Pas de tijden aan.',
    en: 'A working day ends before it begins. Change the times.',
  },
  'working-hours-overlap': {
    nl: 'Twee tijden op dezelfde dag vallen samen. Pas ze aan.',
    en: 'Two times on the same day overlap. Change them.',
  },
} satisfies Record<string, Sentence>;

export type OrganisationRefusal = keyof typeof refusals;
