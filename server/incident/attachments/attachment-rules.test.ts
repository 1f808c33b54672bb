import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, type Kept, limitRefusal, lookRefusal, MOST_FILES, shownAs } from './attachment-rules.ts';

const limits = { fileBytes: 1000, dossierBytes: 5000 };
const none = { files: 0, bytes: 0 };

describe('how much may be added', () => {
  it.each([
    ['an empty file', 0, none, 'attachment-empty'],
    ['one that just fits', 1000, none, undefined],
    ['one byte too many', 1001, none, 'attachment-too-large'],
    ['two gigabytes', 2 ** 31, none, 'attachment-too-large'],
    ['what just fills the dossier', 1000, { files: 4, bytes: 4000 }, undefined],
    ['what no longer fits the dossier', 1000, { files: 4, bytes: 4001 }, 'dossier-full'],
    ['one more than anybody would add', 1, { files: MOST_FILES, bytes: 0 }, 'dossier-full'],
  ] as const)('says of %s', (_, size, there, refusal) => {
    expect(limitRefusal(size, there, limits)).toBe(refusal);
  });
});

const photo: Kept = {
  kind: 'image',
  mediaType: 'image/jpeg',
  scan: 'not_scanned',
  copy: 'ready',
  isHidden: false,
};

describe('who may open it', () => {
  it('keeps what is hidden for those who lead', () => {
    expect(lookRefusal({ ...photo, isHidden: true }, false)).toBe('attachment-hidden');
    expect(lookRefusal({ ...photo, isHidden: true }, true)).toBeUndefined();
  });
  it('lets nobody open what may be infected, or is', () => {
    expect(lookRefusal({ ...photo, scan: 'waiting' }, true)).toBe('attachment-not-scanned-yet');
    expect(lookRefusal({ ...photo, scan: 'infected' }, true)).toBe('attachment-infected');
    expect(lookRefusal({ ...photo, scan: 'clean' }, false)).toBeUndefined();
  });
  it('never shows the original of a picture', () => {
    for (const copy of ['none', 'waiting', 'impossible'] as const) expect(shownAs({ ...photo, copy })).toBeUndefined();
    expect(shownAs(photo)).toBe('copy');
  });
  it('plays sound and shows a PDF, and hands out everything else only', () => {
    const other = { ...photo, copy: 'none' as const };
    expect(shownAs({ ...other, kind: 'audio', mediaType: 'audio/mpeg' })).toBe('original');
    expect(shownAs({ ...other, kind: 'document', mediaType: 'application/pdf' })).toBe('original');
    expect(shownAs({ ...other, kind: 'email', mediaType: 'message/rfc822' })).toBeUndefined();
    expect(shownAs({ ...other, kind: 'video', mediaType: 'video/mp4' })).toBeUndefined();
  });
});

describe('the name of a file', () => {
  it.each([
    ['Foto balie.jpg', 'Foto balie.jpg'],
    ['C:\\Users\\Fatima\\Bureaublad\\brief.pdf', 'brief.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['foto\u202egpj.exe', 'fotogpj.exe'],
    ['a\u0000b\u0007.png', 'ab.png'],
    ['\ud800half.png', 'half.png'],
    ['cafe\u0301.jpg', 'café.jpg'],
    ['   ', 'bestand'],
    ['...', 'bestand'],
    ['', 'bestand'],
  ])('makes of %j', (given, kept) => {
    expect(cleanName(given)).toBe(kept);
  });
  it('cuts a long one in the middle, so that its ending stays', () => {
    expect(cleanName(`${'é'.repeat(1000)}.docx`)).toMatch(/^é{170,180}….docx$/);
  });
  it('is short, whole and free of tricks, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanName(given);
        expect(name.isWellFormed()).toBe(true);
        expect([...name].length).toBeLessThanOrEqual(190);
        expect(name).not.toMatch(/[/\\\p{Cc}\u202e]/u);
        expect(name).not.toBe('');
      }),
    );
  });
});
