import type { PlaybookContent } from '../../../contract/protocol.ts';
import {
  adapted,
  agreeMeasureTask,
  careTalkTask,
  contactTask,
  evidenceTask,
  explained,
  firstCareTask,
  footageTask,
  hearOtherSideTask,
  labourInspectorateTask,
  policeTask,
  responseTask,
  safeWayHomeTask,
  teamMeetingTask,
  warnColleaguesTask,
} from './tasks.ts';

/** Playbooks for the kinds of incident. A missing person and a calamity have no response: nobody did it. */

export const ownSafety: PlaybookContent = {
  code: 'own_safety',
  title: { nl: 'Je voelt je niet veilig', en: 'You do not feel safe' },
  summary: {
    nl: 'Er is nog niet duidelijk hoe erg het is. Praat er snel over en maak samen een plan.',
    en: 'It is not clear yet how serious it is. Talk soon and make a plan together.',
  },
  contact: { kind: 'minutes', minutes: 60 },
  response: true,
  tasks: [
    contactTask,
    adapted(safeWayHomeTask, { onlyWhen: ['way_home_asked', 'unsafe', 'injured'] }),
    {
      code: 'safety_plan',
      title: { nl: 'Maak samen een plan', en: 'Make a plan together' },
      explanation: {
        nl: 'Hoe gaat het contact met deze persoon verder? Of stopt het, en wie neemt het over? Je collega beslist mee.',
        en: 'How does contact with this person go on? Or does it stop, and who takes over? Your colleague has a say.',
      },
      owner: 'lead',
      deadline: { kind: 'working_days', days: 1 },
      records: [
        { name: 'plan', kind: 'longText', label: { nl: 'Wat is het plan?', en: 'What is the plan?' }, optional: false },
      ],
      needs: ['narrative', 'aggressor'],
      onlyWhen: [],
      reporterWords: {
        ahead: { nl: '{When} maakt {who} met jou een plan.', en: '{who} will make a plan with you {when}.' },
        done: { nl: 'Jij en {who} hebben een plan gemaakt.', en: 'You and {who} have made a plan.' },
      },
    },
    adapted(firstCareTask, { onlyWhen: ['unsafe', 'injured'] }),
    adapted(footageTask, { onlyWhen: ['injured'] }),
    evidenceTask,
    warnColleaguesTask,
    adapted(policeTask, { onlyWhen: ['injured', 'weapon', 'discriminatory', 'sexual'] }),
    labourInspectorateTask,
    agreeMeasureTask,
    hearOtherSideTask,
    responseTask,
    teamMeetingTask,
  ],
};

