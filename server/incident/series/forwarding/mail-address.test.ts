import { describe, expect, it } from 'vitest';
import { isUuid } from '../../../platform/index.ts';
import { hashOfLocalPart, mailIdOf, newLocalPart, worksUntil } from './mail-address.ts';

const key = Buffer.alloc(32, 1);
const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'));

describe('an address', () => {
  it('is small letters and digits, and never the same', () => {
    const made = Array.from({ length: 200 }, newLocalPart);
    expect(new Set(made).size).toBe(200);
    for (const one of made) expect(one).toMatch(/^[a-z2-7]{32}$/);
  });

  it('is found again however a mail program writes it, with the key only', () => {
    const localPart = newLocalPart();
    const hash = hashOfLocalPart(key, localPart);
    expect(hashOfLocalPart(key, localPart.toUpperCase())).toEqual(hash);
    expect(hashOfLocalPart(Buffer.alloc(32, 2), localPart)).not.toEqual(hash);
  });

  it('works until a month after it was used', () => {
    expect(worksUntil(new Date('2026-03-10T09:00:00Z'))).toEqual(new Date('2026-04-09T09:00:00Z'));
  });
});

describe('a mail', () => {
  const sent = mail('Received: one way', 'Message-ID: <1@mail.example>', '', 'Hallo');
  const id = mailIdOf(key, 'address', sent);

  it('is the same when it is sent again, by whatever way', () => {
    expect(isUuid(id)).toBe(true);
    expect(mailIdOf(key, 'address', mail('Received: another', 'message-id:\r\n <1@mail.example>', '', 'Hallo'))).toBe(
      id,
    );
  });

  it.each([
    ['has other words', mail('Message-ID: <1@mail.example>', '', 'Dag')],
    ['has another number', mail('Message-ID: <2@mail.example>', '', 'Hallo')],
    ['has no number', mail('Received: one way', '', 'Hallo')],
    ['names a number in its words', mail('Received: one way', '', 'Message-ID: <1@mail.example>')],
  ])('is another when it %s', (_what, other) => {
    expect(mailIdOf(key, 'address', other)).not.toBe(id);
  });

  it('is another at another address', () => {
    expect(mailIdOf(key, 'elsewhere', sent)).not.toBe(id);
  });
});
