/** The words of taking an older register over. Free of zod: pages and rules use them too. */

/** What a column of the file can become here. */
export const importTargets = [
  'leave_out',
  'number',
  'occurred',
  'occurred_time',
  'occurred_year',
  'occurred_month',
  'occurred_day',
  'reported',
  'kind',
  'behaviour',
  'severity',
  'place',
  'place_text',
  'coordinates',
  'team',
  'injured',
  'police',
  'aggressor',
  'story',
  'state',
] as const;
export type ImportTarget = (typeof importTargets)[number];

/** Of these every value in the file is told to be one of our codes. */
export const valueTargets = ['kind', 'behaviour', 'severity', 'place', 'team', 'injured', 'police', 'state'] as const;
export type ValueTarget = (typeof valueTargets)[number];

/** These may come from several columns: the texts are put under each other, each with the name of its column. */
export const textTargets = ['place_text', 'coordinates', 'aggressor', 'story'] as const;
export type TextTarget = (typeof textTargets)[number];

/** A value that is known and not taken over: "n.v.t.", "onbekend", "?". */
export const NOTHING = '';

/** The place of a value can be one of our buildings: this, and its id. */
export const LOCATION_PREFIX = 'location:';

/** A kind or a place can also be a word of the organisation's own: this, the code that it counts as, and its own code with a colon between. */
export const WORD_PREFIX = 'word:';

/** Which of the two short numbers of a date comes first. */
export const dateOrders = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

/**
 * uploading → reading → read → checking → checked → importing → imported → undoing → undone.
 * `unreadable`: the file is none that we can take over; the problem says why.
 */
export const importStates = [
  'uploading',
  'reading',
  'unreadable',
  'read',
  'checking',
  'checked',
  'importing',
  'imported',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

/** What somebody sees a progress bar of, and asks about again. */
export const busyStates: readonly ImportState[] = ['reading', 'checking', 'importing', 'undoing'];

export const importFormats = ['csv', 'xlsx', 'ods'] as const;
export type ImportFormat = (typeof importFormats)[number];

export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type ImportEncoding = (typeof importEncodings)[number];

/** Files travel in pieces of this many bytes, so that a broken connection costs one piece. */
export const IMPORT_PART_BYTES = 1024 * 1024;
export const IMPORT_MOST_PARTS = 100;
export const IMPORT_MOST_BYTES = IMPORT_PART_BYTES * IMPORT_MOST_PARTS;
