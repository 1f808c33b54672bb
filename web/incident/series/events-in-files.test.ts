import { describe, expect, it } from 'vitest';
import { eventsInFiles } from './events-in-files.ts';

const lastModified = Date.parse('2026-11-05T22:30:00Z');
const file = (name: string, type: string, ...lines: readonly string[]) =>
  new File([lines.join('\r\n')], name, { type, lastModified });
const found = async (...files: readonly File[]) =>
  (await eventsInFiles(files)).map(({ day, time, way, text, file: kept }) => [day, time, way, text, kept?.name]);

describe('a file that somebody kept', () => {
  it('is an e-mail, at the moment it was sent', async () => {
    const mail = file(
      '1.eml',
      '',
      'Subject: Nummer 1',
      'Date: Tue, 3 Nov 2026 23:10:00 +0100',
      '',
      'Ik weet je te vinden.',
    );
    expect(await found(mail)).toEqual([
      ['2026-11-03', '23:10', 'mail', 'Onderwerp: Nummer 1\n\nIk weet je te vinden.', '1.eml'],
    ]);
  });

  it.each([
    ['schermafbeelding 12.png', 'image/png', 'message', 'schermafbeelding 12'],
    ['voicemail.m4a', 'audio/mp4', 'call', 'voicemail'],
    ['Dreiging.msg', '', 'mail', 'Dreiging'],
    ['brief', 'application/pdf', 'other', 'brief'],
    ['leeg.eml', 'message/rfc822', 'mail', 'leeg'],
  ])('%s is one event on its own day here, with the file', async (name, type, way, text) => {
    expect(await found(file(name, type))).toEqual([['2026-11-05', null, way, text, name]]);
  });

  it('is a talk from WhatsApp: an event for each line, and no file to keep', async () => {
    const talk = file(
      '_chat.txt',
      'text/plain',
      '[03-11-2026 10:12:33] Jan: wacht maar',
      '[04-11-2026 11:00:00] Jan: hoor je',
    );
    expect(await found(talk)).toEqual([
      ['2026-11-03', '10:12', 'message', 'Jan: wacht maar', undefined],
      ['2026-11-04', '11:00', 'message', 'Jan: hoor je', undefined],
    ]);
  });

  it('stands among the others in the order in which it happened', async () => {
    const mail = file('2.eml', '', 'Date: Fri, 6 Nov 2026 08:00:00 +0100', '', 'Later.');
    expect((await found(mail, file('foto.jpg', 'image/jpeg'))).map(([day]) => day)).toEqual([
      '2026-11-05',
      '2026-11-06',
    ]);
  });
});
