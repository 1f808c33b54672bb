import type { Role } from './cast.ts';
import { demoId } from './demo-id.ts';
import type { Town, Townsperson } from './town.ts';

/** A second, small employer in the same installation: what is here, nobody in Wierdam can see, and the other way round. */
const person = (
  givenName: string,
  familyName: string,
  email: string,
  jobTitle: string,
  number: number,
  stepIn: Townsperson['stepIn'],
  roles: readonly Role[] = [],
): Townsperson => ({
  id: demoId(`person de-lijn ${email}`),
  givenName,
  familyName,
  email: `${email}@delijn-wierdam.example`,
  phone: `06 000 00 ${number}`,
  jobTitle,
  kind: 'employee',
  homeEmployerName: null,
  team: 'rijdienst',
  roles,
  stepIn,
});

const remise = {
  id: demoId('location de-lijn remise'),
  name: 'Remise Stationsweg',
  address: 'Stationsweg 8, Wierdam',
  rooms: { kantine: { id: demoId('room de-lijn kantine'), name: 'Kantine', kind: 'hall' } },
};

export const deLijn: Town = {
  employer: {
    id: demoId('de-lijn'),
    name: 'Vervoerbedrijf De Lijn',
    sector: 'transport',
    dutyNumber: '0591 555 200',
  },
  places: { remise },
  teams: {
    rijdienst: { id: demoId('team de-lijn rijdienst'), name: 'Rijdienst', location: 'remise', parent: null },
  },
  people: {
    ria: person(
      'Ria',
      'Kramer',
      'ria.kramer',
      'Teammanager rijdienst',
      301,
      {
        nl: 'Leidt de rijdienst. Pakt op wat haar chauffeurs melden.',
        en: 'Leads the drivers. Takes up what they report.',
      },
      ['manager', 'coordinator'],
    ),
    hassan: person('Hassan', 'Aydin', 'hassan.aydin', 'Buschauffeur', 302, {
      nl: 'Rijdt op lijn 4. Ziet de meldingen van de gemeente niet.',
      en: 'Drives line 4. Does not see the reports of the municipality.',
    }),
    joop: person('Joop', 'Meinders', 'joop.meinders', 'Buschauffeur', 303, {
      nl: 'Rijdt op lijn 2. Zijn melding van vorige maand is afgerond.',
      en: 'Drives line 2. His report of last month was closed.',
    }),
  },
  deputies: [],
  weeks: ['ria', 'hassan', 'joop'].map((who) => ({
    who,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    opens: '06:00',
    closes: '23:30',
  })),
  stories: [
    {
      code: 'de-lijn-fare',
      daysAgo: 6,
      at: '22:10',
      reportedAfter: 25,
      reporter: 'hassan',
      kind: 'incident',
      columns: ['verbal_aggression'],
      text: 'Een reiziger wilde niet betalen. Hij schold en sloeg op het scherm naast mij. Bij de halte stapte hij uit.',
      target: 'me',
      place: { kind: 'road', text: 'Lijn 4, halte Marktplein' },
      aggressor: { knowledge: 'described', text: 'Man van rond de 25, rode pet' },
      actions: ['addressed_behaviour', 'service_refused'],
      words: { place: ['own_vehicle'] },
      needs: ['call_me'],
      details: {
        form: 'verbal',
        cause: 'anger_about_policy',
        damage: false,
        chosenWords: { cause: ['own_ticket_check'] },
      },
      course: {
        state: 'in_follow_up',
        by: 'ria',
        afterMinutes: 12,
        contactAfterMinutes: 50,
        tasksDone: 3,
        response: {
          way: 'letter',
          afterHours: 40,
          summary: 'Brief via de politie: de reiziger mag een maand niet mee.',
        },
      },
    },
    {
      code: 'de-lijn-bottle',
      daysAgo: 34,
      at: '23:05',
      reportedAfter: 15,
      reporter: 'joop',
      kind: 'incident',
      columns: ['physical_violence'],
      text: 'Iemand gooide een fles tegen mijn ruit. Het glas brak. Ik riep de meldkamer op en ben doorgereden naar de remise.',
      target: 'me',
      place: { kind: 'road', text: 'Lijn 2, bij het viaduct' },
      aggressor: { knowledge: 'unknown' },
      actions: ['police_called', 'colleague_assisted'],
      words: { place: ['own_vehicle'], action: ['police_called', 'own_control_room'] },
      needs: ['somebody_with_me'],
      course: {
        state: 'closed',
        by: 'ria',
        afterMinutes: 4,
        contactAfterMinutes: 9,
        response: { way: 'letter', afterHours: 44, summary: 'Oproep aan getuigen in de wijk.' },
        closedAfterDays: 14,
        conclusion: 'De politie kent de dader niet. De late bus rijdt nu een andere weg.',
        discussed: { daysBeforeClosing: 2, attendees: ['ria', 'joop', 'hassan'] },
        wish: 'agrees',
      },
    },
  ],
  notes: [],
  words: [],
};
