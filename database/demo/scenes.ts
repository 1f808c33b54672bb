import type { IncidentKind, MatrixColumn, MomentAction, Target } from '../../contract/incident-words.ts';
import type { CastKey, locations } from './cast.ts';
import type { Details, Story } from './story.ts';

/** Something that happens every so often at the same place, to the same people. */
export interface Scene {
  readonly kind?: IncidentKind;
  readonly column: MatrixColumn | null;
  readonly text: string;
  /** One of these it happened to; the others know the place. */
  readonly who: readonly CastKey[];
  readonly lead: CastKey;
  readonly place: Story<CastKey, keyof typeof locations>['place'];
  /** Between these hours of the day. */
  readonly from: number;
  readonly until: number;
  readonly aggressor: 'named' | 'described' | 'unknown';
  readonly actions: readonly MomentAction[];
  readonly target?: Target;
  readonly child?: Story['child'];
  readonly injured?: boolean;
  /** Emotion only becomes a report when it goes on and went on before. */
  readonly isPersistent?: boolean;
  readonly words?: Story['words'];
  readonly details?: Details;
  /** What was answered while there still was a queue for passports. */
  readonly detailsBefore?: Details;
  readonly conclusion?: string;
}

const counter: readonly CastKey[] = ['fatima', 'sanne', 'mila', 'joris'];
const district: readonly CastKey[] = ['daan', 'noa', 'thijs', 'samira'];
const benefits: readonly CastKey[] = ['aylin', 'robert', 'ines'];
const wardens: readonly CastKey[] = ['gerrit', 'chantal', 'dennis'];
const yard: readonly CastKey[] = ['kees', 'ali'];

const desk = (room: string) => ({ kind: 'location', location: 'stadskantoor', room }) as const;

