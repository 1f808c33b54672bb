import { describe, expect, it } from 'vitest';
import { eventsInMail } from './events-in-mail.ts';

const onClock = (moment: Date) => {
  const there = new Date(moment.getTime() + 3_600_000).toISOString();
  return { date: there.slice(0, 10), time: there.slice(11, 16) };
};
const arrivedAt = new Date('2026-11-22T09:00:00Z');
const read = (...lines: readonly string[]) =>
  eventsInMail(new TextEncoder().encode(lines.join('\r\n')), { onClock, arrivedAt });

const head = ['From: K. Wolters <k.wolters@mail.example>', 'Subject: Nummer 1', 'Date: Tue, 3 Nov 2026 23:10:00 +0100'];
const first = {
  day: '2026-11-03',
  time: '23:10',
  way: 'mail',
  text: 'Van: K. Wolters <k.wolters@mail.example>\nOnderwerp: Nummer 1\n\nIk weet waar je werkt.',
};

describe('an e-mail that somebody kept', () => {
  it('is one event, at the moment it was sent by our clock', async () => {
    expect(await read(...head, '', 'Ik weet waar je werkt.', '')).toEqual([first]);
  });

  it('stays one, whatever dates stand in its words', async () => {
    const [event, ...others] = await read(...head, '', '3-11-2026 sta ik voor je deur.', '4-11-2026 weer.');
    expect(others).toEqual([]);
    expect(event?.text).toContain('4-11-2026 weer.');
  });

  it('is read without its markup, in the letters it was written with', async () => {
    const mail = [
      ...head,
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Ik weet<br>w&aacute;&aacute;r.</p><style>p{}</style>',
    ];
    expect((await read(...mail))[0]?.text).toMatch(/Ik weet\nwáár\.$/);
  });

  it('came when it came in, where it does not say when it was sent', async () => {
    const mail = ['From: k@mail.example', 'Date: gisteren', '', 'Hoi'];
    expect(await read(...mail)).toMatchObject([
      { day: '2026-11-22', time: '10:00', text: 'Van: k@mail.example\n\nHoi' },
    ]);
  });

  it('is no event when nothing stands in it', async () => {
    expect(await read('X-Nothing: 1', '', '')).toEqual([]);
  });
});

describe('an e-mail that forwards others', () => {
  const attached = (...messages: readonly (readonly string[])[]) => [
    'From: Fatima <fatima@wierdam.example>',
    'Subject: Fwd: dit stuurde hij',
    'Date: Sun, 22 Nov 2026 09:00:00 +0100',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Kijk eens.',
    ...messages.flatMap((message) => ['--b', 'Content-Type: message/rfc822', '', ...message]),
    '--b--',
  ];

  it('as attachments, is about each of these', async () => {
    const second = ['Subject: Nummer 2', 'Date: Wed, 4 Nov 2026 08:00:00 +0100', '', 'Nog eens.'];
    expect(await read(...attached([...head, '', 'Ik weet waar je werkt.'], second))).toEqual([
      first,
      { day: '2026-11-04', time: '08:00', way: 'mail', text: 'Onderwerp: Nummer 2\n\nNog eens.' },
    ]);
  });

  it('below a head in its text, is about what stands there', async () => {
    const quoted = ['Van: K. Wolters', 'Verzonden: dinsdag 3 november 2026 23:10', 'Aan: Balie', 'Onderwerp: Nummer 1'];
    const mail = [
      'Subject: FW: Nummer 1',
      'Date: Sun, 22 Nov 2026 09:00:00 +0100',
      '',
      'Kijk eens.',
      '',
      ...quoted,
      '',
      'Ik weet het.',
    ];
    expect(await read(...mail)).toEqual([
      { day: '2026-11-03', time: '23:10', way: 'mail', text: 'Van: K. Wolters\nOnderwerp: Nummer 1\n\nIk weet het.' },
    ]);
  });

  it('is itself the event when no other is found in it', async () => {
    expect(await read('Subject: Fwd: niets', 'Date: Tue, 3 Nov 2026 10:00:00 +0100', '', 'Kijk eens.')).toMatchObject([
      { day: '2026-11-03', text: 'Onderwerp: Fwd: niets\n\nKijk eens.' },
    ]);
  });

  it('two hundred at most', async () => {
    const many = Array.from({ length: 205 }, (_, at) => ['Subject: a', `Message-ID: <${at}>`, '', 'x']);
    expect(await read(...attached(...many))).toHaveLength(200);
  });
});
