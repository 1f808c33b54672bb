import type {
  DeferralReason,
  IncidentKind,
  MatrixColumn,
  MomentAction,
  NotDiscussedReason,
  PlaceKind,
  ReporterNeed,
  ResponseWay,
  Target,
  VictimWish,
} from '../../contract/incident-words.ts';
import type { CastKey, locations } from './cast.ts';

type LocationKey = keyof typeof locations;

/** What happened in the town, and how far it has come. Dates count back from the start, so the town is always of today. */
export interface Story {
  readonly code: string;
  /** Days before the start; with a time of day in Amsterdam. */
  readonly daysAgo: number;
  readonly at: string;
  /** Minutes between the incident and the report. */
  readonly reportedAfter: number;
  readonly reporter: CastKey;
  readonly kind: IncidentKind;
  readonly columns: readonly MatrixColumn[];
  readonly text: string;
  readonly target: Target;
  readonly victims?: readonly CastKey[];
  readonly witnesses?: readonly CastKey[];
  readonly place: {
    readonly kind: PlaceKind;
    readonly location?: LocationKey;
    readonly room?: string;
    readonly text?: string;
  };
  readonly aggressor?: { readonly knowledge: 'named' | 'described' | 'unknown'; readonly text?: string };
  readonly child?: { readonly name: string; readonly lastSeen: string; readonly whoKnows: string };
  readonly actions?: readonly MomentAction[];
  readonly needs?: readonly ReporterNeed[];
  readonly unsafe?: boolean;
  readonly injured?: boolean;
  readonly course: Course;
}

/** How far the follow-up has come. `fresh`: reported minutes ago, waiting for its manager. */
export type Course =
  | { readonly state: 'fresh' }
  | { readonly state: 'taken_up'; readonly by: CastKey; readonly afterMinutes: number }
  | {
      readonly state: 'in_follow_up';
      readonly by: CastKey;
      readonly afterMinutes: number;
      readonly contactAfterMinutes: number;
      /** Codes of playbook tasks that are done by now; `all` leaves only the response. */
      readonly tasksDone: number;
      readonly response?: { readonly way: ResponseWay; readonly afterHours: number; readonly summary: string };
      readonly deferred?: { readonly reason: DeferralReason; readonly reviewInDays: number };
      readonly witnessStory?: { readonly who: CastKey; readonly text: string };
    }
  | {
      readonly state: 'closed';
      readonly by: CastKey;
      readonly afterMinutes: number;
      readonly contactAfterMinutes: number;
      readonly response?: { readonly way: ResponseWay; readonly afterHours: number; readonly summary: string };
      readonly closedAfterDays: number;
      readonly conclusion: string;
      readonly discussed:
        | { readonly daysBeforeClosing: number; readonly attendees: readonly CastKey[] }
        | NotDiscussedReason;
      readonly wish: VictimWish;
    }
  | {
      readonly state: 'corrected';
      readonly by: CastKey;
      readonly afterMinutes: number;
      readonly contactAfterMinutes: number;
    };

const balie = (room: string) => ({ kind: 'location', location: 'stadskantoor', room }) as const;

/** Light notes: nobody is named, nothing is followed up. */
export const notes: readonly {
  readonly daysAgo: number;
  readonly at: string;
  readonly by: CastKey;
  readonly column: 'self_directed_emotion' | 'organisation_directed_emotion' | 'verbal_aggression';
  readonly corrected: boolean;
  readonly location: LocationKey;
}[] = [
  {
    daysAgo: 1,
    at: '10:20',
    by: 'fatima',
    column: 'organisation_directed_emotion',
    corrected: false,
    location: 'stadskantoor',
  },
  { daysAgo: 2, at: '14:05', by: 'sanne', column: 'verbal_aggression', corrected: true, location: 'stadskantoor' },
  { daysAgo: 4, at: '09:40', by: 'mila', column: 'self_directed_emotion', corrected: false, location: 'stadskantoor' },
  { daysAgo: 6, at: '11:15', by: 'fatima', column: 'verbal_aggression', corrected: true, location: 'stadskantoor' },
  {
    daysAgo: 9,
    at: '15:30',
    by: 'joris',
    column: 'organisation_directed_emotion',
    corrected: false,
    location: 'stadskantoor',
  },
  { daysAgo: 12, at: '13:10', by: 'kees', column: 'verbal_aggression', corrected: true, location: 'milieustraat' },
  {
    daysAgo: 16,
    at: '10:45',
    by: 'aylin',
    column: 'self_directed_emotion',
    corrected: false,
    location: 'stadskantoor',
  },
  {
    daysAgo: 23,
    at: '16:20',
    by: 'daan',
    column: 'organisation_directed_emotion',
    corrected: false,
    location: 'wijkcentrum',
  },
];