export const missingPerson: PlaybookContent = {
  code: 'missing_person',
  title: { nl: 'Vermissing', en: 'Missing person' },
  summary: {
    nl: 'Elk uur telt. Bel de politie en de mensen om het kind heen. Het gaat nu alleen om terugvinden.',
    en: 'Every hour counts. Call the police and the people around the child. Finding them is all that matters now.',
  },
  contact: { kind: 'minutes', minutes: 60 },
  response: false,
  tasks: [
    explained(contactTask, {
      nl: 'Bel je collega meteen. Bespreek wie het kind het laatst zag en wie er nu zoekt.',
      en: 'Call your colleague at once. Discuss who saw the child last and who is looking now.',
    }),
    {
      code: 'police_search',
      title: { nl: 'Meld de vermissing bij de politie', en: 'Report the missing person to the police' },
      explanation: {
        nl: 'Bel 0900-8844, of 112 bij gevaar. Geef naam, kleding, telefoon en plekken waar het kind graag komt.',
        en: 'Call 0900-8844, or 112 when in danger. Give name, clothes, phone and places the child likes to go.',
      },
      owner: 'lead',
      deadline: { kind: 'minutes', minutes: 60 },
      records: [
        {
          name: 'report_number',
          kind: 'text',
          label: { nl: 'Nummer van de politie', en: 'Number given by the police' },
          optional: true,
        },
        {
          name: 'told_police',
          kind: 'yesNo',
          label: { nl: 'Weet de politie ervan?', en: 'Do the police know?' },
          optional: false,
        },
      ],
      needs: ['place', 'people', 'narrative', 'aggressor'],
      onlyWhen: [],
      reporterWords: {
        ahead: { nl: '{who} belt de politie.', en: '{who} will call the police.' },
        done: { nl: 'De politie zoekt mee.', en: 'The police are searching too.' },
      },
    },
    {
      code: 'family_told',
      title: { nl: 'Bel ouders, school en netwerk', en: 'Call parents, school and network' },
      explanation: {
        nl: 'Vraag wie het kind zag of sprak. Spreek af wie elkaar belt bij nieuws.',
        en: 'Ask who saw or spoke to the child. Agree who calls whom when there is news.',
      },
      owner: 'lead',
      deadline: { kind: 'minutes', minutes: 120 },
      records: [
        {
          name: 'who_was_called',
          kind: 'text',
          label: { nl: 'Wie heb je gesproken?', en: 'Who did you speak to?' },
          optional: false,
        },
      ],
      needs: ['people', 'narrative', 'aggressor'],
      onlyWhen: [],
      reporterWords: {
        ahead: { nl: '{who} belt ouders, school en netwerk.', en: '{who} will call parents, school and network.' },
        done: { nl: 'Ouders, school en netwerk weten ervan.', en: 'Parents, school and network know.' },
      },
    },
    {
      code: 'inspectorates',
      title: { nl: 'Kijk of de inspectie het moet weten', en: 'See whether the inspectorate must know' },
      explanation: {
        nl: 'Is het kind in gevaar, of kreeg het letsel? Meld het dan bij de inspectie (Jeugdwet, artikel 4.1.8).',
        en: 'Is the child in danger or hurt? Then tell the inspectorate (Jeugdwet, article 4.1.8).',
      },
      owner: 'coordinator',
      deadline: { kind: 'working_days', days: 1 },
      records: [
        {
          name: 'told_inspectorate',
          kind: 'yesNo',
          label: { nl: 'Gemeld bij de inspectie?', en: 'Inspectorate told?' },
          optional: false,
        },
      ],
      needs: ['narrative', 'aggressor'],
      onlyWhen: [],
      reporterWords: null,
    },
    {
      code: 'found',
      title: { nl: 'Leg vast hoe het kind terugkwam', en: 'Record how the child came back' },
      explanation: {
        nl: 'Praat met het kind als het terug is. Vraag wat het nodig heeft. Vertel iedereen die zoekt dat het er weer is.',
        en: 'Talk with the child once they are back. Ask what they need. Tell everybody who is looking.',
      },
      owner: 'lead',
      deadline: { kind: 'working_days', days: 3 },
      records: [
        {
          name: 'outcome',
          kind: 'choice',
          label: { nl: 'Hoe is het nu?', en: 'How is it now?' },
          optional: false,
          choices: [
            { value: 'back', label: { nl: 'Terug en veilig', en: 'Back and safe' } },
            {
              value: 'found_elsewhere',
              label: { nl: 'Gevonden, slaapt ergens anders', en: 'Found, staying elsewhere' },
            },
            { value: 'still_missing', label: { nl: 'Nog niet terug', en: 'Not back yet' } },
          ],
        },
      ],
      needs: ['narrative', 'aggressor'],
      onlyWhen: [],
      reporterWords: {
        ahead: { nl: '{who} houdt je op de hoogte van het zoeken.', en: '{who} will keep you posted on the search.' },
        done: { nl: '{who} heeft vastgelegd hoe het nu is.', en: '{who} has recorded how it is now.' },
      },
    },
    careTalkTask,
    teamMeetingTask,
  ],
};

