import type { PlaybookTask, Text } from '../../../contract/protocol.ts';

/** The tasks that several playbooks share, as an organisation gets them to begin with. */

export const contactTask: PlaybookTask = {
  code: 'contact',
  title: { nl: 'Praat met je collega', en: 'Talk to your colleague' },
  explanation: {
    nl: 'Bel of ga langs. Luister eerst. Vraag wat er nu nodig is. Pas als jullie elkaar spreken, is deze taak klaar.',
    en: 'Call or go and see them. Listen first. Ask what they need now. This task is done once you have spoken.',
  },
  owner: 'lead',
  deadline: { kind: 'minutes', minutes: 60 },
  records: [],
  needs: ['place', 'people', 'narrative'],
  onlyWhen: [],
  reporterWords: {
    ahead: { nl: '{When} belt {who} je.', en: '{who} will call you {when}.' },
    done: { nl: '{who} heeft je gesproken.', en: '{who} has spoken to you.' },
  },
};

export const safeWayHomeTask: PlaybookTask = {
  code: 'safe_way_home',
  title: { nl: 'Regel een veilige weg naar huis', en: 'Arrange a safe way home' },
  explanation: {
    nl: 'Vraag hoe je collega naar huis gaat. Spreek af wie meegaat of wie ophaalt. Spreek ook af hoe je hoort dat je collega thuis is.',
    en: 'Ask how your colleague will get home. Agree who goes along or picks them up, and how you will hear they got home.',
  },
  owner: 'lead',
  deadline: { kind: 'minutes', minutes: 60 },
  records: [
    {
      name: 'way',
      kind: 'choice',
      label: { nl: 'Wat spraken jullie af?', en: 'What did you agree?' },
      optional: false,
      choices: [
        { value: 'colleague_along', label: { nl: 'Een collega gaat mee', en: 'A colleague goes along' } },
        { value: 'picked_up', label: { nl: 'Iemand haalt op', en: 'Somebody picks them up' } },
        { value: 'taxi', label: { nl: 'Een taxi', en: 'A taxi' } },
        { value: 'not_needed', label: { nl: 'Niet nodig, zegt je collega', en: 'Not needed, says your colleague' } },
      ],
    },
  ],
  needs: ['people'],
  onlyWhen: [],
  reporterWords: {
    ahead: { nl: '{who} regelt dat je veilig thuiskomt.', en: '{who} makes sure you get home safely.' },
    done: { nl: 'Jouw weg naar huis is geregeld.', en: 'Your way home has been arranged.' },
  },
};

export const firstCareTask: PlaybookTask = {
  code: 'first_care',
  title: { nl: 'Vang je collega vandaag op', en: 'Be there for your colleague today' },
  explanation: {
    nl: 'Zoek je collega vandaag op. Vraag hoe het gaat en wie er vanavond is. Denk ook aan collega’s die het zagen.',
    en: 'Go and see your colleague today. Ask how they are and who is with them tonight. Think of those who saw it too.',
  },
  owner: 'peer_supporter',
  deadline: { kind: 'today' },
  records: [
    {
      name: 'more_care',
      kind: 'choice',
      label: { nl: 'Wil je collega meer hulp?', en: 'Does your colleague want more help?' },
      optional: false,
      choices: [
        { value: 'talk', label: { nl: 'Ja, nog een gesprek', en: 'Yes, another talk' } },
        { value: 'professional', label: { nl: 'Ja, van een deskundige', en: 'Yes, from a professional' } },
        { value: 'not_now', label: { nl: 'Nu niet', en: 'Not now' } },
        { value: 'not_reached', label: { nl: 'Ik kreeg geen contact', en: 'I could not reach them' } },
      ],
    },
  ],
  needs: ['people'],
  onlyWhen: [],
  reporterWords: {
    ahead: { nl: '{When} vraagt {who} hoe het met je gaat.', en: '{who} will ask you how you are {when}.' },
    done: { nl: '{who} was er voor je.', en: '{who} was there for you.' },
  },
};

