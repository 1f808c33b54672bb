import type { PlaybookContent } from '../../../contract/protocol.ts';
import {
  adapted,
  agreeMeasureTask,
  careTalkTask,
  contactTask,
  damageTask,
  evidenceTask,
  explained,
  firstCareTask,
  footageTask,
  hearOtherSideTask,
  labourInspectorateTask,
  leadershipTask,
  placeTask,
  policeTask,
  responseTask,
  safeWayHomeTask,
  teamMeetingTask,
  warnColleaguesTask,
} from './tasks.ts';

/** Playbooks for the columns of the norm matrix, from mild to severe. */

export const emotionPersistent: PlaybookContent = {
  code: 'emotion_persistent',
  title: { nl: 'Emotie die aanhoudt', en: 'Emotion that persists' },
  summary: {
    nl: 'Boos zijn mag. Blijft het komen, dan helpt een ander gesprek vaak meer dan een straf.',
    en: 'People may be angry. When it keeps coming, another talk often helps more than a penalty.',
  },
  contact: { kind: 'working_days', days: 1 },
  response: true,
  tasks: [
    adapted(contactTask, { deadline: { kind: 'working_days', days: 1 } }),
    {
      code: 'cause',
      title: { nl: 'Zoek wat eronder zit', en: 'Find out what is behind it' },
      explanation: {
        nl: 'Waar loopt deze persoon op vast? Kijk naar onze brieven, wachttijden en regels. Kunnen wij iets beter doen?',
        en: 'What is this person stuck on? Look at our letters, waiting times and rules. Can we do something better?',
      },
      owner: 'lead',
      deadline: { kind: 'working_days', days: 5 },
      records: [
        {
          name: 'cause',
          kind: 'longText',
          label: { nl: 'Wat zit eronder?', en: 'What is behind it?' },
          optional: false,
        },
      ],
      needs: ['narrative'],
      onlyWhen: [],
      reporterWords: {
        ahead: { nl: '{who} zoekt uit wat eronder zit.', en: '{who} will find out what is behind it.' },
        done: { nl: '{who} weet nu wat eronder zit.', en: '{who} now knows what is behind it.' },
      },
    },
    {
      code: 'one_contact',
      title: { nl: 'Spreek af wie met deze persoon praat', en: 'Agree who talks with this person' },
      explanation: {
        nl: 'Eén vast gezicht geeft rust. Kies samen wie dat is en hoe lang. Vertel het ook aan de persoon zelf.',
        en: 'One familiar face brings calm. Choose together who that is and for how long. Tell the person too.',
      },
      owner: 'lead',
      deadline: { kind: 'working_days', days: 5 },
      records: [
        {
          name: 'agreed',
          kind: 'text',
          label: { nl: 'Wat spreken jullie af?', en: 'What do you agree?' },
          optional: false,
        },
      ],
      needs: ['narrative', 'aggressor'],
      onlyWhen: ['aggressor_known'],
      reporterWords: {
        ahead: {
          nl: 'Jullie kiezen samen wie met deze persoon praat.',
          en: 'You choose together who talks with this person.',
        },
        done: { nl: 'Het is duidelijk wie met deze persoon praat.', en: 'It is clear who talks with this person.' },
      },
    },
    adapted(responseTask, {
      title: { nl: 'Laat de ander weten wat we doen', en: 'Let the other know what we do' },
      explanation: {
        nl: 'Een kort bericht of gesprek is genoeg. Zeg dat je het hebt gehoord en wat er nu gebeurt. Het is geen straf.',
        en: 'A short message or talk is enough. Say that you heard them and what happens now. It is not a penalty.',
      },
    }),
    teamMeetingTask,
  ],
};

