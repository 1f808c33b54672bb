import type { MatrixContent } from '../../../contract/protocol.ts';

/** The norm matrix that an organisation starts with. It adds its own examples; the norm and the order of the columns stand. */
export const defaultMatrix: MatrixContent = {
  columns: [
    {
      column: 'self_directed_emotion',
      title: { nl: 'Emotie over de eigen situatie', en: 'Emotion about their own situation' },
      recognise: {
        nl: 'Het gaat over ‘ik’. De ander zit met zichzelf in de knoop.',
        en: 'It is about “I”. The other is stuck with themselves.',
      },
      examples: [
        { code: 'crying', text: { nl: 'Huilen of in paniek raken', en: 'Crying or panicking' } },
        {
          code: 'complaining',
          text: { nl: 'Klagen over de eigen situatie', en: 'Complaining about their own situation' },
        },
        { code: 'asking_exception', text: { nl: 'Smeken om een uitzondering', en: 'Begging for an exception' } },
        {
          code: 'claiming',
          text: {
            nl: 'Niet willen weggaan, steeds terugkomen',
            en: 'Not wanting to leave, coming back again and again',
          },
        },
        { code: 'excuses', text: { nl: 'Smoesjes verzinnen', en: 'Making excuses' } },
      ],
      norm: {
        nl: 'Dit mag. Iemand mag boos, verdrietig of bang zijn.',
        en: 'This is allowed. People may be angry, sad or afraid.',
      },
      approach: 'bend',
      approachTitle: { nl: 'Ombuigen', en: 'Turn it around' },
      steps: [
        { nl: 'Blijf rustig en ga niet in discussie.', en: 'Stay calm and do not argue.' },
        { nl: 'Geef eerst aandacht. Laat de ander uitpraten.', en: 'Give attention first. Let the other finish.' },
        { nl: 'Leg daarna uit waarom wij zo werken.', en: 'Then explain why we work this way.' },
        { nl: 'Zeg wat er wel kan en wat niet.', en: 'Say what is possible and what is not.' },
        { nl: 'Rond het gesprek af.', en: 'Bring the talk to an end.' },
      ],
      reporting: {
        nl: 'Je hoeft dit niet te melden. Blijft het komen en zie je een patroon? Meld het dan wel.',
        en: 'You need not report this. Does it keep coming, and do you see a pattern? Then do report it.',
      },
    },
    {
      column: 'organisation_directed_emotion',
      title: { nl: 'Boos op regels of de organisatie', en: 'Angry about rules or the organisation' },
      recognise: {
        nl: 'Het gaat over ‘jullie’. De kritiek is niet op jou gericht.',
        en: 'It is about “you people”. The criticism is not aimed at you.',
      },
      examples: [
        { code: 'criticising', text: { nl: 'Kritiek op regels of beleid', en: 'Criticism of rules or policy' } },
        { code: 'arguing', text: { nl: 'Eindeloos in discussie gaan', en: 'Arguing without end' } },
        { code: 'accusing', text: { nl: 'De organisatie beschuldigen', en: 'Accusing the organisation' } },
        { code: 'shouting_shame', text: { nl: 'Roepen dat het een schande is', en: 'Shouting that it is a disgrace' } },
        {
          code: 'obstructing',
          text: { nl: 'Niet meewerken om gelijk te krijgen', en: 'Refusing to cooperate to be proved right' },
        },
      ],
      norm: {
        nl: 'Dit mag. Iemand mag het oneens zijn en dat laten merken.',
        en: 'This is allowed. People may disagree and show it.',
      },
      approach: 'bend',
      approachTitle: { nl: 'Ombuigen', en: 'Turn it around' },
      steps: [
        { nl: 'Blijf rustig. Jij hoeft niet te winnen.', en: 'Stay calm. You need not win.' },
        { nl: 'Laat merken dat je de boosheid hoort.', en: 'Show that you hear the anger.' },
        { nl: 'Leg uit waarom de regel er is.', en: 'Explain why the rule is there.' },
        {
          nl: 'Zeg wat er wel kan, ook hoe je een klacht indient.',
          en: 'Say what is possible, also how to make a complaint.',
        },
        { nl: 'Rond het gesprek af.', en: 'Bring the talk to an end.' },
      ],
      reporting: {
        nl: 'Je hoeft dit niet te melden. Blijft het komen en zie je een patroon? Meld het dan wel.',
        en: 'You need not report this. Does it keep coming, and do you see a pattern? Then do report it.',
      },
    },
    {
      column: 'verbal_aggression',
      title: { nl: 'Schelden of persoonlijk worden', en: 'Insults or getting personal' },
      recognise: {
        nl: 'Het gaat over ‘jij’. De ander richt zich op jou als mens.',
        en: 'It is about “you”. The other goes for you as a person.',
      },
      examples: [
        { code: 'insulting', text: { nl: 'Schelden of beledigen', en: 'Swearing or insulting' } },
        { code: 'ridiculing', text: { nl: 'Belachelijk maken', en: 'Ridiculing' } },
        { code: 'bullying', text: { nl: 'Treiteren of uitlokken', en: 'Bullying or provoking' } },
        { code: 'gestures', text: { nl: 'Beledigende gebaren maken', en: 'Making insulting gestures' } },
        {
          code: 'discriminating',
          text: { nl: 'Discriminerende opmerkingen maken', en: 'Making discriminatory remarks' },
        },
        {
          code: 'hostile_messages',
          text: { nl: 'Grove mails, brieven of berichten sturen', en: 'Sending rude mails, letters or messages' },
        },
      ],
      norm: {
        nl: 'Dit mag niet. Het gesprek gaat pas verder als de ander stopt. Stopt het niet? Dan stop jij.',
        en: 'This is not allowed. The talk goes on only when the other stops. It does not stop? Then you do.',
      },
      approach: 'set_limit',
      approachTitle: { nl: 'Grens stellen', en: 'Set the limit' },
      steps: [
        { nl: 'Blijf rustig. Vraag je af: ben ik veilig?', en: 'Stay calm. Ask yourself: am I safe?' },
        { nl: 'Benoem wat de ander doet.', en: 'Name what the other is doing.' },
        { nl: 'Zeg dat je stopt als dit doorgaat.', en: 'Say that you will stop if this goes on.' },
        { nl: 'Stopt het? Ga dan verder met het gesprek.', en: 'Does it stop? Then go on with the talk.' },
        {
          nl: 'Stopt het niet? Beëindig het gesprek en neem afstand.',
          en: 'It does not stop? End the talk and step back.',
        },
        {
          nl: 'Haal er een collega of de politie bij als dat nodig is.',
          en: 'Get a colleague or the police if needed.',
        },
      ],
      reporting: {
        nl: 'Stopte de ander echt, na één keer aanspreken? Dan is een notitie genoeg. Ging het door of was het niet de eerste keer? Meld het.',
        en: 'Did the other really stop, after you said so once? Then a note is enough. Did it go on, or was it not the first time? Report it.',
      },
    },
    {
      column: 'threat',
      title: { nl: 'Bedreigen of intimideren', en: 'Threats or intimidation' },
      recognise: {
        nl: 'De ander maakt je bang, met woorden of houding. Of dreigt iets te doen met jou of het gebouw.',
        en: 'The other makes you afraid, with words or posture. Or threatens to do something to you or the building.',
      },
      examples: [
        { code: 'threatening_violence', text: { nl: 'Dreigen met geweld', en: 'Threatening violence' } },
        {
          code: 'hinting',
          text: {
            nl: 'Een dreigende hint: ‘ik weet waar je woont’',
            en: 'A threatening hint: “I know where you live”',
          },
        },
        { code: 'intimidating', text: { nl: 'Intimideren, de weg versperren', en: 'Intimidating, blocking the way' } },
        { code: 'sexual_intimidation', text: { nl: 'Seksueel intimideren', en: 'Sexual intimidation' } },
        { code: 'stalking', text: { nl: 'Achtervolgen of opwachten', en: 'Following or lying in wait' } },
        {
          code: 'threatening_building',
          text: { nl: 'Dreigen met brand of vernieling', en: 'Threatening fire or destruction' },
        },
      ],
      norm: {
        nl: 'Dit mag nooit. We stoppen het gesprek en nemen een maatregel.',
        en: 'This is never allowed. We end the talk and take a measure.',
      },
      approach: 'set_limit_and_end',
      approachTitle: { nl: 'Grens stellen en stoppen', en: 'Set the limit and end it' },
      steps: [
        { nl: 'Vraag je af: ben ik veilig? Zo niet, ga weg.', en: 'Ask yourself: am I safe? If not, leave.' },
        {
          nl: 'Benoem wat de ander doet. Zeg dat dit niet mag.',
          en: 'Name what the other is doing. Say this is not allowed.',
        },
        { nl: 'Neem afstand en beëindig het gesprek.', en: 'Step back and end the talk.' },
        { nl: 'Vraag de ander om weg te gaan.', en: 'Ask the other to leave.' },
        {
          nl: 'Gaat de ander niet? Haal hulp en bel de politie.',
          en: 'They do not leave? Get help and call the police.',
        },
      ],
      reporting: { nl: 'Meld dit altijd.', en: 'Always report this.' },
    },
    {
      column: 'physical_violence',
      title: { nl: 'Geweld tegen mensen of spullen', en: 'Violence against people or things' },
      recognise: {
        nl: 'De ander raakt iemand aan of maakt iets kapot.',
        en: 'The other touches somebody or breaks something.',
      },
      examples: [
        { code: 'hitting', text: { nl: 'Slaan of schoppen', en: 'Hitting or kicking' } },
        { code: 'grabbing', text: { nl: 'Vastpakken, duwen of trekken', en: 'Grabbing, pushing or pulling' } },
        { code: 'spitting', text: { nl: 'Spugen', en: 'Spitting' } },
        { code: 'throwing', text: { nl: 'Met iets gooien', en: 'Throwing something' } },
        {
          code: 'destroying',
          text: { nl: 'Spullen of het gebouw vernielen', en: 'Destroying things or the building' },
        },
        { code: 'using_weapon', text: { nl: 'Een wapen laten zien of gebruiken', en: 'Showing or using a weapon' } },
      ],
      norm: {
        nl: 'Dit mag nooit. Jouw veiligheid gaat boven alles.',
        en: 'This is never allowed. Your safety comes before everything.',
      },
      approach: 'own_safety',
      approachTitle: { nl: 'Eigen veiligheid eerst', en: 'Your own safety first' },
      steps: [
        { nl: 'Breng jezelf in veiligheid.', en: 'Get yourself to safety.' },
        { nl: 'Haal hulp en bel 112.', en: 'Get help and call 112.' },
        { nl: 'Ga niet terug. Laat spullen liggen.', en: 'Do not go back. Leave things behind.' },
      ],
      reporting: { nl: 'Meld dit altijd.', en: 'Always report this.' },
    },
  ],
};
