import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

/** Where something may have leaked to: the rows of a table, a file of the write-ahead log, the mail that went out. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Leak {
  readonly sentinel: string;
  readonly place: string;
  /** How it was written there: `text`, `hex`, `base64`, `UTF-16` … */
  readonly as: string;
  readonly at: number;
}

interface Needle {
  readonly sentinel: string;
  readonly as: string;
  readonly bytes: Buffer;
}

/**
 * Looks for texts that must be nowhere, in every way in which a program may have written them. An empty answer says something
 * only when the texts are long and odd enough not to stand anywhere by chance. Each text is reported once per place and way.
 */
export function findLeaks(sentinels: readonly string[], places: Iterable<Place>): Leak[] {
  const find = finderOf(sentinels.flatMap(needlesOf));
  const leaks = new Map<string, Leak>();
  for (const { name: place, bytes } of places) {
    for (const [view, content] of viewsOf(bytes)) {
      find(content, ({ sentinel, as }, at) => {
        const leak = { sentinel, place, as: as + view, at };
        const once = JSON.stringify([sentinel, place, leak.as]);
        if (!leaks.has(once)) leaks.set(once, leak);
      });
    }
  }
  return [...leaks.values()];
}

type Finder = (content: Buffer, found: (needle: Needle, at: number) => void) => void;

/** Hundreds of needles in hundreds of megabytes of log: the first three bytes decide where it is worth looking further. */
function finderOf(needles: readonly Needle[]): Finder {
  const beginnings = Map.groupBy(needles, ({ bytes }) => bytes.readUIntBE(0, 3));
  const mayBegin = new Uint8Array(2 ** 24);
  for (const beginning of beginnings.keys()) mayBegin[beginning] = 1;
  return (content, found) => {
    let three = 0;
    for (let end = 0; end < content.length; end++) {
      three = ((three << 8) | (content[end] ?? 0)) & 0xffffff;
      if (mayBegin[three] === 0 || end < 2) continue;
      const at = end - 2;
      for (const needle of beginnings.get(three) ?? []) {
        if (content.compare(needle.bytes, 0, undefined, at, Math.min(at + needle.bytes.length, content.length)) === 0) {
          found(needle, at);
        }
      }
    }
  };
}

/** Every row of every table, as text; bytes are hexadecimals there. */
export async function placesInDatabase(owner: pg.Pool): Promise<Place[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
  );
  return Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${name} t`);
      return placeOf(`rows of ${name}`, rows.map(({ line }) => line).join('\n'));
    }),
  );
}

/** Every file in a folder and below it: the write-ahead log, the anchors, a backup. */
export function* placesInFolder(folder: string): Generator<Place> {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    yield { name: path.relative(folder, file), bytes: fs.readFileSync(file) };
  }
}

export function placeOf(name: string, content: string | object): Place {
  return { name, bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content), 'utf8') };
}

type Encoded = Pick<Needle, 'as' | 'bytes'>;

function needlesOf(sentinel: string): Needle[] {
  const encoded = spellingsOf(sentinel).flatMap((spelling): Encoded[] => [
    ...encodingsOf(Buffer.from(spelling, 'utf8'), 'text'),
    ...encodingsOf(Buffer.from(spelling, 'utf16le'), 'UTF-16'),
    { as: 'UTF-16 BE', bytes: Buffer.from(spelling, 'utf16le').swap16() },
    { as: 'Latin-1', bytes: Buffer.from(spelling, 'latin1') },
    { as: 'part of an address', bytes: Buffer.from(encodeURIComponent(spelling)) },
    { as: 'JSON escapes', bytes: Buffer.from(jsonEscaped(spelling)) },
  ]);
  // Without accents most ways of writing are one: then it is called text.
  const different = new Map(encoded.toReversed().map((needle) => [needle.bytes.toString('hex'), needle]));
  return [...different.values()].map((needle) => ({ sentinel, ...needle }));
}

/** As somebody wrote it, and as an index or a search would keep it. */
function spellingsOf(sentinel: string): string[] {
  const plain = sentinel.normalize('NFKD').replace(/\p{Diacritic}/gu, '');
  return [...new Set([sentinel, sentinel.toLowerCase(), sentinel.toUpperCase(), plain, plain.toLowerCase()])];
}

function encodingsOf(bytes: Buffer, name: string): Encoded[] {
  const within = name === 'text' ? '' : ` of ${name}`;
  const hex = bytes.toString('hex');
  return [
    { as: name, bytes },
    { as: `hex${within}`, bytes: Buffer.from(hex) },
    { as: `hex${within}`, bytes: Buffer.from(hex.toUpperCase()) },
    ...[0, 1, 2].flatMap((alignment) => [
      { as: `base64${within}, alignment ${alignment}`, bytes: base64At(bytes, alignment, 'base64') },
      { as: `base64url${within}, alignment ${alignment}`, bytes: base64At(bytes, alignment, 'base64url') },
    ]),
  ];
}

/** The letters that are the same whatever stands before and after, for each of the three places in a group of three bytes. */
function base64At(bytes: Buffer, alignment: number, encoding: 'base64' | 'base64url'): Buffer {
  const letters = Buffer.concat([Buffer.alloc(alignment), bytes]).toString(encoding);
  const whole = Math.floor(((alignment + bytes.length) * 8) / 6);
  return Buffer.from(letters.slice(Math.ceil((alignment * 8) / 6), whole));
}

function jsonEscaped(text: string): string {
  return text.replaceAll(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Mail breaks lines in the middle of words and writes letters as =C3=B6; both are undone before looking again. */
function viewsOf(bytes: Buffer): [string, Buffer][] {
  const views: [string, Buffer][] = [['', bytes]];
  if (bytes.includes(0) || !bytes.includes('\n')) return views;
  const text = bytes.toString('latin1');
  views.push([' over lines', Buffer.from(text.replaceAll(/\r?\n/g, ''), 'latin1')]);
  if (text.includes('=')) {
    const unfolded = text.replaceAll(/=\r?\n/g, '');
    const decoded = unfolded.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    views.push([' in quoted-printable', Buffer.from(decoded, 'latin1')]);
  }
  return views;
}
