import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as files from '../../../tests/support/sample-files.ts';
import { withoutCitizenServiceNumbers } from './masked-name.ts';
import { isMislabelled, isWorthSending, nameToHandOut, whatItIs } from './what-it-is.ts';

const look = (bytes: Buffer) =>
  whatItIs({ size: bytes.length, bytes: async (from, until) => bytes.subarray(from, until) });

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('what a file is, by its bytes', () => {
  it.each([
    ['a screenshot', png, 'image/png'],
    ['a letter as PDF', files.pdf, 'application/pdf'],
    ['a letter of Word', files.docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a letter of LibreOffice', files.odt, 'application/vnd.oasis.opendocument.text'],
    ['a saved e-mail', files.email, 'message/rfc822'],
    ['an e-mail from Outlook', files.outlookMessage, 'application/vnd.ms-outlook'],
    ['sound', files.sound, 'audio/wav'],
  ])('knows %s', async (_, bytes, mediaType) => {
    expect(await look(bytes)).toMatchObject({ mediaType });
    expect(await isWorthSending(bytes)).toBe(true);
  });

  it('knows a photo of a phone', async () => {
    expect(await look(await files.photoWithPlace())).toEqual({ kind: 'image', mediaType: 'image/jpeg' });
  });

  it('knows a photo of an iPhone, which nobody can look at here, under whatever name it comes', async () => {
    const heic = Buffer.concat([
      Buffer.from('000000186674797068656963000000006d69663168656963', 'hex'),
      Buffer.alloc(64),
    ]);
    expect(await look(heic)).toEqual({ kind: 'image', mediaType: 'image/heic' });
    expect(isMislabelled('IMG_0412.JPG', 'image/heic')).toBe(true);
    expect(nameToHandOut('IMG_0412.JPG', 'image/heic')).toBe('IMG_0412.JPG.heic');
  });

  it('knows a letter that would unpack to a hundred megabytes without unpacking it', async () => {
    const bomb = files.zipOf({ '[Content_Types].xml': '', 'word/document.xml': 'a'.repeat(100_000_000) });
    let read = 0;
    const counted = {
      size: bomb.length,
      bytes: async (from: number, until: number) => {
        read += until - from;
        return bomb.subarray(from, until);
      },
    };
    expect(await whatItIs(counted)).toMatchObject({ kind: 'document' });
    expect(read).toBeLessThan(200_000);
  });

  it.each([
    ['a program', files.program],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a picture with script in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['plain text', Buffer.from('Wacht maar: ik kom terug.\nEcht.\n')],
    ['nothing but zeros', Buffer.alloc(3000)],
    ['a letter of the old Word', files.oldWordLetter],
    ['a zip', files.zipOf({ 'foto.jpg': 'x' })],
    ['a spreadsheet', files.zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
    ['a zip without its end', files.docx.subarray(0, -4)],
    ['one byte', Buffer.from('M')],
  ])('refuses %s', async (_, bytes) => {
    expect(await look(bytes)).toBe('attachment-kind-not-allowed');
  });

  it('refuses a letter with a program in it', async () => {
    expect(await look(files.docxWithMacro)).toBe('attachment-has-macros');
  });

  it('says of a program at the first piece that the rest need not come', async () => {
    expect(await isWorthSending(files.program)).toBe(false);
  });

  it('always gives an answer, whatever the bytes', async () => {
    const starts = ['PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '%PDF', '\xff\xd8\xff', 'From: ', 'RIFF', 'OggS'];
    const bytes = fc.uint8Array({ maxLength: 700 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts, ''), bytes, async (start, rest) => {
        await look(Buffer.concat([Buffer.from(start, 'latin1'), rest]));
        await look(Buffer.concat([Buffer.from(start, 'latin1'), rest, files.docx.subarray(-40)]));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a name that says something else', () => {
  it('is seen, and gets the right ending when it is handed out', () => {
    expect(isMislabelled('foto.jpg', 'application/pdf')).toBe(true);
    expect(nameToHandOut('foto.jpg', 'application/pdf')).toBe('foto.jpg.pdf');
    expect(nameToHandOut('factuur.pdf.exe', 'application/pdf')).toBe('factuur.pdf.exe.pdf');
  });
  it('is nothing when it only says nothing, or says it otherwise', () => {
    expect(isMislabelled('foto', 'image/jpeg')).toBe(false);
    expect(isMislabelled('IMG_1.JPEG', 'image/jpeg')).toBe(false);
    expect(nameToHandOut('foto', 'image/jpeg')).toBe('foto.jpg');
  });
  it('never holds a citizen service number', () => {
    expect(withoutCitizenServiceNumbers('brief 111222333 van hem.pdf')).toBe('brief ********* van hem.pdf');
    expect(withoutCitizenServiceNumbers('IMG_20260310_135959.jpg')).toBe('IMG_20260310_135959.jpg');
  });
});