export const verbal: PlaybookContent = {
  code: 'verbal',
  title: { nl: 'Schelden, beledigen of treiteren', en: 'Shouting, insults or bullying' },
  summary: {
    nl: 'Kritiek mag, persoonlijk worden niet. Je collega hoort snel iets van je, en de ander ook.',
    en: 'Criticism is fine, getting personal is not. Your colleague hears from you soon, and so does the other person.',
  },
  contact: { kind: 'working_days', days: 1 },
  response: true,
  tasks: [
    adapted(contactTask, { deadline: { kind: 'working_days', days: 1 } }),
    adapted(safeWayHomeTask, { onlyWhen: ['way_home_asked', 'unsafe', 'injured'] }),
    adapted(firstCareTask, { owner: 'lead', onlyWhen: ['unsafe', 'discriminatory', 'sexual'] }),
    adapted(evidenceTask, { deadline: { kind: 'working_days', days: 1 } }),
    adapted(warnColleaguesTask, { deadline: { kind: 'working_days', days: 1 } }),
    agreeMeasureTask,
    adapted(hearOtherSideTask, { deadline: { kind: 'hours', hours: 48, from: 'incident' } }),
    responseTask,
    adapted(policeTask, { onlyWhen: ['discriminatory', 'sexual', 'office_holder'] }),
    teamMeetingTask,
  ],
};

export const threat: PlaybookContent = {
  code: 'threat',
  title: { nl: 'Bedreiging of intimidatie', en: 'Threat or intimidation' },
  summary: {
    nl: 'Bel je collega binnen een uur, ook ’s avonds. Zorg eerst voor veiligheid, daarna voor de reactie.',
    en: 'Call your colleague within the hour, in the evening too. Safety comes first, the response after that.',
  },
  contact: { kind: 'minutes', minutes: 60 },
  response: true,
  tasks: [
    contactTask,
    safeWayHomeTask,
    footageTask,
    evidenceTask,
    warnColleaguesTask,
    firstCareTask,
    policeTask,
    agreeMeasureTask,
    hearOtherSideTask,
    responseTask,
    careTalkTask,
    labourInspectorateTask,
    teamMeetingTask,
    placeTask,
  ],
};

export const physicalViolence: PlaybookContent = {
  code: 'physical_violence',
  title: { nl: 'Geweld', en: 'Violence' },
  summary: {
    nl: 'Eigen veiligheid gaat voor alles. Regel een dokter als dat nodig is en laat je collega niet alleen.',
    en: 'Safety comes before everything. Get a doctor if needed and do not leave your colleague alone.',
  },
  contact: { kind: 'minutes', minutes: 60 },
  response: true,
  tasks: [
    explained(contactTask, {
      nl: 'Ga erheen als dat kan, anders bel je. Vraag of er een dokter nodig is. Laat je collega niet alleen.',
      en: 'Go there if you can, otherwise call. Ask whether a doctor is needed. Do not leave your colleague alone.',
    }),
    {
      code: 'doctor',
      title: { nl: 'Laat een dokter kijken', en: 'Have a doctor look' },
      explanation: {
        nl: 'Ook een kleine wond telt. Een verklaring van de dokter helpt later bij de aangifte en de schade.',
        en: 'A small wound counts too. A doctor’s statement helps later, with the police and with damage.',
      },
      owner: 'lead',
      deadline: { kind: 'today' },
      records: [
        {
          name: 'doctor',
          kind: 'choice',
          label: { nl: 'Is er een dokter geweest?', en: 'Has a doctor been seen?' },
          optional: false,
          choices: [
            { value: 'seen', label: { nl: 'Ja', en: 'Yes' } },
            { value: 'not_wanted', label: { nl: 'Je collega wilde dat niet', en: 'Your colleague did not want to' } },
            { value: 'not_needed', label: { nl: 'Het was niet nodig', en: 'It was not needed' } },
          ],
        },
      ],
      needs: ['people'],
      onlyWhen: ['injured'],
      reporterWords: {
        ahead: { nl: '{who} regelt een dokter als jij dat wilt.', en: '{who} will arrange a doctor if you want one.' },
        done: { nl: '{who} heeft met jou over een dokter gepraat.', en: '{who} has talked with you about a doctor.' },
      },
    },
    safeWayHomeTask,
    footageTask,
    evidenceTask,
    warnColleaguesTask,
    firstCareTask,
    labourInspectorateTask,
    policeTask,
    leadershipTask,
    agreeMeasureTask,
    hearOtherSideTask,
    responseTask,
    careTalkTask,
    damageTask,
    teamMeetingTask,
    placeTask,
  ],
};

