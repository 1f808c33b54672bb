import type { BilingualWords, Language, Sector, SectorWord } from '../../contract/organisation.ts';

/** How a sector speaks. An organisation may choose other words for itself. */
export interface SectorPack {
  readonly nl: { readonly name: string; readonly words: Record<SectorWord, string> };
  readonly en: { readonly name: string; readonly words: Record<SectorWord, string> };
}

const sharedDutch = { coordinator: 'agressiecoördinator', houseRules: 'huisregels', manager: 'leidinggevende' };
const sharedEnglish = { coordinator: 'aggression coordinator', houseRules: 'house rules', manager: 'manager' };

export const sectorPacks: Record<Sector, SectorPack> = {
  municipality: {
    nl: {
      name: 'Gemeente',
      words: {
        ...sharedDutch,
        counter: 'balie',
        aggressor: 'inwoner',
        aggressors: 'inwoners',
        guest: 'gastmedewerker',
        site: 'locatie',
      },
    },
    en: {
      name: 'Municipality',
      words: {
        ...sharedEnglish,
        counter: 'counter',
        aggressor: 'resident',
        aggressors: 'residents',
        guest: 'guest worker',
        site: 'location',
      },
    },
  },
  transport: {
    nl: {
      name: 'Openbaar vervoer',
      words: {
        ...sharedDutch,
        counter: 'servicebalie',
        aggressor: 'reiziger',
        aggressors: 'reizigers',
        guest: 'ingehuurde collega',
        houseRules: 'reisregels',
        manager: 'teammanager',
        site: 'station of lijn',
      },
    },
    en: {
      name: 'Public transport',
      words: {
        ...sharedEnglish,
        counter: 'service desk',
        aggressor: 'passenger',
        aggressors: 'passengers',
        guest: 'hired colleague',
        houseRules: 'travel rules',
        manager: 'team manager',
        site: 'station or line',
      },
    },
  },
  education: {
    nl: {
      name: 'Onderwijs',
      words: {
        ...sharedDutch,
        counter: 'receptie',
        aggressor: 'leerling of ouder',
        aggressors: 'leerlingen en ouders',
        guest: 'gastdocent',
        houseRules: 'schoolregels',
        site: 'school',
      },
    },
    en: {
      name: 'Education',
      words: {
        ...sharedEnglish,
        counter: 'reception',
        aggressor: 'pupil or parent',
        aggressors: 'pupils and parents',
        guest: 'visiting teacher',
        houseRules: 'school rules',
        site: 'school',
      },
    },
  },
  care: {
    nl: {
      name: 'Zorg en welzijn',
      words: {
        ...sharedDutch,
        counter: 'receptie',
        aggressor: 'cliënt of naaste',
        aggressors: 'cliënten en naasten',
        guest: 'ingehuurde collega',
        site: 'locatie',
      },
    },
    en: {
      name: 'Care and welfare',
      words: {
        ...sharedEnglish,
        counter: 'reception',
        aggressor: 'client or relative',
        aggressors: 'clients and relatives',
        guest: 'hired colleague',
        site: 'location',
      },
    },
  },
  youth: {
    nl: {
      name: 'Jeugdzorg',
      words: {
        ...sharedDutch,
        counter: 'receptie',
        aggressor: 'jongere of ouder',
        aggressors: 'jongeren en ouders',
        guest: 'ingehuurde collega',
        houseRules: 'leefregels',
        manager: 'teamleider',
        site: 'locatie of groep',
      },
    },
    en: {
      name: 'Youth care',
      words: {
        ...sharedEnglish,
        counter: 'reception',
        aggressor: 'young person or parent',
        aggressors: 'young people and parents',
        guest: 'hired colleague',
        houseRules: 'house rules of the group',
        manager: 'team leader',
        site: 'location or group',
      },
    },
  },
  benefits: {
    nl: {
      name: 'Werk en inkomen',
      words: {
        ...sharedDutch,
        counter: 'balie',
        aggressor: 'klant',
        aggressors: 'klanten',
        guest: 'collega van een andere organisatie',
        site: 'kantoor',
      },
    },
    en: {
      name: 'Work and income',
      words: {
        ...sharedEnglish,
        counter: 'counter',
        aggressor: 'client',
        aggressors: 'clients',
        guest: 'colleague of another organisation',
        site: 'office',
      },
    },
  },
};

/** What an organisation chose for itself; every other word is that of its sector. */
export type OwnWords = Record<Language, Partial<Record<SectorWord, string>>>;

export function wordsOf(sector: Sector, own: Partial<OwnWords>): BilingualWords {
  const pack = sectorPacks[sector];
  return { nl: { ...pack.nl.words, ...own.nl }, en: { ...pack.en.words, ...own.en } };
}