export const calamity: PlaybookContent = {
  code: 'calamity',
  title: { nl: 'Calamiteit', en: 'Calamity' },
  summary: {
    nl: 'Er is iets ernstigs gebeurd met een kind of iemand die wij helpen. Zorg voor rust en voor elkaar.',
    en: 'Something serious happened to a child or somebody we help. Bring calm and look after each other.',
  },
  contact: { kind: 'minutes', minutes: 60 },
  response: false,
  tasks: [
    contactTask,
    {
      code: 'leadership_told',
      title: { nl: 'Licht de leiding in', en: 'Tell the leadership' },
      explanation: {
        nl: 'Bel de leiding vandaag nog. Spreek af wie met de familie praat en wie met de pers.',
        en: 'Call the leadership today. Agree who talks with the family and who with the press.',
      },
      owner: 'lead',
      deadline: { kind: 'minutes', minutes: 120 },
      records: [],
      needs: ['place', 'narrative'],
      onlyWhen: [],
      reporterWords: {
        ahead: { nl: '{who} licht de leiding in.', en: '{who} will tell the leadership.' },
        done: { nl: 'De leiding weet ervan.', en: 'The leadership knows.' },
      },
    },
    {
      code: 'inspectorates',
      title: { nl: 'Meld het bij de inspectie', en: 'Tell the inspectorate' },
      explanation: {
        nl: 'Een calamiteit in de jeugdhulp moet je meteen melden (Jeugdwet, artikel 4.1.8). Twijfel je? Bel de inspectie.',
        en: 'A calamity in youth care must be reported at once (Jeugdwet, article 4.1.8). In doubt? Call the inspectorate.',
      },
      owner: 'coordinator',
      deadline: { kind: 'working_days', days: 1 },
      records: [
        { name: 'told_on', kind: 'date', label: { nl: 'Wanneer gemeld?', en: 'Told when?' }, optional: true },
        {
          name: 'inspectorate',
          kind: 'choice',
          label: { nl: 'Wat is er gedaan?', en: 'What was done?' },
          optional: false,
          choices: [
            { value: 'told', label: { nl: 'Gemeld', en: 'Told' } },
            { value: 'not_needed', label: { nl: 'Niet nodig, na overleg', en: 'Not needed, after asking' } },
          ],
        },
      ],
      needs: ['place', 'people', 'narrative', 'aggressor'],
      onlyWhen: [],
      reporterWords: null,
    },
    adapted(policeTask, {
      title: { nl: 'Bel de politie als dat nodig is', en: 'Call the police if needed' },
      onlyWhen: ['injured', 'unsafe', 'weapon'],
    }),
    {
      code: 'dossier_kept',
      title: { nl: 'Zet de stukken veilig', en: 'Keep the records safe' },
      explanation: {
        nl: 'Verander niets meer aan verslagen en afspraken. De inspectie wil zien wat wij op dat moment wisten.',
        en: 'Change nothing more in reports and agreements. The inspectorate wants to see what we knew at that time.',
      },
      owner: 'lead',
      deadline: { kind: 'today' },
      records: [],
      needs: ['narrative'],
      onlyWhen: [],
      reporterWords: null,
    },
    firstCareTask,
    labourInspectorateTask,
    careTalkTask,
    teamMeetingTask,
  ],
};

export const transgressive: PlaybookContent = {
  code: 'transgressive',
  title: { nl: 'Grensoverschrijdend gedrag', en: 'Transgressive behaviour' },
  summary: {
    nl: 'Iemand ging over een grens, met woorden, handen of blikken. Geloof je collega en geef de regie terug.',
    en: 'Somebody crossed a line, with words, hands or looks. Believe your colleague and give back control.',
  },
  contact: { kind: 'working_days', days: 1 },
  response: true,
  tasks: [
    adapted(contactTask, {
      deadline: { kind: 'working_days', days: 1 },
      explanation: {
        nl: 'Vraag wie je collega het liefst spreekt. Luister zonder te oordelen. Vertel dat er ook een vertrouwenspersoon is.',
        en: 'Ask who your colleague prefers to talk to. Listen without judging. Mention that there is a confidential adviser.',
      },
    }),
    adapted(safeWayHomeTask, { onlyWhen: ['way_home_asked', 'unsafe', 'injured', 'sexual'] }),
    {
      code: 'contact_stopped',
      title: { nl: 'Bespreek of het contact stopt', en: 'Discuss whether contact stops' },
      explanation: {
        nl: 'Je collega hoeft deze persoon niet meer te zien. Spreek af wie het werk overneemt en hoe je dat vertelt.',
        en: 'Your colleague need not see this person again. Agree who takes over the work and how you tell them.',
      },
      owner: 'lead',
      deadline: { kind: 'working_days', days: 1 },
      records: [
        {
          name: 'contact',
          kind: 'choice',
          label: { nl: 'Hoe gaat het verder?', en: 'How does it go on?' },
          optional: false,
          choices: [
            { value: 'taken_over', label: { nl: 'Iemand anders neemt het over', en: 'Somebody else takes over' } },
            { value: 'with_two', label: { nl: 'Voortaan met twee mensen', en: 'With two people from now on' } },
            { value: 'as_before', label: { nl: 'Je collega wil zelf verder', en: 'Your colleague wants to go on' } },
          ],
        },
      ],
      needs: ['people', 'narrative', 'aggressor'],
      onlyWhen: [],
      reporterWords: {
        ahead: {
          nl: '{who} bespreekt met jou of je deze persoon nog ziet.',
          en: '{who} will discuss whether you see this person again.',
        },
        done: { nl: 'Het is duidelijk wie het contact heeft.', en: 'It is clear who has the contact.' },
      },
    },
    adapted(firstCareTask, { onlyWhen: ['sexual', 'discriminatory', 'unsafe', 'injured'] }),
    adapted(footageTask, { onlyWhen: ['sexual', 'injured'] }),
    evidenceTask,
    policeTask,
    agreeMeasureTask,
    hearOtherSideTask,
    responseTask,
    careTalkTask,
    labourInspectorateTask,
    teamMeetingTask,
  ],
};