export const stories: readonly Story[] = [
  {
    code: 'threat-at-desk-3-today',
    daysAgo: 0,
    at: '-00:12',
    reportedAfter: 7,
    reporter: 'fatima',
    kind: 'incident',
    columns: ['verbal_aggression', 'threat'],
    text: 'Meneer kreeg te horen dat zijn aanvraag niet compleet is. Hij werd boos en zei dat hij me na werktijd zou opwachten. Ik heb het gesprek gestopt en ben naar achteren gegaan.',
    target: 'me',
    witnesses: ['sanne'],
    place: balie('balie3'),
    aggressor: {
      knowledge: 'described',
      text: 'Man van ongeveer 45 jaar, grijze jas, sportieve bril. Had een blauwe map bij zich.',
    },
    actions: ['addressed_behaviour', 'talk_ended', 'walked_away'],
    needs: ['call_me', 'safe_way_home'],
    course: { state: 'fresh' },
  },
  {
    code: 'threat-at-desk-2',
    daysAgo: 1,
    at: '13:55',
    reportedAfter: 7,
    reporter: 'fatima',
    kind: 'incident',
    columns: ['verbal_aggression', 'threat'],
    text: 'Meneer werd boos over zijn uitkering en zei dat hij weet waar ik woon. Ik heb hem gevraagd om te stoppen. Toen hij doorging, heb ik het gesprek beëindigd.',
    target: 'me',
    witnesses: ['sanne'],
    place: balie('balie2'),
    aggressor: { knowledge: 'named', text: 'De heer K. Veldman, bekend bij Werk en Inkomen' },
    actions: ['addressed_behaviour', 'talk_ended', 'sent_away'],
    needs: ['call_me'],
    course: {
      state: 'in_follow_up',
      by: 'henk',
      afterMinutes: 4,
      contactAfterMinutes: 18,
      tasksDone: 4,
      witnessStory: {
        who: 'sanne',
        text: 'Ik zat aan de balie ernaast. Ik hoorde meneer schreeuwen dat hij weet waar Fatima woont. Zij bleef heel rustig.',
      },
    },
  },
  {
    code: 'online-threat-boa',
    daysAgo: 2,
    at: '21:30',
    reportedAfter: 35,
    reporter: 'chantal',
    kind: 'social_media',
    columns: ['threat'],
    text: 'Op een lokale pagina staat een foto van mij in uniform. Eronder staat dat ik moet oppassen als ik ’s avonds loop. Ik heb schermafdrukken gemaakt.',
    target: 'me',
    place: { kind: 'online', text: 'Facebookgroep over Wierdam' },
    aggressor: { knowledge: 'unknown' },
    actions: ['nothing'],
    needs: ['call_me'],
    course: {
      state: 'in_follow_up',
      by: 'petra',
      afterMinutes: 9,
      contactAfterMinutes: 31,
      tasksDone: 3,
      deferred: { reason: 'unknown_person', reviewInDays: 7 },
    },
  },
  {
    code: 'home-visit-dog',
    daysAgo: 3,
    at: '10:15',
    reportedAfter: 40,
    reporter: 'daan',
    kind: 'incident',
    columns: ['threat'],
    text: 'Tijdens het huisbezoek hield de vader de deur dicht. Hij zei dat ik pas weg mocht na een toezegging. Na een paar minuten liet hij me gaan.',
    target: 'me',
    place: { kind: 'home_visit', text: 'Woning in Wierdam-Noord, begane grond' },
    aggressor: { knowledge: 'named', text: 'Vader van het gezin dat ik begeleid' },
    actions: ['talk_ended', 'walked_away'],
    needs: ['call_me', 'somebody_with_me'],
    course: {
      state: 'in_follow_up',
      by: 'els',
      afterMinutes: 6,
      contactAfterMinutes: 22,
      tasksDone: 5,
      response: {
        way: 'letter',
        afterHours: 30,
        summary: 'Brief met waarschuwing. Gesprekken zijn voorlopig op kantoor, met twee mensen.',
      },
    },
  },
  {
    code: 'missing-girl',
    daysAgo: 4,
    at: '16:40',
    reportedAfter: 15,
    reporter: 'noa',
    kind: 'missing_person',
    columns: [],
    text: 'Ze kwam na school niet thuis. Haar telefoon staat uit. Moeder en school weten het.',
    target: 'unknown',
    place: { kind: 'unknown' },
    child: {
      name: 'Meisje van 14 uit een gezin dat ik begeleid',
      lastSeen: 'Bij het fietsenhok van school, rond drie uur',
      whoKnows: 'Moeder, de mentor en de wijkagent',
    },
    needs: ['call_me'],
    course: { state: 'in_follow_up', by: 'els', afterMinutes: 3, contactAfterMinutes: 12, tasksDone: 3 },
  },
  {
    code: 'councillor-at-home',
    daysAgo: 5,
    at: '19:20',
    reportedAfter: 60,
    reporter: 'lotte',
    kind: 'incident',
    columns: ['threat'],
    text: 'Er lag een brief in mijn bus over de komst van de opvang. Er staat in dat mijn huis de volgende is. Mijn kinderen waren thuis.',
    target: 'office_holder',
    place: { kind: 'private_life', text: 'Bij mij thuis' },
    aggressor: { knowledge: 'unknown' },
    actions: ['police_called'],
    needs: ['call_me', 'somebody_with_me'],
    course: {
      state: 'in_follow_up',
      by: 'pieter',
      afterMinutes: 5,
      contactAfterMinutes: 14,
      tasksDone: 4,
      deferred: { reason: 'police_asked', reviewInDays: 6 },
    },
  },
  {
    code: 'verbal-milieustraat',
    daysAgo: 1,
    at: '11:10',
    reportedAfter: 50,
    reporter: 'kees',
    kind: 'incident',
    columns: ['verbal_aggression'],
    text: 'Een man wilde zonder pas storten. Toen ik uitlegde dat het niet kan, schold hij me uit. Hij deed dat ook vorige week al.',
    target: 'me',
    witnesses: ['ali'],
    place: { kind: 'location', location: 'milieustraat', room: 'poort' },
    aggressor: { knowledge: 'described', text: 'Witte bestelbus met een deuk links' },
    actions: ['addressed_behaviour', 'sent_away'],
    needs: ['nothing'],
    course: { state: 'taken_up', by: 'monique', afterMinutes: 75 },
  },
  {
    code: 'phone-insults',
    daysAgo: 7,
    at: '09:25',
    reportedAfter: 20,
    reporter: 'ines',
    kind: 'incident',
    columns: ['verbal_aggression'],
    text: 'Een mevrouw belde vijf keer op één ochtend. Elke keer maakte ze me uit voor van alles. Ik heb steeds gezegd dat ik dan ophang.',
    target: 'me',
    place: { kind: 'phone', text: 'Algemeen nummer van Werk en Inkomen' },
    aggressor: { knowledge: 'named', text: 'Mevrouw Terpstra' },
    actions: ['addressed_behaviour', 'talk_ended'],
    needs: ['call_me'],
    course: {
      state: 'in_follow_up',
      by: 'willem',
      afterMinutes: 90,
      contactAfterMinutes: 180,
      tasksDone: 3,
      response: { way: 'phone', afterHours: 26, summary: 'Teamleider belde. Mevrouw krijgt één vast contactpersoon.' },
    },
  },
  {
    code: 'spit-parking',
    daysAgo: 10,
    at: '17:05',
    reportedAfter: 12,
    reporter: 'dennis',
    kind: 'incident',
    columns: ['verbal_aggression', 'physical_violence'],
    text: 'Ik schreef een bon uit. De bestuurder kwam terug, schold en spuugde in mijn gezicht. Daarna reed hij weg.',
    target: 'me',
    place: { kind: 'road', text: 'Kerkstraat, bij de bakker' },
    injured: false,
    unsafe: false,
    aggressor: { knowledge: 'described', text: 'Man, 30 tot 40 jaar, zwarte auto. Kenteken staat op de bon.' },
    actions: ['police_called', 'walked_away'],
    needs: ['call_me', 'somebody_with_me'],
    course: {
      state: 'closed',
      by: 'petra',
      afterMinutes: 3,
      contactAfterMinutes: 11,
      response: { way: 'letter', afterHours: 44, summary: 'Brief met uitleg over de aangifte en de schade.' },
      closedAfterDays: 8,
      conclusion:
        'Aangifte gedaan als Veilige Publieke Taak. De verdachte is gehoord. Dennis loopt voorlopig met een collega.',
      discussed: { daysBeforeClosing: 1, attendees: ['petra', 'dennis', 'gerrit', 'chantal'] },
      wish: 'agrees',
    },
  },
  {
    code: 'insult-desk',
    daysAgo: 13,
    at: '11:40',
    reportedAfter: 30,
    reporter: 'mila',
    kind: 'incident',
    columns: ['verbal_aggression'],
    text: 'Mevrouw kreeg haar paspoort niet mee omdat er een document ontbrak. Ze noemde me dom en gooide met de deur. Stoppen deed ze niet.',
    target: 'me',
    place: balie('balie1'),
    aggressor: { knowledge: 'described', text: 'Vrouw met een rode jas' },
    actions: ['addressed_behaviour'],
    needs: ['nothing'],
    course: {
      state: 'closed',
      by: 'henk',
      afterMinutes: 55,
      contactAfterMinutes: 120,
      response: { way: 'phone', afterHours: 28, summary: 'Henk belde. Mevrouw bood haar excuses aan.' },
      closedAfterDays: 6,
      conclusion: 'Mevrouw bood excuses aan. We zetten op de afspraakbevestiging welke papieren nodig zijn.',
      discussed: { daysBeforeClosing: 2, attendees: ['henk', 'mila', 'fatima', 'sanne', 'joris'] },
      wish: 'agrees',
    },
  },
  {
    code: 'critic-by-mistake',
    daysAgo: 15,
    at: '14:30',
    reportedAfter: 60,
    reporter: 'joris',
    kind: 'incident',
    columns: ['organisation_directed_emotion', 'verbal_aggression'],
    text: 'Meneer zei dat de gemeente er een puinhoop van maakt. Hij stond erbij te zwaaien met papieren.',
    target: 'me',
    place: balie('balie4'),
    aggressor: { knowledge: 'named', text: 'De heer Wiersma' },
    actions: ['nothing'],
    needs: ['nothing'],
    course: { state: 'corrected', by: 'henk', afterMinutes: 40, contactAfterMinutes: 100 },
  },
  {
    code: 'group-hall',
    daysAgo: 20,
    at: '15:10',
    reportedAfter: 25,
    reporter: 'priya',
    kind: 'incident',
    columns: ['threat'],
    text: 'Drie jongens hielden de draaideur tegen en riepen dat niemand eruit mocht. Bezoekers schrokken. Toen de boa kwam, gingen ze weg.',
    target: 'group',
    victims: ['fatima', 'joris'],
    witnesses: ['sami'],
    place: { kind: 'location', location: 'stadskantoor', room: 'hal' },
    aggressor: { knowledge: 'described', text: 'Drie jongens van 16 tot 18 jaar' },
    actions: ['colleague_assisted', 'sent_away'],
    needs: ['nothing'],
    course: {
      state: 'closed',
      by: 'frank',
      afterMinutes: 7,
      contactAfterMinutes: 20,
      response: {
        way: 'talk',
        afterHours: 40,
        summary: 'Gesprek met de jongens en hun ouders, samen met de wijkagent.',
      },
      closedAfterDays: 12,
      conclusion: 'De ouders zijn gesproken. De receptie heeft nu een eigen noodnummer op het scherm.',
      discussed: { daysBeforeClosing: 3, attendees: ['frank', 'priya', 'henk', 'fatima'] },
      wish: 'agrees',
    },
  },
  {
    code: 'emails-civil-servant',
    daysAgo: 26,
    at: '08:50',
    reportedAfter: 120,
    reporter: 'robert',
    kind: 'incident',
    columns: ['threat'],
    text: 'Deze maand kreeg ik elf e-mails van dezelfde meneer. In de laatste staat dat hij mijn kinderen van school haalt.',
    target: 'me',
    place: { kind: 'online', text: 'E-mail op mijn werkadres' },
    aggressor: { knowledge: 'named', text: 'De heer Bosma' },
    actions: ['nothing'],
    needs: ['call_me', 'safe_way_home'],
    course: {
      state: 'closed',
      by: 'willem',
      afterMinutes: 2,
      contactAfterMinutes: 9,
      response: { way: 'letter', afterHours: 20, summary: 'Brief: contact loopt vanaf nu via één persoon.' },
      closedAfterDays: 19,
      conclusion: 'Aangifte gedaan. De school is op de hoogte. Contact loopt via één medewerker.',
      discussed: 'victim_does_not_want_it',
      wish: 'does_not_want_it',
    },
  },
  {
    code: 'kick-desk',
    daysAgo: 33,
    at: '12:20',
    reportedAfter: 10,
    reporter: 'sanne',
    kind: 'incident',
    columns: ['verbal_aggression', 'physical_violence'],
    text: 'Een man trapte tegen de balie en daarna tegen mijn been. De beveiliger hield hem vast tot de politie kwam.',
    target: 'me',
    witnesses: ['fatima', 'joris'],
    place: balie('balie2'),
    injured: true,
    aggressor: { knowledge: 'named', text: 'De heer Sikkema' },
    actions: ['colleague_assisted', 'police_called'],
    needs: ['somebody_with_me', 'safe_way_home'],
    course: {
      state: 'closed',
      by: 'marijke',
      afterMinutes: 17,
      contactAfterMinutes: 25,
      response: {
        way: 'letter',
        afterHours: 22,
        summary: 'Brief met een verbod om het stadskantoor te bezoeken, zes maanden.',
      },
      closedAfterDays: 24,
      conclusion: 'Aangifte gedaan, Sanne was getuige. Ze is twee weken rustiger begonnen en werkt weer volledig.',
      discussed: { daysBeforeClosing: 2, attendees: ['henk', 'marijke', 'sanne', 'fatima', 'mila', 'joris'] },
      wish: 'agrees',
    },
  },
  {
    code: 'benefit-threat',
    daysAgo: 41,
    at: '10:30',
    reportedAfter: 15,
    reporter: 'aylin',
    kind: 'incident',
    columns: ['threat'],
    text: 'Toen ik vertelde over de korting, schoof meneer zijn stoel naar voren. Hij zei dat ik dit zou betreuren.',
    target: 'me',
    place: { kind: 'location', location: 'stadskantoor', room: 'spreekkamer2' },
    aggressor: { knowledge: 'named', text: 'De heer Postuma' },
    actions: ['talk_ended', 'colleague_assisted'],
    needs: ['call_me'],
    course: {
      state: 'closed',
      by: 'willem',
      afterMinutes: 6,
      contactAfterMinutes: 16,
      response: { way: 'letter', afterHours: 46, summary: 'Schriftelijke waarschuwing.' },
      closedAfterDays: 13,
      conclusion: 'Waarschuwing verstuurd. Gesprekken met meneer voeren we voortaan met twee mensen.',
      discussed: { daysBeforeClosing: 1, attendees: ['willem', 'aylin', 'robert', 'ines'] },
      wish: 'agrees',
    },
  },
  {
    code: 'runaway-boy',
    daysAgo: 55,
    at: '20:15',
    reportedAfter: 20,
    reporter: 'samira',
    kind: 'missing_person',
    columns: [],
    text: 'Hij liep na een ruzie weg bij zijn oma.',
    target: 'unknown',
    place: { kind: 'unknown' },
    child: { name: 'Jongen van 11', lastSeen: 'Bij oma, half acht ’s avonds', whoKnows: 'Oma, vader en de politie' },
    needs: ['call_me'],
    course: {
      state: 'closed',
      by: 'els',
      afterMinutes: 4,
      contactAfterMinutes: 10,
      closedAfterDays: 3,
      conclusion: 'De jongen was bij een vriend. Er is een plan gemaakt met vader en oma.',
      discussed: { daysBeforeClosing: 1, attendees: ['els', 'samira', 'noa', 'daan'] },
      wish: 'not_applicable',
    },
  },
  {
    code: 'boa-pushed',
    daysAgo: 68,
    at: '22:40',
    reportedAfter: 30,
    reporter: 'gerrit',
    kind: 'incident',
    columns: ['physical_violence'],
    text: 'Bij de controle op het plein duwde een jongen me tegen een hek. Mijn collega kwam erbij en hij rende weg.',
    target: 'me',
    witnesses: ['chantal'],
    place: { kind: 'road', text: 'Marktplein, bij de fontein' },
    aggressor: { knowledge: 'unknown' },
    actions: ['colleague_assisted', 'police_called'],
    needs: ['call_me'],
    injured: true,
    course: {
      state: 'closed',
      by: 'petra',
      afterMinutes: 8,
      contactAfterMinutes: 21,
      response: { way: 'talk', afterHours: 47, summary: 'De wijkagent sprak de jongen en zijn ouders.' },
      closedAfterDays: 20,
      conclusion: 'Jongen bekend geworden via camerabeelden. Aangifte gedaan. In het weekend lopen we met drie mensen.',
      discussed: { daysBeforeClosing: 4, attendees: ['petra', 'gerrit', 'chantal', 'dennis'] },
      wish: 'agrees',
    },
  },
  {
    code: 'guest-scolded',
    daysAgo: 83,
    at: '09:35',
    reportedAfter: 45,
    reporter: 'sami',
    kind: 'incident',
    columns: ['verbal_aggression'],
    text: 'Een klant schold me uit over mijn afkomst. Hij ging door nadat ik er iets van zei.',
    target: 'me',
    witnesses: ['mila'],
    place: balie('balie1'),
    aggressor: { knowledge: 'named', text: 'De heer Hoekema' },
    actions: ['addressed_behaviour', 'talk_ended'],
    needs: ['call_me'],
    course: {
      state: 'closed',
      by: 'henk',
      afterMinutes: 30,
      contactAfterMinutes: 65,
      response: { way: 'letter', afterHours: 43, summary: 'Waarschuwing, samen met UWV.' },
      closedAfterDays: 10,
      conclusion: 'Waarschuwing gestuurd, samen met UWV. Discriminatie benoemen we voortaan meteen.',
      discussed: { daysBeforeClosing: 2, attendees: ['henk', 'sami', 'mila', 'fatima'] },
      wish: 'agrees_without_name',
    },
  },
  {
    code: 'calamity-home',
    daysAgo: 97,
    at: '13:00',
    reportedAfter: 60,
    reporter: 'thijs',
    kind: 'calamity',
    columns: [],
    text: 'Een kind viel van het balkon. De ambulance was er snel. Het gezin is bij ons bekend.',
    target: 'unknown',
    place: { kind: 'home_visit', text: 'Flat in Noord' },
    child: { name: 'Kind van 5', lastSeen: 'Thuis', whoKnows: 'Ouders, huisarts en inspectie' },
    needs: ['call_me'],
    course: {
      state: 'closed',
      by: 'els',
      afterMinutes: 5,
      contactAfterMinutes: 15,
      closedAfterDays: 30,
      conclusion: 'Het kind herstelt. De inspectie kreeg ons onderzoek. Het team sprak twee keer na.',
      discussed: { daysBeforeClosing: 5, attendees: ['els', 'thijs', 'samira', 'daan', 'noa'] },
      wish: 'not_applicable',
    },
  },
  {
    code: 'desk-weapon',
    daysAgo: 120,
    at: '16:15',
    reportedAfter: 8,
    reporter: 'joris',
    kind: 'incident',
    columns: ['threat'],
    text: 'Een man legde een mes op de balie en zei dat we nu maar eens moesten luisteren. Ik drukte op de knop en liep weg.',
    target: 'group',
    victims: ['joris', 'sanne'],
    witnesses: ['fatima', 'mila'],
    place: balie('balie3'),
    unsafe: true,
    aggressor: { knowledge: 'described', text: 'Man rond de 60, in de war' },
    actions: ['walked_away', 'police_called'],
    needs: ['call_me', 'somebody_with_me'],
    course: {
      state: 'closed',
      by: 'henk',
      afterMinutes: 2,
      contactAfterMinutes: 7,
      response: {
        way: 'letter',
        afterHours: 36,
        summary: 'Verbod voor een jaar. Een vaste medewerker belt meneer elke week.',
      },
      closedAfterDays: 28,
      conclusion: 'Politie hield meneer aan. Er is zorg geregeld. De balies hebben nu een dieper blad.',
      discussed: { daysBeforeClosing: 3, attendees: ['henk', 'joris', 'sanne', 'fatima', 'mila', 'yusuf'] },
      wish: 'agrees',
    },
  },
];
