import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { findLeaks, type Place, placeOf, placesInDatabase, placesInFolder } from './leaks.ts';

const name = 'Zéphyrin Quasimodo';
const around = (bytes: Buffer): Place => ({
  name: 'somewhere',
  bytes: Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]),
});
const found = (place: Place) => findLeaks([name], [place]).map(({ as }) => as);

describe('a name that leaked', () => {
  it.each([
    ['text', Buffer.from(name)],
    ['text', Buffer.from(name.toLowerCase())],
    ['text', Buffer.from('Zephyrin Quasimodo')],
    ['UTF-16', Buffer.from(name, 'utf16le')],
    ['UTF-16 BE', Buffer.from(name, 'utf16le').swap16()],
    ['Latin-1', Buffer.from(name, 'latin1')],
    ['hex', Buffer.from(Buffer.from(name).toString('hex'))],
    ['hex', Buffer.from(Buffer.from(name).toString('hex').toUpperCase())],
    ['hex of UTF-16', Buffer.from(Buffer.from(name, 'utf16le').toString('hex'))],
    ['part of an address', Buffer.from(encodeURIComponent(name))],
    ['JSON escapes', Buffer.from('Z\\u00e9phyrin Quasimodo')],
  ])('is found as %s', (as, written) => {
    expect(found(around(written))).toContain(as);
  });

  it.each([0, 1, 2])('is found in base64 when %i bytes of a group stand before it', (alignment) => {
    for (const [encoding, within] of [
      ['utf8', ''],
      ['utf16le', ' of UTF-16'],
    ] as const) {
      const whole = Buffer.concat([
        Buffer.alloc(alignment + 3, 'x'),
        Buffer.from(name, encoding),
        Buffer.from('and more'),
      ]);
      for (const alphabet of ['base64', 'base64url'] as const) {
        const as = new RegExp(`^base64(url)?${within}, alignment ${alignment}$`);
        expect(found(around(Buffer.from(whole.toString(alphabet))))).toContainEqual(expect.stringMatching(as));
      }
    }
  });

  it('is found in a mail that breaks it over lines', () => {
    const base64 = Buffer.from(`een verhaal over ${name} dat lang genoeg is`).toString('base64');
    const folded = base64.replaceAll(/(.{16})/g, '$1\r\n');
    expect(found(placeOf('mail', folded))).toContainEqual(expect.stringMatching(/^base64, .* over lines$/));
    expect(found(placeOf('mail', 'over Z=C3=A9phyrin Qua=\r\nsimodo'))).toContain('text in quoted-printable');
  });

  it('is found in any table, as text, bytes or JSON', async () => {
    const { owner } = await testDatabase();
    await owner.query(
      'create table public.a (words text); create table public.b (bytes bytea); create table public.c (data jsonb)',
    );
    await owner.query('insert into public.a values ($1)', [`hij heet ${name}.`]);
    await owner.query('insert into public.b values ($1)', [Buffer.from(`hij heet ${name}.`)]);
    await owner.query('insert into public.c values ($1)', [{ who: [name] }]);
    const leaks = findLeaks([name], await placesInDatabase(owner));
    expect(leaks.map(({ place, as }) => `${place}: ${as}`).sort()).toEqual([
      'rows of public.a: text',
      'rows of public.b: hex',
      'rows of public.c: text',
    ]);
  });

  it('is found in any file of a folder', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leaks-'));
    fs.mkdirSync(path.join(folder, 'deep'));
    fs.writeFileSync(path.join(folder, 'deep', 'file'), Buffer.concat([Buffer.alloc(5000), Buffer.from(name)]));
    expect(findLeaks([name], placesInFolder(folder))).toMatchObject([{ place: path.join('deep', 'file'), at: 5000 }]);
    fs.rmSync(folder, { recursive: true });
  });

  it('is not found where it is not', () => {
    expect(findLeaks([name], [placeOf('log', 'Zephyr blows; Quasimodo rings.'), placeOf('empty', '')])).toEqual([]);
  });
});
