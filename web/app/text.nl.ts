import type { IncidentKind, Severity } from '../../contract/protocol-words.ts';
import type { LetterSize, Theme } from '../session/display.ts';

/** The first screen and what stands around every page. */
export const nl = {
  signInAgain: {
    title: 'Log opnieuw in',
    lead: 'Je bent niet meer ingelogd. Wat je typte, staat er nog.',
    how: 'Log in op een nieuw tabblad. Kom daarna hier terug en ga verder.',
    howByLink: 'Open de link uit je mail op een nieuw tabblad. Kom daarna hier terug en ga verder.',
    signIn: 'Inloggen op een nieuw tabblad',
    back: 'Ik ben weer ingelogd',
    leave: 'Gooi weg wat ik typte',
  },
  leavingUnsent: {
    title: 'Je bent nog niet klaar',
    lead: 'Je typte iets dat nog niet is verstuurd. Ga je nu weg? Dan ben je dat kwijt.',
    stay: 'Blijf hier',
    leave: 'Ga weg en gooi het weg',
  },
  signIn: 'Inloggen',
  nav: {
    label: 'Hoofdmenu',
    home: 'Start',
    work: 'Mijn werk',
    incidents: 'Meldingen',
    mine: 'Mijn meldingen',
    notes: 'Notities',
    talks: 'Gesprekken',
    agreements: 'Afspraken',
    administration: 'Beheer',
    access: 'Toegang',
  },
  help: {
    title: 'Ik heb nu hulp nodig',
    short: 'Hulp nodig',
    call: 'Bel 112. Of vraag hulp in de buurt.',
    callSomebody: (name: string) => `Bel 112, of bel ${name} met één tik`,
  },
  report: {
    title: 'Ik wil iets melden',
    takesAMinute: 'Duurt ongeveer een minuut. Weet je iets niet? Sla het over.',
    unfinished: 'Je hebt nog een melding die niet af is. Ga verder of begin opnieuw.',
  },
  anonymous: 'Liever zonder je naam? Vertel het anoniem',
  bell: (unread: number) =>
    unread === 0 ? 'Berichten' : unread === 1 ? 'Berichten, 1 nieuw' : `Berichten, ${unread} nieuw`,
  menu: {
    open: (name: string) => `Menu van ${name}`,
    account: 'Account en veiligheid',
    guests: 'Gasten zonder account',
    deputies: 'Afwezig en vervanging',
    agreements: 'Onze afspraken',
    theme: 'Kleuren',
    themes: { automatic: 'Automatisch', light: 'Licht', dark: 'Donker' } satisfies Record<Theme, string>,
    letters: 'Letters',
    letterSizes: { normal: 'Gewoon', large: 'Groot', largest: 'Grootst' } satisfies Record<LetterSize, string>,
    language: 'Taal',
    signOut: 'Uitloggen',
  },
  demonstration: {
    label: 'Oefenstad',
    youAre: (name: string) => `Dit is een oefenstad. Je bent nu ${name}.`,
    become: 'Word iemand anders',
    postbox: 'Postvak',
  },
  home: {
    welcome: 'Welkom',
    lead: 'Wij staan achter je.',
    greeting: (hour: number, name: string) => {
      if (hour < 6) return `Goedenacht ${name}`;
      if (hour < 12) return `Goedemorgen ${name}`;
      return hour < 18 ? `Goedemiddag ${name}` : `Goedenavond ${name}`;
    },
    managerIsThere: (team: string, name: string, until: string | null) =>
      until ? `${team}. ${name} is er vandaag tot ${until}.` : `${team}. ${name} is er vandaag.`,
    managerIsAway: (team: string, name: string, until: string | null) =>
      until ? `${team}. ${name} is er weer ${until}.` : `${team}. ${name} is er nu niet.`,
    signInTitle: 'Volg je melding',
    signInWhy: 'Log in en zie wat er met je melding gebeurt.',
    stepInTitle: 'Dit is een oefenstad',
    stepInWhy: 'De mensen en de meldingen zijn verzonnen. Stap in als een van hen en kijk rond.',
    stepIn: 'Kies wie je bent',
    setUpTitle: 'Richt Rugdekking in',
    setUpWhy: 'Er is nog geen organisatie. Met de code van de server begin je.',
    setUp: 'Begin met inrichten',
    noReportsTitle: 'Jouw meldingen',
    noReports: 'Je hebt nog niets gemeld. Meld je iets? Dan zie je hier elke stap.',
    /** Not everybody whom it concerns reported it. */
    reportOf: (isMine: boolean, day: string, moment: string) =>
      `${isMine ? 'Je' : 'De'} melding van ${day === 'vandaag' || day === 'gisteren' ? day : moment}`,
    received: (isMine: boolean) => `We hebben ${isMine ? 'je' : 'de'} melding`,
    hasIt: (name: string) => `${name} pakt het op`,
    closed: 'Afgerond',
    seeReport: (isMine: boolean) => `Bekijk ${isMine ? 'je' : 'de'} melding`,
    otherReports: (count: number) => (count === 1 ? 'Nog 1 andere melding' : `Nog ${count} andere meldingen`),
  },
  team: {
    title: 'Samen met je team',
    nextVisit: 'Wie ontmoet ik?',
    summaries: 'Voor de teamvergadering',
  },
  waiting: {
    title: 'Wat op je wacht',
    overdue: (count: number) => `${count} te laat`,
    nobody: 'Er wacht nu geen melding op je.',
    callNow: 'pak op',
    tasks: (count: number) => (count === 1 ? 'Bekijk je taak' : `Bekijk je ${count} taken`),
    noTasks: 'Naar mijn werk',
  },
  severities: {
    none: 'Melding',
    emotion: 'Emotie die aanhoudt',
    verbal: 'Schelden of kleineren',
    threat: 'Bedreiging',
    violence: 'Fysiek geweld',
  } satisfies Record<Severity, string>,
  kinds: {
    incident: 'Melding',
    transgressive: 'Grensoverschrijdend gedrag',
    missing_person: 'Vermissing',
    calamity: 'Calamiteit',
    social_media: 'Agressie op sociale media',
  } satisfies Record<IncidentKind, string>,
  footer: {
    danger: 'Is er gevaar? Bel 112.',
    accessibility: 'Toegankelijkheid',
    paperCard: 'Papieren kaart',
  },
  paperCard: {
    title: 'De melding op papier',
    lead: 'Voor in de auto, aan de balie of als niets het doet. Print hem, en zet later in Rugdekking wat erop staat.',
    print: 'Print de kaart',
    enterLater: 'Zet een kaart in Rugdekking',
    heading: 'Er gebeurde iets. Schrijf het op.',
    danger: 'Ben je niet veilig, of is er iemand gewond? Bel eerst 112. Bel dan je leidinggevende.',
    story: 'In je eigen woorden',
    date: 'Datum',
    time: 'Tijd',
    atWork: 'Op het werk',
    place: 'Plek of adres',
    who: 'Naam of hoe de persoon eruitziet',
    emotionNoName: 'Was iemand alleen boos of verdrietig? Schrijf dan geen naam op.',
    names: 'Wie het overkwam of zag',
    sender: 'Jouw naam en telefoon',
    after: 'Geef deze kaart aan niemand anders dan wie hem in Rugdekking zet. Versnipper hem daarna.',
    number: 'Nummer van de melding',
    entered: 'Ingevuld in Rugdekking op',
  },
  previewKeepsNothing: 'Dit is een voorbeeld. We bewaren niets.',
  notFound: {
    title: 'Deze pagina is er niet',
    what: 'Hier is niets te vinden',
    why: 'Het adres klopt niet, of de pagina is niet voor jou.',
    home: 'Naar het begin',
  },
  notForYou: {
    administrator: 'Dit regelt de beheerder',
    coordinator: 'Dit doet de coördinator',
    what: 'Deze pagina is niet voor jou',
    why: 'Moet hier iets anders? Vraag het je collega.',
  },
  broken: {
    title: 'Deze pagina opent niet',
    what: 'Laad de pagina opnieuw. Meestal is er dan een nieuwe versie.',
  },
  accessibility: {
    title: 'Toegankelijkheid',
    lead: 'Iedereen moet hulp kunnen vragen en kunnen melden.',
    parts: [
      {
        title: 'Wat we beloven',
        paragraphs: [
          'Rugdekking volgt WCAG 2.2, niveau A en AA. Dat is de norm voor de overheid.',
          'Je kunt alles met het toetsenbord doen. Een schermlezer leest elke pagina voor.',
          'De tekst blijft leesbaar als je hem twee keer zo groot maakt.',
        ],
      },
      {
        title: 'Hoe we dat weten',
        paragraphs: [
          'Bij elke nieuwe versie controleert een programma alle schermen.',
          'Ook doorlopen we de hele melding met alleen het toetsenbord.',
          'Een programma vindt niet alles. Een onderzoek door mensen is er nog niet.',
        ],
      },
      {
        title: 'Lukt iets niet?',
        paragraphs: ['Vertel het de beheerder van je organisatie. Die zoekt met je naar een oplossing.'],
      },
    ],
  },
};
