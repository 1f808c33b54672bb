import type { ExportColumn, IncidentKind, IncidentState, PlaceKind, Severity } from '../../contract/incident.ts';

export type ExportLanguage = 'nl' | 'en';

interface ExportWords {
  readonly sheet: string;
  readonly about: string;
  readonly fileName: string;
  readonly headers: Readonly<Record<ExportColumn, string>>;
  readonly kinds: Readonly<Record<IncidentKind, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly states: Readonly<Record<IncidentState, string>>;
  readonly places: Readonly<Record<PlaceKind, string>>;
  readonly aboutLines: (made: { readonly at: string; readonly names: boolean }) => readonly string[];
}

/** What stands in a file that leaves the program: the same words as on the screen. */
export const exportWords: Readonly<Record<ExportLanguage, ExportWords>> = {
  nl: {
    sheet: 'Meldingen',
    about: 'Over dit bestand',
    fileName: 'meldingen-vertrouwelijk',
    headers: {
      number: 'Nummer',
      reportedAt: 'Gemeld op',
      occurredAt: 'Gebeurd op',
      kind: 'Soort',
      severity: 'Ernst',
      state: 'Stand',
      team: 'Team',
      place: 'Waar',
      location: 'Locatie',
      takenUpAt: 'Opgepakt op',
      contactAt: 'Contact gehad op',
      responseDueAt: 'Reactie uiterlijk',
      responseSentAt: 'Reactie verstuurd op',
      closedAt: 'Afgesloten op',
      openTasks: 'Open taken',
      holder: 'Wie pakt het op',
      reporter: 'Wie meldde het',
      victims: 'Wie het overkwam',
      aggressor: 'Veroorzaker',
    },
    kinds: {
      incident: 'Agressie',
      missing_person: 'Vermissing',
      calamity: 'Calamiteit',
      transgressive: 'Ongewenst gedrag',
      social_media: 'Online bericht',
    },
    severities: {
      none: 'Geen agressie',
      emotion: 'Boosheid of verdriet',
      verbal: 'Schelden of kleineren',
      threat: 'Dreigen of intimideren',
      violence: 'Fysiek geweld',
    },
    states: {
      reported: 'Gemeld',
      taken_up: 'Opgepakt',
      in_follow_up: 'In opvolging',
      closed: 'Afgesloten',
      corrected: 'Rechtgezet',
    },
    places: {
      location: 'Op locatie',
      road: 'Onderweg',
      home_visit: 'Op huisbezoek',
      phone: 'Aan de telefoon',
      online: 'Online',
      letter: 'In een brief',
      private_life: 'Privé',
      unknown: 'Onbekend',
    },
    aboutLines: ({ at, names }) => [
      'Vertrouwelijk',
      'Dit bestand komt uit Rugdekking. Deel het alleen met wie het voor het werk nodig heeft.',
      ...(names ? ['Er staan namen in. Bewaar het op een veilige plek.'] : []),
      'Gooi het weg zodra je het niet meer nodig hebt.',
      `Gemaakt op ${at}. Er is vastgelegd wie dit bestand maakte.`,
    ],
  },
  en: {
    sheet: 'Reports',
    about: 'About this file',
    fileName: 'reports-confidential',
    headers: {
      number: 'Number',
      reportedAt: 'Reported at',
      occurredAt: 'Happened at',
      kind: 'Kind',
      severity: 'Severity',
      state: 'State',
      team: 'Team',
      place: 'Where',
      location: 'Location',
      takenUpAt: 'Taken up at',
      contactAt: 'Contact at',
      responseDueAt: 'Response due',
      responseSentAt: 'Response sent at',
      closedAt: 'Closed at',
      openTasks: 'Open tasks',
      holder: 'Who has it',
      reporter: 'Who reported it',
      victims: 'To whom it happened',
      aggressor: 'Who did it',
    },
    kinds: {
      incident: 'Aggression',
      missing_person: 'Missing person',
      calamity: 'Calamity',
      transgressive: 'Unwanted behaviour',
      social_media: 'Online message',
    },
    severities: {
      none: 'No aggression',
      emotion: 'Anger or grief',
      verbal: 'Swearing or belittling',
      threat: 'Threatening or intimidating',
      violence: 'Physical violence',
    },
    states: {
      reported: 'Reported',
      taken_up: 'Taken up',
      in_follow_up: 'In follow-up',
      closed: 'Closed',
      corrected: 'Set right',
    },
    places: {
      location: 'At a location',
      road: 'On the road',
      home_visit: 'On a home visit',
      phone: 'On the phone',
      online: 'Online',
      letter: 'In a letter',
      private_life: 'In private life',
      unknown: 'Unknown',
    },
    aboutLines: ({ at, names }) => [
      'Confidential',
      'This file comes from Rugdekking. Share it only with who needs it for their work.',
      ...(names ? ['It holds names. Keep it in a safe place.'] : []),
      'Throw it away as soon as you no longer need it.',
      `Made on ${at}. It is on record who made this file.`,
    ],
  },
};