export const scenes: readonly Scene[] = [
  {
    column: 'verbal_aggression',
    text: 'Meneer moest lang wachten. Aan de balie schold hij me uit en sloeg op het blad. Stoppen wilde hij niet.',
    who: counter,
    lead: 'henk',
    place: desk('balie1'),
    from: 9,
    until: 15,
    aggressor: 'described',
    actions: ['addressed_behaviour', 'talk_ended'],
    details: { form: 'verbal', cause: 'anger_about_policy', policePresent: false },
    detailsBefore: {
      form: 'verbal',
      cause: 'anger_about_policy',
      policePresent: false,
      chosenWords: { cause: ['own_passport_queue'] },
    },
  },
  {
    column: 'threat',
    text: 'Mevrouw zei dat ze wel weet hoe laat ik naar huis ga. Ze stond heel dichtbij.',
    who: counter,
    lead: 'henk',
    place: desk('balie4'),
    from: 9,
    until: 15,
    aggressor: 'named',
    actions: ['talk_ended', 'colleague_assisted'],
    words: { action: ['talk_ended', 'own_security'] },
    details: { form: 'threat', cause: 'instrumental', policePresent: false, demanded: 'Vandaag nog een paspoort' },
  },
  {
    column: 'verbal_aggression',
    text: 'Aan de telefoon riep een man vijf minuten lang dat ik niets kan. Ik heb gezegd dat ik ophang en dat gedaan.',
    who: benefits,
    lead: 'willem',
    place: { kind: 'phone', text: 'Algemeen nummer van Werk en Inkomen' },
    from: 9,
    until: 16,
    aggressor: 'named',
    words: { place: ['own_contact_centre'] },
    actions: ['addressed_behaviour', 'talk_ended'],
    details: { form: 'verbal', cause: 'anger_about_policy' },
  },
  {
    column: 'threat',
    text: 'Bij het gesprek over zijn schulden werd meneer woedend. Hij zei dat hij me weet te vinden.',
    who: benefits,
    lead: 'willem',
    place: desk('spreekkamer1'),
    from: 9,
    until: 16,
    aggressor: 'named',
    actions: ['talk_ended', 'colleague_assisted', 'sent_away'],
    details: {
      form: 'threat',
      cause: 'anger_about_policy',
      policePresent: false,
      chosenWords: { cause: ['own_debt_help'] },
    },
  },
  {
    column: 'verbal_aggression',
    text: 'Een automobilist kreeg een bon. Hij noemde mij alles wat lelijk is en bleef meelopen.',
    who: wardens,
    lead: 'petra',
    place: { kind: 'road', text: 'Havenstraat' },
    from: 10,
    until: 21,
    aggressor: 'described',
    words: { place: ['own_patrol'] },
    actions: ['addressed_behaviour', 'walked_away'],
    details: {
      form: 'verbal',
      cause: 'anger_about_policy',
      policePresent: false,
      chosenWords: { cause: ['own_fine'] },
    },
  },
  {
    column: 'physical_violence',
    text: 'Bij een controle trok een jongen aan mijn portofoon en duwde me weg. Mijn collega hield hem vast.',
    who: wardens,
    lead: 'petra',
    place: { kind: 'road', text: 'Stationsplein' },
    from: 15,
    until: 22,
    aggressor: 'described',
    words: { place: ['own_patrol'] },
    actions: ['colleague_assisted', 'police_called'],
    details: {
      form: 'physical',
      cause: 'under_influence',
      injuries: 'light',
      injuryText: 'Schaafwond',
      policePresent: true,
    },
  },
  {
    column: 'verbal_aggression',
    text: 'Een vrouw wilde bouwafval bij het restafval gooien. Toen ik dat zei, schold ze me uit waar klanten bij stonden.',
    who: yard,
    lead: 'monique',
    place: { kind: 'location', location: 'milieustraat', room: 'terrein' },
    from: 9,
    until: 16,
    aggressor: 'described',
    actions: ['addressed_behaviour', 'service_refused'],
    details: { form: 'verbal' },
  },
  {
    column: 'organisation_directed_emotion',
    isPersistent: true,
    text: 'Meneer komt voor de derde keer deze week boos langs over dezelfde brief. Hij wil weg, maar pas na antwoord.',
    who: counter,
    lead: 'henk',
    place: desk('hal'),
    from: 9,
    until: 15,
    aggressor: 'described',
    actions: ['addressed_behaviour'],
    details: { cause: 'anger_about_policy' },
  },
  {
    column: 'threat',
    text: 'De buurman van een cliënt dreigde de hond los te laten als ik niet wegging. Ik ben gegaan.',
    who: district,
    lead: 'els',
    place: { kind: 'home_visit', text: 'Portiekflat in Noord' },
    from: 9,
    until: 16,
    aggressor: 'described',
    actions: ['walked_away'],
    details: { form: 'threat' },
  },
  {
    column: 'verbal_aggression',
    text: 'Op straat riep een bewoner dat wij kinderen afpakken. Hij filmde me en liep mee tot de auto.',
    who: district,
    lead: 'els',
    place: { kind: 'road', text: 'Eikenlaan' },
    from: 10,
    until: 17,
    aggressor: 'unknown',
    actions: ['walked_away'],
    details: { form: 'verbal', cause: 'anger_about_policy' },
  },
  {
    kind: 'social_media',
    column: 'verbal_aggression',
    text: 'Mijn naam en werkplek staan in een boos bericht. Er staan veel lelijke reacties onder.',
    who: benefits,
    lead: 'willem',
    place: { kind: 'online', text: 'Openbare pagina over de gemeente' },
    from: 8,
    until: 22,
    aggressor: 'unknown',
    actions: ['nothing'],
    conclusion: 'Het bericht is weg. Namen van medewerkers staan niet meer op onze site.',
  },
  {
    column: 'threat',
    text: 'In een brief zonder naam staat dat ik moet uitkijken. Hij was aan mij gericht.',
    who: benefits,
    lead: 'willem',
    place: { kind: 'letter', text: 'Post op kantoor' },
    from: 9,
    until: 11,
    aggressor: 'unknown',
    actions: ['nothing'],
    details: { form: 'written' },
  },
  {
    column: 'verbal_aggression',
    text: 'Een bezoeker maakte in de hal opmerkingen over mijn hoofddoek en ging door toen ik er iets van zei.',
    who: ['fatima'],
    lead: 'henk',
    place: desk('hal'),
    from: 9,
    until: 15,
    aggressor: 'described',
    actions: ['addressed_behaviour', 'sent_away'],
    details: { form: 'verbal', flags: ['discriminatory'] },
  },
  {
    kind: 'missing_person',
    column: null,
    text: 'Hij was niet op de groep en neemt niet op. De begeleiding zoekt mee.',
    who: district,
    lead: 'els',
    place: { kind: 'unknown' },
    from: 16,
    until: 21,
    aggressor: 'unknown',
    target: 'unknown',
    actions: [],
    child: {
      name: 'Jongen van 15',
      lastSeen: 'Bij de bushalte aan de Eikenlaan',
      whoKnows: 'Ouders, groep en wijkagent',
    },
    conclusion: 'Hij was bij een neef. Met hem en zijn ouders zijn afspraken gemaakt.',
  },
  {
    column: 'verbal_aggression',
    text: 'Een klant noemde mijn collega en mij dieven en gooide de formulieren op de grond.',
    who: benefits,
    lead: 'willem',
    place: desk('spreekkamer3'),
    from: 9,
    until: 16,
    aggressor: 'named',
    actions: ['addressed_behaviour', 'talk_ended'],
    details: { form: 'verbal', cause: 'anger_about_policy', damage: false },
  },
  {
    column: 'physical_violence',
    injured: true,
    text: 'Een man wilde zonder te betalen het terrein op. Hij reed tegen mijn been en ging ervandoor.',
    who: yard,
    lead: 'monique',
    place: { kind: 'location', location: 'milieustraat', room: 'poort' },
    from: 9,
    until: 16,
    aggressor: 'described',
    actions: ['police_called', 'colleague_assisted'],
    details: {
      form: 'physical',
      injuries: 'doctor',
      injuryText: 'Kneuzing aan het been',
      policePresent: true,
      damage: true,
    },
  },
  {
    kind: 'transgressive',
    column: null,
    text: 'Een cliënt stuurt me elke avond berichten die te ver gaan. Ik heb gezegd dat ik dat niet wil.',
    who: district,
    lead: 'els',
    place: { kind: 'online', text: 'Berichten op mijn werktelefoon' },
    from: 17,
    until: 22,
    aggressor: 'named',
    actions: ['addressed_behaviour'],
    conclusion: 'Een collega heeft de begeleiding overgenomen. De cliënt kent nu de grens.',
  },
];
