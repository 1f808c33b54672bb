import { demoId } from './demo-id.ts';
import type { Townsperson } from './town.ts';

/**
 * Gemeente Wierdam, the fictional municipality of the demonstration, the tests and the pictures.
 * Nobody here exists. E-mail addresses end in .example and reach nobody.
 */
export const employer = {
  id: demoId('wierdam'),
  name: 'Gemeente Wierdam',
  sector: 'municipality',
  dutyNumber: '0591 555 100',
} as const;

export interface Location {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly rooms: Readonly<Record<string, Room>>;
}
export interface Room {
  readonly id: string;
  readonly name: string;
  readonly kind: 'desk' | 'interview_room' | 'hall' | 'office';
}

const room = (place: string, name: string, kind: Room['kind']): Room => ({
  id: demoId(`room ${place} ${name}`),
  name,
  kind,
});

export const locations = {
  stadskantoor: {
    id: demoId('location stadskantoor'),
    name: 'Stadskantoor',
    address: 'Marktplein 1, Wierdam',
    rooms: {
      balie1: room('stadskantoor', 'Balie 1', 'desk'),
      balie2: room('stadskantoor', 'Balie 2', 'desk'),
      balie3: room('stadskantoor', 'Balie 3', 'desk'),
      balie4: room('stadskantoor', 'Balie 4', 'desk'),
      spreekkamer1: room('stadskantoor', 'Spreekkamer 1', 'interview_room'),
      spreekkamer2: room('stadskantoor', 'Spreekkamer 2', 'interview_room'),
      spreekkamer3: room('stadskantoor', 'Spreekkamer 3', 'interview_room'),
      hal: room('stadskantoor', 'Hal', 'hall'),
    },
  },
  wijkcentrum: {
    id: demoId('location wijkcentrum'),
    name: 'Wijkcentrum Noord',
    address: 'Eikenlaan 40, Wierdam',
    rooms: {
      balie: room('wijkcentrum', 'Balie', 'desk'),
      spreekkamer: room('wijkcentrum', 'Spreekkamer', 'interview_room'),
      hal: room('wijkcentrum', 'Hal', 'hall'),
    },
  },
  gemeentehuis: {
    id: demoId('location gemeentehuis'),
    name: 'Gemeentehuis',
    address: 'Raadhuisstraat 2, Wierdam',
    rooms: {
      raadzaal: room('gemeentehuis', 'Raadzaal', 'hall'),
      receptie: room('gemeentehuis', 'Receptie', 'desk'),
    },
  },
  milieustraat: {
    id: demoId('location milieustraat'),
    name: 'Milieustraat',
    address: 'Industrieweg 12, Wierdam',
    rooms: { poort: room('milieustraat', 'Poort', 'desk'), terrein: room('milieustraat', 'Terrein', 'hall') },
  },
} as const satisfies Record<string, Location>;

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly location: keyof typeof locations;
  readonly parent: string | null;
}

const team = (name: string, location: keyof typeof locations, parent: string | null = 'Directie'): Team => ({
  id: demoId(`team ${name}`),
  name,
  location,
  parent: parent === null ? null : demoId(`team ${parent}`),
});

/** A team above others comes first: the others refer to it. */
export const teams = {
  directie: team('Directie', 'gemeentehuis', null),
  publiekszaken: team('Publiekszaken', 'stadskantoor'),
  wijkteamNoord: team('Wijkteam Noord', 'wijkcentrum'),
  werkEnInkomen: team('Werk en Inkomen', 'stadskantoor'),
  handhaving: team('Handhaving', 'gemeentehuis'),
  beheer: team('Afval en Beheer', 'milieustraat'),
  bedrijfsvoering: team('Bedrijfsvoering', 'gemeentehuis'),
  griffie: team('Griffie en Raad', 'gemeentehuis', null),
} as const satisfies Record<string, Team>;

export type TeamKey = keyof typeof teams;

