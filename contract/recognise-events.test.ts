import { describe, expect, it } from 'vitest';
import { recogniseEvents } from './recognise-events.ts';

const today = '2026-11-22';
const found = (pasted: string) => recogniseEvents(pasted, today).events;

describe('a list of somebody’s own', () => {
  it.each([
    ['2026-11-03 belde drie keer', '2026-11-03', null],
    ['2026-11-03T10:12 belde', '2026-11-03', '10:12'],
    ['3-11-2026 14:30 belde', '2026-11-03', '14:30'],
    ['03/11/26: belde', '2026-11-03', null],
    ['3.11.2026 om 14.30 uur belde', '2026-11-03', '14:30'],
    ['dinsdag 3 november 2026, 9u belde', '2026-11-03', '09:00'],
    ['di 3 nov. rond 14.05 belde', '2026-11-03', '14:05'],
    ['- 3 nov 26 belde', '2026-11-03', null],
    ['2. 3 november: belde', '2026-11-03', null],
    ['November 3, 2026 at 2:30 PM called', '2026-11-03', '14:30'],
    ['3 december belde', '2025-12-03', null],
  ])('reads %s', (line, day, time) => {
    expect(found(line)).toMatchObject([{ day, time, way: 'call' }]);
  });

  it('makes one event of each date, with all that follows it', () => {
    const pasted = [
      '3-11-2026 14.30: stond weer voor de deur',
      'Buurvrouw zag het ook.',
      '',
      '5-11-2026 mailde dat hij mij zou vinden',
    ];
    expect(found(pasted.join('\r\n'))).toEqual([
      { day: '2026-11-03', time: '14:30', way: 'visit', text: 'stond weer voor de deur\nBuurvrouw zag het ook.' },
      { day: '2026-11-05', time: null, way: 'mail', text: 'mailde dat hij mij zou vinden' },
    ]);
  });

  it('keeps apart what stands before the first date', () => {
    expect(recogniseEvents('Overzicht voor Henk\n\n3-11-2026 belde', today)).toMatchObject({
      loose: 'Overzicht voor Henk',
      events: [{ text: 'belde' }],
    });
  });

  it('finds no date where there is none', () => {
    for (const line of [
      '31-02-2026 belde',
      '12 keer gebeld',
      'tel. 06-12345678',
      '3 mannen voor de deur',
      '10:12 belde',
    ]) {
      expect([line, found(line)]).toEqual([line, []]);
    }
  });

  it('leaves out a date without words', () => {
    expect(found('3-11-2026\n4-11-2026 belde')).toMatchObject([{ day: '2026-11-04' }]);
  });
});

describe('a thread of e-mails', () => {
  it('reads the head that Outlook puts above each', () => {
    const thread = `Zie hieronder, Sanne

Van: K. Wolters <k.wolters@mail.example>
Verzonden: dinsdag 3 november 2026 10:12
Aan: Balie <balie@wierdam.example>
Onderwerp: Jullie zijn gewaarschuwd

Ik weet waar je werkt.

Van: K. Wolters <k.wolters@mail.example>
Verzonden: maandag 2 november 2026 23:58
Aan: Balie <balie@wierdam.example>
Onderwerp: Laatste keer

Bel me terug.`;
    expect(recogniseEvents(thread, today)).toEqual({
      loose: 'Zie hieronder, Sanne',
      events: [
        {
          day: '2026-11-03',
          time: '10:12',
          way: 'mail',
          text: 'Van: K. Wolters <k.wolters@mail.example>\nOnderwerp: Jullie zijn gewaarschuwd\n\nIk weet waar je werkt.',
        },
        {
          day: '2026-11-02',
          time: '23:58',
          way: 'mail',
          text: 'Van: K. Wolters <k.wolters@mail.example>\nOnderwerp: Laatste keer\n\nBel me terug.',
        },
      ],
    });
  });

  it('reads the head of an English program, as machines write it', () => {
    const mail =
      'From: K <k@mail.example>\nDate: Tue, 3 Nov 2026 10:12:33 +0100\nSubject: Last time\nTo: desk\n\nI know.';
    expect(found(mail)).toMatchObject([{ day: '2026-11-03', time: '10:12', way: 'mail' }]);
  });

  it('reads what was answered, with its quote marks', () => {
    const answered =
      'Op di 3 nov 2026 om 10:12 schreef K. Wolters <k@mail.example>:\n\n> Ik weet waar je werkt.\n>> Echt.';
    expect(found(answered)).toEqual([
      {
        day: '2026-11-03',
        time: '10:12',
        way: 'mail',
        text: 'Van: K. Wolters <k@mail.example>\n\nIk weet waar je werkt.\nEcht.',
      },
    ]);
  });

  it('takes no sentence with a colon for a head', () => {
    expect(found('Aan: de balie\nhij zei: 3 keer bellen')).toEqual([]);
  });
});

describe('a talk of WhatsApp', () => {
  it('reads the export of an iPhone', () => {
    const talk =
      '[03-11-2026, 10:12:33] Onbekend: Ik sta buiten\n\u200e[03-11-2026, 10:13:01] Onbekend: Kom je nog?\nof niet';
    expect(found(talk)).toEqual([
      { day: '2026-11-03', time: '10:12', way: 'message', text: 'Onbekend: Ik sta buiten' },
      { day: '2026-11-03', time: '10:13', way: 'message', text: 'Onbekend: Kom je nog?\nof niet' },
    ]);
  });

  it('reads the export of an Android phone', () => {
    expect(found('03-11-2026 10:12 - +31 6 00000000: Ik sta buiten')).toEqual([
      { day: '2026-11-03', time: '10:12', way: 'message', text: '+31 6 00000000: Ik sta buiten' },
    ]);
  });
});

it('stays quick with a very long paste', () => {
  const long = `${'op op op di 3 '.repeat(2000)}\n`.repeat(20) + '3-11-2026 belde\n'.repeat(2000);
  const began = performance.now();
  expect(found(long)).toHaveLength(2000);
  expect(performance.now() - began).toBeLessThan(2000);
});
