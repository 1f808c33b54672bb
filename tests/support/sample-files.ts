import sharp from 'sharp';

/** Somewhere in the Noordzee: no address of anybody. */
export const hiddenPlace = { latitude: '54/1 7/1 30/1', longitude: '3/1 21/1 0/1' } as const;

/** Words that stand in the hidden data of the photo, and nowhere else. */
export const hiddenMark = 'Kraaiennest-camera';

/** A photo as a phone makes it: with the place, the device and the moment in it, and held upright. */
export function photoWithPlace({ width = 640, height = 480 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#7a8f6b' } })
    .composite([{ input: Buffer.from(counter(width, height)), top: 0, left: 0 }])
    .withExif({
      IFD0: { Make: 'Wierdam', Model: hiddenMark },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: hiddenPlace.latitude,
        GPSLongitudeRef: 'E',
        GPSLongitude: hiddenPlace.longitude,
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();
}

const counter = (width: number, height: number) =>
  `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="45%" fill="#dfe6ea"/>
   <rect x="8%" y="55%" width="84%" height="30%" fill="#5d4632"/><circle cx="50%" cy="40%" r="12%" fill="#3c4f63"/></svg>`;

export const email = Buffer.from(
  'Return-Path: <x@y.example>\r\nFrom: Boos <boos@y.example>\r\nTo: balie@wierdam.example\r\nSubject: Moerbeientaart\r\n\r\nWacht maar.\r\n',
);

export const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(4096, 7)]);

/** A zip with these names in its table of contents; what is "in" them is never looked at. */
export function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const contents: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 'latin1');
    local.writeUInt32LE(text.length, 18);
    local.writeUInt32LE(text.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name + text));
    contents.push(entry, Buffer.from(name));
    at += local.length + name.length + text.length;
  }
  const table = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, table, end]);
}

export const docx = zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' });
export const docxWithMacro = zipOf({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': 'x' });
export const odt = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<c/>' });
export const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** The container of Outlook: the class of its root says what it is. */
export function compoundFile(rootClass: string): Buffer {
  const file = Buffer.alloc(1024);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(0, 48);
  Buffer.from('Root Entry', 'utf16le').copy(file, 512);
  Buffer.from(rootClass, 'hex').copy(file, 512 + 80);
  return file;
}
export const outlookMessage = compoundFile('0b0d020000000000c000000000000046');
export const oldWordLetter = compoundFile('0609020000000000c000000000000046');
/** A second of silence, as a WAV. */
export const sound = Buffer.concat([
  Buffer.from('RIFF$\x1f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0@\x1f\0\0@\x1f\0\0\x01\0\x08\0data\0\x1f\0\0', 'latin1'),
  Buffer.alloc(7936, 128),
]);