export const careTalkTask: PlaybookTask = {
  code: 'care_talk',
  title: { nl: 'Voer een opvanggesprek', en: 'Hold a care talk' },
  explanation: {
    nl: 'Neem hier rustig de tijd voor, binnen drie dagen. Wat jullie zeggen, schrijf je niet op. Leg alleen vast dat het gesprek er was.',
    en: 'Take your time for this, within three days. Do not write down what you say. Only record that you talked.',
  },
  owner: 'lead',
  deadline: { kind: 'hours', hours: 72, from: 'report' },
  records: [
    {
      name: 'talk_on',
      kind: 'date',
      label: { nl: 'Wanneer was het gesprek?', en: 'When was the talk?' },
      optional: false,
    },
  ],
  needs: ['people'],
  onlyWhen: [],
  reporterWords: {
    ahead: {
      nl: '{who} neemt binnen drie dagen tijd om rustig met je te praten.',
      en: '{who} will take time to talk with you within three days.',
    },
    done: { nl: 'Jij en {who} hebben rustig gepraat.', en: 'You and {who} have had a talk.' },
  },
};

export const footageTask: PlaybookTask = {
  code: 'footage',
  title: { nl: 'Bewaar de camerabeelden vandaag', en: 'Save the camera footage today' },
  explanation: {
    nl: 'Het systeem wist beelden na een paar dagen. Zet ze daarom vandaag apart. Kijk alleen naar de plek en de tijd die je hier ziet.',
    en: 'The system wipes footage after a few days. So set it aside today. Look only at the place and time shown here.',
  },
  owner: 'reception',
  deadline: { kind: 'today' },
  records: [
    {
      name: 'footage',
      kind: 'choice',
      label: { nl: 'Zijn er beelden?', en: 'Is there any footage?' },
      optional: false,
      choices: [
        { value: 'saved', label: { nl: 'Ja, ze zijn bewaard', en: 'Yes, it has been saved' } },
        { value: 'none', label: { nl: 'Nee, er zijn geen beelden', en: 'No, there is none' } },
      ],
    },
    {
      name: 'kept_where',
      kind: 'text',
      label: { nl: 'Waar staan de beelden?', en: 'Where is the footage kept?' },
      optional: true,
    },
  ],
  needs: ['place'],
  onlyWhen: [],
  reporterWords: {
    ahead: { nl: '{When} bewaart {who} de camerabeelden.', en: '{who} will save the camera footage {when}.' },
    done: { nl: 'De camerabeelden zijn veilig.', en: 'The camera footage is safe.' },
  },
};

export const evidenceTask: PlaybookTask = {
  code: 'evidence',
  title: { nl: 'Bewaar voicemail, berichten en brieven vandaag', en: 'Save voicemail, messages and letters today' },
  explanation: {
    nl: 'Maak schermafdrukken, met datum en afzender erop. Bewaar ook de enveloppe. Gooi niets weg en reageer nog niet.',
    en: 'Take screenshots that show the date and the sender. Keep the envelope too. Throw nothing away and do not answer yet.',
  },
  owner: 'lead',
  deadline: { kind: 'today' },
  records: [
    {
      name: 'saved',
      kind: 'yesNo',
      label: { nl: 'Alles bewaard?', en: 'Everything saved?' },
      optional: false,
    },
  ],
  needs: ['people', 'narrative'],
  onlyWhen: [],
  reporterWords: {
    ahead: { nl: '{who} bewaart met jou de berichten.', en: '{who} will save the messages with you.' },
    done: { nl: 'De berichten zijn veilig.', en: 'The messages are safe.' },
  },
};