export const socialMedia: PlaybookContent = {
  code: 'social_media',
  title: { nl: 'Sociale media', en: 'Social media' },
  summary: {
    nl: 'Er staat iets online over een collega. Bewaar het, reageer niet, en kies samen wat helpt.',
    en: 'Something about a colleague is online. Save it, do not answer, and choose together what helps.',
  },
  contact: { kind: 'working_days', days: 1 },
  response: true,
  tasks: [
    adapted(contactTask, { deadline: { kind: 'working_days', days: 1 } }),
    evidenceTask,
    {
      code: 'take_down',
      title: { nl: 'Kies of jullie het laten weghalen', en: 'Choose whether to have it removed' },
      explanation: {
        nl: 'Weghalen trekt soms juist aandacht. Bespreek het met je collega en met communicatie. Bewaar het bericht eerst.',
        en: 'Sometimes removing it draws attention. Discuss it with your colleague and communication. Save the message first.',
      },
      owner: 'coordinator',
      deadline: { kind: 'working_days', days: 1 },
      records: [
        {
          name: 'choice',
          kind: 'choice',
          label: { nl: 'Wat kiezen jullie?', en: 'What do you choose?' },
          optional: false,
          choices: [
            { value: 'asked', label: { nl: 'Het platform gevraagd', en: 'Platform asked' } },
            { value: 'maker_asked', label: { nl: 'De maker gevraagd', en: 'Maker asked' } },
            { value: 'left', label: { nl: 'Laten staan', en: 'Left as it is' } },
          ],
        },
      ],
      needs: ['narrative', 'aggressor'],
      onlyWhen: [],
      reporterWords: {
        ahead: {
          nl: '{who} kiest met jou of we het laten weghalen.',
          en: '{who} will choose with you whether to have it removed.',
        },
        done: {
          nl: 'We hebben gekozen wat we met het bericht doen.',
          en: 'We have chosen what to do about the message.',
        },
      },
    },
    {
      code: 'own_profile',
      title: { nl: 'Help je collega met profiel en foto’s', en: 'Help your colleague with profile and photos' },
      explanation: {
        nl: 'Loop samen langs wat iedereen kan zien. Zet een profiel dicht waar dat kan. Kijk ook naar onze eigen site.',
        en: 'Go through what everybody can see together. Close a profile where possible. Look at our own site too.',
      },
      owner: 'prevention_worker',
      deadline: { kind: 'working_days', days: 3 },
      records: [],
      needs: ['people'],
      onlyWhen: [],
      reporterWords: {
        ahead: {
          nl: '{who} loopt met jou langs wat anderen online zien.',
          en: '{who} will go through with you what others see online.',
        },
        done: { nl: 'Jij en {who} hebben je profiel bekeken.', en: 'You and {who} have looked at your profile.' },
      },
    },
    adapted(policeTask, { onlyWhen: ['discriminatory', 'sexual', 'office_holder', 'unsafe'] }),
    agreeMeasureTask,
    hearOtherSideTask,
    responseTask,
    teamMeetingTask,
  ],
};
