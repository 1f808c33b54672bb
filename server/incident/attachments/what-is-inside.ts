import type { Readable } from './what-it-is.ts';

/** What a zip is, by the names in its table of contents and its first, unpacked entry. Nothing is unpacked: a zip bomb stays a zip. */
export async function lettersInZip(file: Readable): Promise<string | undefined> {
  const names = await namesInZip(file);
  if (names === undefined) return undefined;
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) {
    return names.has('word/vbaProject.bin')
      ? 'attachment-has-macros'
      : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  if ((await firstStoredEntry(file)) === ODT) {
    return [...names].some((name) => /^(?:Basic|Scripts)\//.test(name)) ? 'attachment-has-macros' : ODT;
  }
  return undefined;
}

const ODT = 'application/vnd.oasis.opendocument.text';
/** The record at the end of a zip, and the longest remark that may follow it. */
const END_BYTES = 22;
const END_SEARCH_BYTES = END_BYTES + 0xffff;
const LARGEST_CONTENTS = 2 * 1024 * 1024;
const ENTRY_BYTES = 46;

async function namesInZip(file: Readable): Promise<ReadonlySet<string> | undefined> {
  const tail = await file.bytes(Math.max(0, file.size - END_SEARCH_BYTES), file.size);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + END_BYTES > tail.length) return undefined;
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (length > LARGEST_CONTENTS || start + length > file.size) return undefined;
  return namesInContents(await file.bytes(start, start + length));
}

function namesInContents(contents: Buffer): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (let at = 0; at + ENTRY_BYTES <= contents.length; ) {
    if (contents.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = contents.readUInt16LE(at + 28);
    names.add(contents.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength));
    at += ENTRY_BYTES + nameLength + contents.readUInt16LE(at + 30) + contents.readUInt16LE(at + 32);
  }
  return names;
}

/** OpenDocument says what it is in a first entry that is not packed. */
async function firstStoredEntry(file: Readable): Promise<string | undefined> {
  const head = await file.bytes(0, Math.min(file.size, 256));
  if (head.length < 30 || head.readUInt16LE(8) !== 0) return undefined;
  const nameEnd = 30 + head.readUInt16LE(26);
  if (head.toString('latin1', 30, nameEnd) !== 'mimetype') return undefined;
  const from = nameEnd + head.readUInt16LE(28);
  return head.toString('latin1', from, from + head.readUInt32LE(18));
}

const OUTLOOK_CLASS = Buffer.from('0b0d020000000000c000000000000046', 'hex');
const FOLDER_ENTRY_BYTES = 128;

/** By what the root of the container says it is, or else by the names that only a message has. */
export async function isOutlookMessage(file: Readable): Promise<boolean> {
  const head = await file.bytes(0, Math.min(file.size, 512));
  if (head.length < 512) return false;
  const sectorBytes = head.readUInt16LE(30) === 12 ? 4096 : 512;
  const start = (head.readUInt32LE(48) + 1) * sectorBytes;
  if (start + sectorBytes > file.size) return false;
  const folder = await file.bytes(start, start + sectorBytes);
  if (folder.subarray(80, 96).equals(OUTLOOK_CLASS)) return true;
  for (let at = FOLDER_ENTRY_BYTES; at < folder.length; at += FOLDER_ENTRY_BYTES) {
    if (/^__(?:nameid_version1\.0|properties_version1\.0|substg1\.0_)/.test(folder.toString('utf16le', at, at + 64)))
      return true;
  }
  return false;
}