export type Role =
  | 'manager'
  | 'coordinator'
  | 'reception'
  | 'prevention_worker'
  | 'peer_supporter'
  | 'confidential_adviser'
  | 'leadership'
  | 'administrator'
  | 'privacy_officer'
  | 'griffier'
  | 'mayor';

export interface CastMember extends Townsperson {
  readonly team: TeamKey;
}

let phoneNumber = 100;
const person = (
  givenName: string,
  familyName: string,
  jobTitle: string,
  team: TeamKey,
  more: Partial<Pick<CastMember, 'kind' | 'homeEmployerName' | 'roles' | 'stepIn'>> = {},
): CastMember => {
  const plain = `${givenName}.${familyName}`
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ /g, '');
  phoneNumber += 1;
  return {
    id: demoId(`person ${plain}`),
    givenName,
    familyName,
    email: `${plain}@wierdam.example`,
    // 06 000 is not given out: nobody is called by accident.
    phone: `06 000 00 ${phoneNumber}`,
    jobTitle,
    kind: 'employee',
    homeEmployerName: null,
    team,
    roles: [],
    stepIn: null,
    ...more,
  };
};

export const cast = {
  fatima: person('Fatima', 'El Amrani', 'Medewerker balie', 'publiekszaken', {
    stepIn: {
      nl: 'Werkt aan de balie. Doe een melding en zie elke stap van de opvolging.',
      en: 'Works at the counter. Make a report and see every step of the follow-up.',
    },
  }),
  daan: person('Daan', 'Smit', 'Maatschappelijk werker', 'wijkteamNoord', {
    stepIn: {
      nl: 'Gaat op huisbezoek. Meldt op zijn telefoon, ook als een kind weg is.',
      en: 'Goes on home visits. Reports on his phone, also when a child is missing.',
    },
  }),
  henk: person('Henk', 'de Boer', 'Teammanager Publiekszaken', 'publiekszaken', {
    roles: ['manager'],
    stepIn: {
      nl: 'Teammanager van Fatima. Pakt meldingen op en zorgt dat alles gebeurt.',
      en: 'Manager of Fatima. Takes up reports and sees to it that all is done.',
    },
  }),
  marijke: person('Marijke', 'Visser', 'Senior medewerker Publiekszaken', 'publiekszaken', {
    stepIn: {
      nl: 'Vervangt Henk. Krijgt de oproep als hij niet reageert.',
      en: 'Deputy of Henk. Is called when he does not answer.',
    },
  }),
  yusuf: person('Yusuf', 'Kaya', 'Coördinator agressie en geweld', 'bedrijfsvoering', {
    roles: ['coordinator'],
    stepIn: {
      nl: 'Coördinator. Ziet alle meldingen van de gemeente.',
      en: 'Coordinator. Sees all reports of the municipality.',
    },
  }),
  priya: person('Priya', 'Ramdin', 'Receptionist', 'bedrijfsvoering', {
    roles: ['reception'],
    stepIn: {
      nl: 'Receptie. Krijgt taken, zoals camerabeelden bewaren.',
      en: 'Reception. Gets tasks, such as keeping camera footage.',
    },
  }),
  joke: person('Joke', 'Meijer', 'Preventiemedewerker', 'bedrijfsvoering', {
    roles: ['prevention_worker'],
    stepIn: {
      nl: 'Preventiemedewerker. Helpt teams veilig te werken.',
      en: 'Prevention worker. Helps teams to work safely.',
    },
  }),
  tom: person('Tom', 'Willems', 'Collegiale opvang', 'werkEnInkomen', {
    roles: ['peer_supporter'],
    stepIn: {
      nl: 'Collegiale opvang. Vangt collega’s op na een incident.',
      en: 'Peer supporter. Looks after colleagues after an incident.',
    },
  }),
  karin: person('Karin', 'Vermeulen', 'Gemeentesecretaris', 'directie', {
    roles: ['leadership', 'manager'],
    stepIn: {
      nl: 'Gemeentesecretaris. Leidinggevende van de managers.',
      en: 'Municipal secretary. Manager of the managers.',
    },
  }),
  bas: person('Bas', 'Hoekstra', 'Functioneel beheerder', 'bedrijfsvoering', {
    roles: ['administrator'],
    stepIn: {
      nl: 'Beheerder. Regelt mensen en rollen, ziet geen dossiers.',
      en: 'Administrator. Manages people and roles, sees no dossiers.',
    },
  }),
  noor: person('Noor', 'de Wit', 'Functionaris gegevensbescherming', 'bedrijfsvoering', {
    roles: ['privacy_officer'],
    stepIn: { nl: 'Privacy. Ziet de logboeken, niet de verhalen.', en: 'Privacy. Sees the logs, not the stories.' },
  }),
  sanne: person('Sanne', 'Jansen', 'Medewerker balie', 'publiekszaken'),
  els: person('Els', 'Bakker', 'Teammanager Wijkteam Noord', 'wijkteamNoord', { roles: ['manager'] }),
  ruud: person('Ruud', 'Postma', 'Vertrouwenspersoon', 'bedrijfsvoering', { roles: ['confidential_adviser'] }),
  lotte: person('Lotte', 'van Dijk', 'Raadslid', 'griffie', { kind: 'office_holder' }),
  pieter: person('Pieter', 'Kok', 'Griffier', 'griffie', { roles: ['griffier'] }),
  anke: person('Anke', 'de Groot', 'Burgemeester', 'griffie', { kind: 'office_holder', roles: ['mayor'] }),
  sami: person('Sami', 'Öztürk', 'Adviseur UWV', 'publiekszaken', { kind: 'guest', homeEmployerName: 'UWV' }),
  mila: person('Mila', 'de Vries', 'Medewerker balie', 'publiekszaken'),
  joris: person('Joris', 'Brouwer', 'Medewerker balie', 'publiekszaken'),
  aylin: person('Aylin', 'Demir', 'Klantmanager', 'werkEnInkomen'),
  robert: person('Robert', 'van den Berg', 'Klantmanager', 'werkEnInkomen'),
  ines: person('Inês', 'Fernandes', 'Inkomensconsulent', 'werkEnInkomen'),
  willem: person('Willem', 'Dekker', 'Teammanager Werk en Inkomen', 'werkEnInkomen', { roles: ['manager'] }),
  noa: person('Noa', 'Peters', 'Jeugdconsulent', 'wijkteamNoord'),
  thijs: person('Thijs', 'Mulder', 'Wijkverpleegkundige', 'wijkteamNoord'),
  samira: person('Samira', 'Bouzidi', 'Maatschappelijk werker', 'wijkteamNoord'),
  gerrit: person('Gerrit', 'Hofman', 'Boa', 'handhaving'),
  chantal: person('Chantal', 'Kuipers', 'Boa', 'handhaving'),
  dennis: person('Dennis', 'Scholten', 'Parkeercontroleur', 'handhaving'),
  petra: person('Petra', 'van Leeuwen', 'Teammanager Handhaving', 'handhaving', { roles: ['manager'] }),
  kees: person('Kees', 'Vos', 'Medewerker milieustraat', 'beheer'),
  ali: person('Ali', 'Yildiz', 'Medewerker milieustraat', 'beheer'),
  monique: person('Monique', 'Jacobs', 'Teammanager Afval en Beheer', 'beheer', { roles: ['manager'] }),
  frank: person('Frank', 'Timmermans', 'Teammanager Bedrijfsvoering', 'bedrijfsvoering', { roles: ['manager'] }),
} as const satisfies Record<string, CastMember>;

export type CastKey = keyof typeof cast;

/** Who stands in for whom, all year round. */
export const deputies: readonly { readonly absent: CastKey; readonly deputy: CastKey }[] = [
  { absent: 'henk', deputy: 'marijke' },
  { absent: 'els', deputy: 'samira' },
  { absent: 'willem', deputy: 'robert' },
  { absent: 'yusuf', deputy: 'frank' },
];