export const warnColleaguesTask: PlaybookTask = {
  code: 'warn_colleagues',
  title: { nl: 'Waarschuw collega’s met een afspraak', en: 'Warn colleagues with an appointment' },
  explanation: {
    nl: 'Zoek wie deze persoon binnenkort spreekt. Vertel hun wat ze moeten doen, niet het hele verhaal.',
    en: 'Find out who will meet this person soon. Tell them what to do, not the whole story.',
  },
  owner: 'lead',
  deadline: { kind: 'today' },
  records: [
    {
      name: 'warned',
      kind: 'choice',
      label: { nl: 'Is er iemand gewaarschuwd?', en: 'Was anybody warned?' },
      optional: false,
      choices: [
        { value: 'warned', label: { nl: 'Ja, wie een afspraak heeft', en: 'Yes, whoever has an appointment' } },
        { value: 'nobody', label: { nl: 'Niemand heeft een afspraak', en: 'Nobody has an appointment' } },
      ],
    },
  ],
  needs: ['aggressor'],
  onlyWhen: ['aggressor_known'],
  reporterWords: {
    ahead: {
      nl: '{who} waarschuwt collega’s die deze persoon spreken.',
      en: '{who} will warn colleagues who meet this person.',
    },
    done: { nl: 'Collega’s weten wat ze moeten doen.', en: 'Colleagues know what to do.' },
  },
};

/** The line between a notification and a report of crime is Dutch law: `melding` asks for no prosecution, `aangifte` does. */
export const policeTask: PlaybookTask = {
  code: 'police',
  title: { nl: 'Besluit over de politie', en: 'Decide about the police' },
  explanation: {
    nl: 'Bespreek het met je collega. De organisatie doet aangifte, op haar eigen adres. Noem dat het om Veilige Publieke Taak (VPT) gaat.',
    en: 'Discuss it with your colleague. The organisation reports the crime, at its own address. Mention Veilige Publieke Taak (VPT).',
  },
  owner: 'lead',
  deadline: { kind: 'hours', hours: 24, from: 'report' },
  records: [
    {
      name: 'decision',
      kind: 'choice',
      label: { nl: 'Wat besluiten jullie?', en: 'What do you decide?' },
      optional: false,
      choices: [
        {
          value: 'aangifte',
          label: { nl: 'Aangifte: de politie onderzoekt het', en: 'Aangifte: the police investigate' },
        },
        { value: 'melding', label: { nl: 'Melding: de politie weet ervan', en: 'Melding: the police know of it' } },
        { value: 'neither', label: { nl: 'Geen van beide', en: 'Neither' } },
      ],
    },
    {
      name: 'reason',
      kind: 'text',
      label: { nl: 'Waarom, als jullie geen aangifte doen?', en: 'Why, if there is no aangifte?' },
      optional: true,
    },
    {
      name: 'report_number',
      kind: 'text',
      label: { nl: 'Nummer van de politie', en: 'Number given by the police' },
      optional: true,
    },
    {
      name: 'vpt_code',
      kind: 'yesNo',
      label: { nl: 'Heeft de politie de VPT-code genoteerd?', en: 'Did the police note the VPT code?' },
      optional: true,
    },
  ],
  needs: ['place', 'people', 'narrative', 'aggressor'],
  onlyWhen: [],
  reporterWords: {
    ahead: { nl: '{who} besluit met jou over aangifte.', en: '{who} will decide with you about the police.' },
    done: { nl: 'Jij en {who} hebben besloten over de politie.', en: 'You and {who} have decided about the police.' },
  },
};

export const agreeMeasureTask: PlaybookTask = {
  code: 'agree_measure',
  title: { nl: 'Stem de reactie af', en: 'Agree on the response' },
  explanation: {
    nl: 'Bespreek samen wat past bij dit gedrag. Kijk of er eerder iets was. Kies de lichtste reactie die helpt.',
    en: 'Discuss together what fits this behaviour. See whether there was anything before. Choose the lightest response that helps.',
  },
  owner: 'coordinator',
  deadline: { kind: 'hours', hours: 24, from: 'report' },
  records: [
    {
      name: 'response',
      kind: 'choice',
      label: { nl: 'Wat past hier?', en: 'Which response fits?' },
      optional: false,
      choices: [
        { value: 'talk', label: { nl: 'Een gesprek', en: 'A talk' } },
        { value: 'warning', label: { nl: 'Een brief met een waarschuwing', en: 'A letter with a warning' } },
        { value: 'measure', label: { nl: 'Een maatregel, zoals een verbod', en: 'A measure, such as a ban' } },
        { value: 'care', label: { nl: 'Hulp voor deze persoon', en: 'Help for this person' } },
      ],
    },
  ],
  needs: ['place', 'people', 'narrative', 'aggressor', 'tasks'],
  onlyWhen: [],
  reporterWords: null,
};

