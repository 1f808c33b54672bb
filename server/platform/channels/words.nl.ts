import type { LanguageWords } from './words.ts';

const open = 'Bekijk het dossier';

/** Dutch, level B1: short sentences, active, no names and no story. */
export const dutch: LanguageWords = {
  frame: {
    greeting: 'Hallo,',
    whyNoNames: 'In dit bericht staan met opzet geen namen. Na het inloggen lees je meer.',
    footer: 'Dit bericht komt van Rugdekking.',
  },
  templates: {
    'incident-reported': {
      subject: ({ by }) => (by ? `Nieuwe melding. Bel je collega uiterlijk ${by}` : 'Nieuwe melding voor jou'),
      lines: ({ by }) => [
        'Een collega heeft iets gemeld. Jij bent nu aan zet.',
        by ? `Spreek je collega uiterlijk ${by}.` : 'Kijk wat je collega nu nodig heeft.',
        'Kun je niet? Dan vragen we iemand anders.',
      ],
      button: 'Bekijk de melding',
    },
    'chain-escalated': {
      subject: ({ by }) => (by ? `Een melding wacht op jou, uiterlijk ${by}` : 'Een melding wacht op jou'),
      lines: ({ by }) => [
        'Er is een melding waar nog niemand contact over had.',
        by ? `Wil jij dit oppakken? Spreek je collega uiterlijk ${by}.` : 'Wil jij dit oppakken?',
      ],
      button: 'Pak het op',
    },
    'contact-due': {
      subject: ({ by }) => (by ? `Spreek je collega uiterlijk ${by}` : 'Spreek je collega vandaag nog'),
      lines: () => ['Je pakte een melding op.', 'We zien nog niet dat je je collega hebt gesproken. Lukt dat nu?'],
      button: 'Leg het gesprek vast',
    },
    'taken-up': {
      subject: () => 'Iemand heeft je melding opgepakt',
      lines: () => ['Je melding is gelezen. Iemand gaat ermee aan de slag en neemt contact met je op.'],
      button: 'Bekijk je melding',
    },
    'task-assigned': {
      subject: ({ by }) => (by ? `Je hebt een taak, uiterlijk ${by}` : 'Je hebt een nieuwe taak'),
      lines: ({ by }) => ['Bij een dossier is een taak voor jou.', ...(by ? [`Doe dit uiterlijk ${by}.`] : [])],
      button: 'Bekijk je taak',
    },
    'tasks-handed-over': {
      subject: ({ count = 1 }) =>
        count === 1 ? 'Een collega droeg een taak aan je over' : `Een collega droeg ${count} taken aan je over`,
      lines: ({ by }) => [by ? `De eerste moet uiterlijk ${by} af zijn.` : 'Je leest bij je werk wat je kunt doen.'],
      button: 'Bekijk je werk',
    },
    'dossiers-handed-over': {
      subject: ({ count = 1 }) =>
        count === 1 ? 'Een collega droeg een dossier aan je over' : `Een collega droeg ${count} dossiers aan je over`,
      lines: () => ['Jij hebt dit nu. Kijk wat je collega’s van je nodig hebben.'],
      button: 'Bekijk wat je hebt',
    },
    'handed-over-taken-back': {
      subject: ({ count = 1 }) =>
        count === 1 ? 'Een collega nam werk van je terug' : `Een collega nam ${count} dingen van je terug`,
      lines: () => ['Dit was net aan je overgedragen. Je hoeft er niets meer mee te doen.'],
      button: 'Bekijk je werk',
    },
    'tasks-due': {
      subject: ({ count = 1 }) =>
        count === 1 ? 'Je hebt een taak die bijna af moet' : `Je hebt ${count} taken die bijna af moeten`,
      lines: ({ by }) => [by ? `De eerste moet uiterlijk ${by} af zijn.` : 'Kijk welke taak als eerste moet.'],
      button: 'Bekijk je werk',
    },
    'task-overdue': {
      subject: () => 'Een taak is te laat',
      lines: () => ['Bij een dossier is een taak te laat.', 'Lukt het niet? Geef de taak dan aan iemand anders.'],
      button: open,
    },
    'response-due': {
      subject: ({ by }) => (by ? `Stuur een reactie, uiterlijk ${by}` : 'Stuur een reactie'),
      lines: ({ by }) => [
        'Je organisatie laat de ander weten wat er gebeurt.',
        by ? `Dat moet uiterlijk ${by}.` : 'Dat moet snel.',
      ],
      button: open,
    },
    'response-overdue': {
      subject: () => 'De reactie is te laat',
      lines: () => ['De tijd voor een reactie is voorbij.', 'Stuur de reactie nu. Of vraag de coördinator om uitstel.'],
      button: open,
    },
    'review-due': {
      subject: () => 'Kijk opnieuw naar een uitgestelde reactie',
      lines: () => ['De reactie is uitgesteld tot vandaag.', 'Beslis of de reactie nu kan.'],
      button: open,
    },
    'step-for-reporter': {
      subject: () => 'Er is nieuws over je melding',
      lines: () => ['Er is een stap gezet. Je leest in gewone woorden welke.'],
      button: 'Lees wat er is gebeurd',
    },
    'own-people-concerned': {
      subject: () => 'Een melding gaat ook over jouw team',
      lines: () => [
        'Een collega heeft iets gemeld. Het gaat ook over iemand van jouw team.',
        'Een andere leidinggevende pakt dit op.',
      ],
      button: 'Bekijk de melding',
    },
    'account-asked': {
      subject: ({ by }) => (by ? `Wil je uiterlijk ${by} iets vertellen?` : 'Wil je iets vertellen?'),
      lines: () => [
        'Je was ergens bij. We horen graag wat jij zag.',
        'Vertel het in je eigen woorden. Meedoen hoeft niet.',
      ],
      button: 'Vertel wat je zag',
    },
    'account-given': {
      subject: () => 'Een collega heeft iets verteld',
      lines: () => ['Bij een dossier staat nu het verhaal van een collega.'],
      button: open,
    },
    'summary-asked': {
      subject: () => 'Lees je mee met een tekst voor het team?',
      lines: () => ['Er staat een korte tekst klaar voor het team, zonder namen.', 'Jij zegt of die zo goed is.'],
      button: 'Lees de tekst',
    },
    'summary-answered': {
      subject: () => 'Iemand heeft je tekst voor het team gelezen',
      lines: () => ['Je leest in het dossier wat je collega ervan vindt.'],
      button: open,
    },
    'approach-review': {
      subject: () => 'Een afspraak voor het volgende contact loopt af',
      lines: ({ by }) => [
        by ? `De afspraak houdt vanzelf op, ${by}.` : 'De afspraak houdt binnenkort vanzelf op.',
        'Is ze nog nodig? Leg haar dan opnieuw vast.',
      ],
      button: open,
    },
    'addendum-added': {
      subject: () => 'Er is iets toegevoegd aan een dossier',
      lines: () => ['Een collega heeft iets toegevoegd.'],
      button: open,
    },
    'report-withdrawn': {
      subject: () => 'Een collega trok een melding in',
      lines: () => ['Spreek met je collega over de reden. Beslis daarna samen hoe het verder gaat.'],
      button: open,
    },
    'incident-corrected': {
      subject: () => 'Een melding is rechtgezet',
      lines: () => ['Dit was toch geen melding. We hebben het rechtgezet.'],
      button: open,
    },
    'anonymous-message': {
      subject: () => 'Iemand zonder naam heeft je iets verteld',
      lines: () => ['Er is een nieuw bericht in een anoniem gesprek.', 'De ander wacht op je antwoord.'],
      button: 'Lees het bericht',
    },
    'dossier-closed': {
      subject: () => 'Een dossier is gesloten',
      lines: () => ['Het dossier is klaar. Je leest wat er is besloten.', 'Klopt er iets niet? Dan kan het weer open.'],
      button: open,
    },
    'dossier-reopened': {
      subject: () => 'Een dossier is weer open',
      lines: () => ['We gaan verder met een dossier. Je leest waarom.'],
      button: open,
    },
    'export-ready': {
      subject: () => 'Je bestand met meldingen staat klaar',
      lines: () => ['Je kunt het een dag lang ophalen. Daarna verdwijnt het.'],
      button: 'Haal je bestand op',
    },
    'draft-expiring': {
      subject: ({ by }) => (by ? `Je begon iets te melden. Je concept verdwijnt ${by}` : 'Je begon iets te melden'),
      lines: () => ['Je concept staat al even klaar.', 'Maak je melding af, of gooi het concept weg.'],
      button: 'Ga verder met je melding',
    },
    'pattern-found': {
      subject: () => 'Er is een patroon in de notities',
      lines: () => ['Collega’s noteerden vaker iets dat op elkaar lijkt.', 'Jij beslist wat je ermee doet.'],
      button: 'Bekijk het patroon',
    },
    'pattern-question': {
      subject: () => 'De coördinator vraagt iets over je notitie',
      lines: () => [
        'Je noteerde iets. Collega’s noteerden iets dat erop lijkt.',
        'Wil je vertellen wie het was? Dat hoeft niet.',
      ],
      button: 'Lees de vraag',
    },
    'pattern-answered': {
      subject: () => 'Een collega antwoordde op je vraag',
      lines: () => ['Bij een patroon staat een antwoord voor jou.'],
      button: 'Lees het antwoord',
    },
    invitation: {
      subject: () => 'Je kunt nu inloggen bij Rugdekking',
      lines: ({ by }) => [
        'Je organisatie werkt met Rugdekking. Daarmee meld je wat je op je werk overkomt.',
        ...(by ? [`Deze link werkt tot ${by}.`] : []),
      ],
      button: 'Maak je account',
    },
    'guest-link': {
      subject: () => 'Je persoonlijke link',
      lines: ({ by }) => [
        'Iemand nodigt je uit om te vertellen wat je meemaakte, en om te volgen wat ermee gebeurt.',
        'Je hebt geen account nodig. Je opent de link en krijgt een code.',
        ...(by ? [`De link werkt tot ${by}.`] : []),
        'De link is alleen voor jou. Stuur deze mail niet door.',
      ],
      button: 'Open je persoonlijke link',
    },
    'guest-code': {
      subject: ({ code = '' }) => `Je code is ${code}. Geef de code aan niemand`,
      lines: ({ code = '' }) => [`Je code is ${code}.`],
    },
    'sign-in-link': {
      subject: () => 'Kies een nieuw wachtwoord',
      lines: ({ by }) => [
        'Je vroeg om een nieuw wachtwoord.',
        ...(by ? [`Deze link werkt tot ${by}.`] : []),
        'Vroeg je dit niet? Dan hoef je niets te doen.',
      ],
      button: 'Kies een wachtwoord',
    },
    'sign-in-code': {
      subject: () => 'Je code om in te loggen',
      lines: ({ code = '', by }) => [
        `Je code is ${code}.`,
        ...(by ? [`De code werkt tot ${by}.`] : []),
        'Geef deze code aan niemand. Wij vragen er nooit om.',
      ],
    },
    'sign-in-changed': {
      subject: () => 'Je manier van inloggen is veranderd',
      lines: () => ['Iemand heeft veranderd hoe je inlogt. Was jij dit niet? Bel dan meteen je beheerder.'],
      button: 'Bekijk hoe je inlogt',
    },
    'sessions-ended': {
      subject: () => 'Je bent overal uitgelogd',
      lines: () => ['We hebben je op al je apparaten uitgelogd. Log opnieuw in om verder te gaan.'],
      button: 'Log in',
    },
    'account-reset': {
      subject: () => 'Je kiest opnieuw hoe je inlogt',
      lines: () => [
        'Je beheerder heeft weggehaald hoe je inlogde. Je krijgt een mail met een uitnodiging.',
        'Vroeg je hier niet om? Bel dan meteen je coördinator.',
      ],
    },
    'invitation-handed-over': {
      subject: () => 'Je beheerder maakte een inloglink voor jou',
      lines: () => [
        'Wie deze link heeft, kan inloggen als jij. Kreeg je de link niet zelf? Bel dan meteen je coördinator.',
      ],
    },
    'access-changed': {
      subject: () => 'Een beheerder heeft een account opnieuw geopend',
      lines: () => ['Er is een account gereset, of er is een inloglink gemaakt.', 'Kijk bij Toegang of dit klopt.'],
      button: 'Bekijk de toegang',
    },
    'access-changed-elsewhere': {
      subject: () => 'Een beheerder heeft een account opnieuw geopend',
      lines: () => ['Er is een account gereset, of er is een inloglink gemaakt.', 'Vraag je beheerder of dit klopt.'],
    },
  },
};
