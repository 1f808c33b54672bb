import { hiddenMark } from './sample-files.ts';

/**
 * A photo as an iPhone keeps it: tiles of HEVC laid side by side as a grid, turned, with where and with what it was taken in its
 * Exif. The tile is our own: four fields of colour, 64 by 64 points, in 36 bytes.
 */
export function heicPhoto({ columns = 2, rows = 1, turned = true, claims = {} }: HeicPhoto = {}): Buffer {
  const size = { width: columns * TILE, height: rows * TILE, ...claims };
  const tiles = columns * rows;
  const exif = Buffer.concat([uint32(0), text('MM\0*\0\0\0\x08\0\0\0\0'), text(hiddenMark)]);
  const grid = Buffer.concat([bytes(0, 1, rows - 1, columns - 1), uint32(size.width), uint32(size.height)]);
  const start = box('ftyp', text('heic'), uint32(0), text('mif1'), text('heic'));
  const describe = (at: number) => description({ size, turned, tiles, at, lengths: [slice, grid, exif].map(lengthOf) });
  // How long the description is does not depend on where the rest stands.
  const at = start.length + describe(0).length + BOX_HEAD;
  return Buffer.concat([start, describe(at), box('mdat', slice, grid, exif)]);
}

interface HeicPhoto {
  readonly columns?: number;
  readonly rows?: number;
  readonly turned?: boolean;
  /** What it says to be, where that is not what its tiles make. */
  readonly claims?: { readonly width?: number; readonly height?: number };
}

const TILE = 64;
const BOX_HEAD = 8;
const videoSet = base64('QAEMAv//AWAAAAMAgAAAAwAAAwC6AAAsCQA=');
const sequenceSet = base64('QgECAWAAAAMAgAAAAwAAAwC6AACgIIEFy5JMqm4CGgwIAAADAAgAAAMAyEAA');
const pictureSet = base64('RAHBcYKZIAA=');
const pictureOfTile = base64('JgGveOtHYXxcnfAyi7/72/X1+I6Kf+ziL3FkQGDQDvgyDkSw');
const slice = Buffer.concat([uint32(pictureOfTile.length), pictureOfTile]);

interface Description {
  readonly size: { readonly width: number; readonly height: number };
  readonly turned: boolean;
  readonly tiles: number;
  /** Where the tile, the grid and the Exif stand, one after the other. */
  readonly at: number;
  readonly lengths: readonly number[];
}

/** All tiles are the same bytes; items 1 to `tiles` point at them. */
function description({ size, turned, tiles, at, lengths: [tile = 0, grid = 0, exif = 0] }: Description): Buffer {
  const tileIds = Array.from({ length: tiles }, (_, index) => index + 1);
  const gridId = tiles + 1;
  const exifId = tiles + 2;
  const items = [...tileIds.map((id) => item(id, 'hvc1')), item(gridId, 'grid'), item(exifId, 'Exif')];
  const places = [
    ...tileIds.map((id) => place(id, at, tile)),
    place(gridId, at + tile, grid),
    place(exifId, at + tile + grid, exif),
  ];
  return fullBox(
    'meta',
    0,
    fullBox('hdlr', 0, uint32(0), text('pict'), Buffer.alloc(13)),
    fullBox('pitm', 0, uint16(gridId)),
    fullBox('iinf', 0, uint16(items.length), ...items),
    fullBox(
      'iref',
      0,
      box('dimg', uint16(gridId), uint16(tiles), ...tileIds.map(uint16)),
      box('cdsc', uint16(exifId), uint16(1), uint16(gridId)),
    ),
    box('iprp', box('ipco', ...properties(size)), belonging(tileIds, gridId, turned)),
    fullBox('iloc', 0, bytes(0x44, 0), uint16(places.length), ...places),
  );
}

const place = (id: number, at: number, length: number) =>
  Buffer.concat([uint16(id), uint16(0), uint16(1), uint32(at), uint32(length)]);

const item = (id: number, type: string) => fullBox('infe', 2, uint16(id), uint16(0), text(type), bytes(0));

/** 1: how the tile is coded, 2: its size, 3: the size of the whole, 4: a quarter turn to the right. */
function properties({ width, height }: Description['size']): Buffer[] {
  const sets = [videoSet, sequenceSet, pictureSet].map((set, index) =>
    Buffer.concat([bytes(0xa0 | (32 + index)), uint16(1), uint16(set.length), set]),
  );
  const profile = base64('AQFgAAAAAAAAAAAAuvAA/P34+AAACw==');
  return [
    box('hvcC', profile, bytes(sets.length), ...sets),
    fullBox('ispe', 0, uint32(TILE), uint32(TILE)),
    fullBox('ispe', 0, uint32(width), uint32(height)),
    box('irot', bytes(3)),
  ];
}

function belonging(tileIds: readonly number[], gridId: number, turned: boolean): Buffer {
  const essential = 0x80;
  const ofTiles = tileIds.map((id) => Buffer.concat([uint16(id), bytes(2, 1 | essential, 2)]));
  const ofGrid = [uint16(gridId), turned ? bytes(2, 3, 4 | essential) : bytes(1, 3)];
  return fullBox('ipma', 0, uint32(tileIds.length + 1), ...ofTiles, ...ofGrid);
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([uint32(content.length + BOX_HEAD), text(type), content]);
}

const fullBox = (type: string, version: number, ...parts: readonly Buffer[]) =>
  box(type, bytes(version, 0, 0, 0), ...parts);

function base64(encoded: string): Buffer {
  return Buffer.from(encoded, 'base64');
}

const lengthOf = ({ length }: Buffer) => length;
const text = (letters: string) => Buffer.from(letters, 'latin1');
const bytes = (...values: readonly number[]) => Buffer.from(values);

function uint16(value: number): Buffer {
  const written = Buffer.alloc(2);
  written.writeUInt16BE(value);
  return written;
}

function uint32(value: number): Buffer {
  const written = Buffer.alloc(4);
  written.writeUInt32BE(value);
  return written;
}