export const hearOtherSideTask: PlaybookTask = {
  code: 'hear_other_side',
  title: { nl: 'Vraag de ander naar zijn kant', en: 'Ask for the other side' },
  explanation: {
    nl: 'Vraag deze persoon wat er gebeurde. Dat kan per brief, telefoon of gesprek. Doe dit vóór een verbod. Haast? Dan vlak erna.',
    en: 'Ask this person what happened: by letter, phone or in a talk. Do so before a ban, or right after it if you must hurry.',
  },
  owner: 'coordinator',
  deadline: { kind: 'hours', hours: 48, from: 'incident' },
  records: [
    {
      name: 'heard',
      kind: 'choice',
      label: { nl: 'Hoe ging dat?', en: 'How did it go?' },
      optional: false,
      choices: [
        { value: 'told', label: { nl: 'De ander vertelde zijn kant', en: 'The other told their side' } },
        { value: 'asked', label: { nl: 'Gevraagd, nog geen antwoord', en: 'Asked, no answer yet' } },
        { value: 'refused', label: { nl: 'De ander wilde niet', en: 'The other did not want to' } },
        { value: 'not_possible', label: { nl: 'Het kon niet veilig', en: 'It could not be done safely' } },
      ],
    },
  ],
  needs: ['narrative', 'aggressor'],
  onlyWhen: ['aggressor_known'],
  reporterWords: {
    ahead: { nl: 'We vragen de ander ook naar zijn kant.', en: 'We will also ask the other person for their side.' },
    done: { nl: 'We hebben de ander naar zijn kant gevraagd.', en: 'We have asked the other person for their side.' },
  },
};

export const responseTask: PlaybookTask = {
  code: 'response',
  title: { nl: 'Stuur een reactie', en: 'Send a response' },
  explanation: {
    nl: 'Laat deze persoon weten wat wij niet accepteren. Zeg wat er nu gebeurt en waar de ander terecht kan met een klacht.',
    en: 'Let this person know what we do not accept. Say what happens now, and where they can complain.',
  },
  owner: 'lead',
  deadline: { kind: 'hours', hours: 48, from: 'incident' },
  records: [],
  needs: ['narrative', 'aggressor'],
  onlyWhen: [],
  reporterWords: {
    ahead: { nl: '{When} stuurt {who} een reactie.', en: '{who} will send a response {when}.' },
    done: { nl: '{who} heeft een reactie gestuurd.', en: '{who} has sent a response.' },
  },
};

export const teamMeetingTask: PlaybookTask = {
  code: 'team_meeting',
  title: { nl: 'Bespreek het in het team', en: 'Discuss it in the team' },
  explanation: {
    nl: 'Zet dit op de agenda van het teamoverleg. Vraag je collega eerst wat je mag vertellen. Bespreek wat jullie hiervan leren.',
    en: 'Put this on the agenda of the team meeting. First ask your colleague what you may tell. Discuss what you learn from it.',
  },
  owner: 'lead',
  deadline: { kind: 'working_days', days: 10 },
  records: [
    {
      name: 'meeting_on',
      kind: 'date',
      label: { nl: 'Wanneer is het overleg?', en: 'When is the meeting?' },
      optional: false,
    },
  ],
  needs: ['place', 'narrative'],
  onlyWhen: [],
  reporterWords: {
    ahead: {
      nl: '{who} bespreekt dit met het team. Je hoort eerst wat er op tafel komt.',
      en: '{who} will discuss this with the team. You hear first what will be said.',
    },
    done: { nl: 'Het staat op de agenda van het team.', en: 'It is on the agenda of the team.' },
  },
};

export const placeTask: PlaybookTask = {
  code: 'safer_place',
  title: { nl: 'Kijk wat de plek veiliger maakt', en: 'See what makes the place safer' },
  explanation: {
    nl: 'Ga kijken waar het gebeurde. Denk aan zicht, een tweede uitgang, een knop en wie er in de buurt is.',
    en: 'Go and look where it happened. Think of sight lines, a second way out, a button and who is near.',
  },
  owner: 'prevention_worker',
  deadline: { kind: 'working_days', days: 10 },
  records: [
    {
      name: 'advice',
      kind: 'longText',
      label: { nl: 'Wat raad je aan?', en: 'What do you advise?' },
      optional: false,
    },
  ],
  needs: ['place'],
  onlyWhen: [],
  reporterWords: null,
};