export const writtenOnlineThreat: PlaybookContent = {
  code: 'written_online_threat',
  title: { nl: 'Bedreiging op papier of online', en: 'Threat on paper or online' },
  summary: {
    nl: 'Bewaar alles en reageer nog niet. Denk ook aan thuis: een bericht komt overal binnen.',
    en: 'Save everything and do not answer yet. Think of home too: a message reaches you everywhere.',
  },
  contact: { kind: 'minutes', minutes: 60 },
  response: true,
  tasks: [
    contactTask,
    adapted(evidenceTask, { deadline: { kind: 'minutes', minutes: 120 } }),
    {
      code: 'home_safety',
      title: { nl: 'Bespreek of het thuis veilig is', en: 'Discuss whether it is safe at home' },
      explanation: {
        nl: 'Kent deze persoon het adres? Zijn er kinderen? Bespreek met de politie wat er rond het huis nodig is.',
        en: 'Does this person know the address? Are there children? Discuss with the police what is needed around the home.',
      },
      owner: 'lead',
      deadline: { kind: 'today' },
      records: [
        {
          name: 'home',
          kind: 'choice',
          label: { nl: 'Wat is er nodig?', en: 'What is needed?' },
          optional: false,
          choices: [
            { value: 'nothing', label: { nl: 'Niets extra’s', en: 'Nothing extra' } },
            {
              value: 'police_told',
              label: { nl: 'De politie let op het huis', en: 'The police keep an eye on the home' },
            },
            {
              value: 'elsewhere',
              label: { nl: 'Je collega slaapt ergens anders', en: 'Your colleague sleeps elsewhere' },
            },
          ],
        },
      ],
      needs: ['people', 'narrative', 'aggressor'],
      onlyWhen: [],
      reporterWords: {
        ahead: {
          nl: '{who} bespreekt met jou of het thuis veilig is.',
          en: '{who} will discuss with you whether home is safe.',
        },
        done: {
          nl: 'Jij en {who} hebben over veilig thuis gepraat.',
          en: 'You and {who} have talked about safety at home.',
        },
      },
    },
    {
      code: 'take_down',
      title: { nl: 'Vraag het platform om het bericht weg te halen', en: 'Ask the platform to take the message down' },
      explanation: {
        nl: 'Bewaar het bericht eerst. Meld het daarna bij het platform. Haal ook adressen en foto’s van onze eigen site.',
        en: 'Save the message first. Then report it to the platform. Take addresses and photos off our own site too.',
      },
      owner: 'coordinator',
      deadline: { kind: 'hours', hours: 24, from: 'report' },
      records: [
        {
          name: 'taken_down',
          kind: 'choice',
          label: { nl: 'Is het weg?', en: 'Is it gone?' },
          optional: false,
          choices: [
            { value: 'gone', label: { nl: 'Ja', en: 'Yes' } },
            { value: 'asked', label: { nl: 'Gevraagd, nog niet weg', en: 'Asked, not gone yet' } },
            { value: 'not_online', label: { nl: 'Het stond niet online', en: 'It was not online' } },
          ],
        },
      ],
      needs: ['narrative'],
      onlyWhen: [],
      reporterWords: {
        ahead: {
          nl: '{who} vraagt het platform om het bericht weg te halen.',
          en: '{who} will ask the platform to remove the message.',
        },
        done: {
          nl: '{who} heeft het platform gevraagd om het bericht weg te halen.',
          en: '{who} has asked the platform to remove the message.',
        },
      },
    },
    warnColleaguesTask,
    firstCareTask,
    policeTask,
    agreeMeasureTask,
    hearOtherSideTask,
    responseTask,
    careTalkTask,
    teamMeetingTask,
  ],
};