/** Working Conditions Act, section 9: death, hospital admission or permanent injury is reported at once. */
export const labourInspectorateTask: PlaybookTask = {
  code: 'labour_inspectorate',
  title: { nl: 'Moet de Arbeidsinspectie dit weten?', en: 'Must the Labour Inspectorate know?' },
  explanation: {
    nl: 'Is iemand opgenomen in het ziekenhuis? Of houdt iemand er blijvend last van? Bel dan meteen de Arbeidsinspectie (Arbowet, artikel 9).',
    en: 'Was somebody admitted to hospital, or is the injury permanent? Then call the Labour Inspectorate at once (Arbowet, article 9).',
  },
  owner: 'prevention_worker',
  deadline: { kind: 'today' },
  records: [
    {
      name: 'inspectorate',
      kind: 'choice',
      label: { nl: 'Wat is er gedaan?', en: 'What was done?' },
      optional: false,
      choices: [
        { value: 'called', label: { nl: 'Gebeld en formulier gestuurd', en: 'Called and form sent' } },
        { value: 'not_needed', label: { nl: 'Niet nodig', en: 'Not needed' } },
        { value: 'later', label: { nl: 'Nog niet duidelijk, ik volg het', en: 'Not clear yet, I keep an eye on it' } },
      ],
    },
  ],
  needs: ['place', 'people'],
  onlyWhen: ['injured'],
  reporterWords: null,
};

export const leadershipTask: PlaybookTask = {
  code: 'leadership_speaks',
  title: { nl: 'Laat zelf iets van je horen', en: 'Let your colleague hear from you' },
  explanation: {
    nl: 'Bel je collega, of ga langs. Zeg dat de organisatie dit niet accepteert. Vraag wat jij kunt doen.',
    en: 'Call your colleague, or go and see them. Say that the organisation does not accept this. Ask what you can do.',
  },
  owner: 'leadership',
  deadline: { kind: 'working_days', days: 2 },
  records: [],
  needs: ['people'],
  onlyWhen: [],
  reporterWords: {
    ahead: { nl: 'Ook {who} laat van zich horen.', en: '{who} will be in touch too.' },
    done: { nl: '{who} heeft je gesproken.', en: '{who} has spoken to you.' },
  },
};

export const damageTask: PlaybookTask = {
  code: 'damage',
  title: { nl: 'Zet de schade op een rij', en: 'List the damage' },
  explanation: {
    nl: 'Vraag je collega naar kapotte spullen, kosten en pijn. Kijk ook naar schade aan het gebouw. Bewaar bonnen en foto’s.',
    en: 'Ask your colleague about broken things, costs and pain. Look at damage to the building too. Keep receipts and photos.',
  },
  owner: 'lead',
  deadline: { kind: 'days', days: 14 },
  records: [
    {
      name: 'damage',
      kind: 'choice',
      label: { nl: 'Is er schade?', en: 'Is there any damage?' },
      optional: false,
      choices: [
        { value: 'yes', label: { nl: 'Ja', en: 'Yes' } },
        { value: 'no', label: { nl: 'Nee', en: 'No' } },
      ],
    },
  ],
  needs: ['people'],
  onlyWhen: [],
  reporterWords: {
    ahead: {
      nl: '{who} vraagt je naar de schade. Bewaar je bonnen.',
      en: '{who} will ask you about damage. Keep your receipts.',
    },
    done: { nl: 'De schade staat op een rij.', en: 'The damage has been listed.' },
  },
};

/** The same task with other words or another term, for one playbook. */
export function adapted(task: PlaybookTask, changes: Partial<Omit<PlaybookTask, 'code'>>): PlaybookTask {
  return { ...task, ...changes };
}

export function explained(task: PlaybookTask, explanation: Text): PlaybookTask {
  return { ...task, explanation };
}
