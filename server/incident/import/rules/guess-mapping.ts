import type { ImportColumn, ImportMapping } from '../../../../contract/import.ts';
import {
  type DateOrder,
  type ImportTarget,
  LOCATION_PREFIX,
  NOTHING,
  textTargets,
  type ValueTarget,
  valueTargets,
  WORD_PREFIX,
} from '../../../../contract/import-words.ts';
import { isOwnCode, type Word } from '../../../../contract/vocabulary-words.ts';
import { readDate } from './dates.ts';
import { headerWords, valueWords } from './known-words.ts';

/** What an organisation calls its own teams and buildings, and its words for kinds and places. */
export interface OwnNames {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly kind: readonly Word[];
  readonly place: readonly Word[];
}

/** A first proposal from the names and the values in the file. A person looks it over before anything comes in. */
export function guessMapping(columns: readonly ImportColumn[], own: OwnNames): ImportMapping {
  const targets = targetsOf(columns);
  const values: ImportMapping['values'] = {};
  for (const column of columns) {
    const target = targets[column.header];
    if (isValueTarget(target)) values[column.header] = guessValues(column, target, own);
  }
  return { columns: targets, values, dateOrder: guessDateOrder(columns, targets) };
}

function targetsOf(columns: readonly ImportColumn[]): ImportMapping['columns'] {
  const targets: Record<string, ImportTarget> = {};
  const taken = new Set<ImportTarget>();
  for (const [target, known] of headerWords) {
    for (const column of columns) {
      if (targets[column.header] !== undefined || (taken.has(target) && !isText(target))) continue;
      if (!known.test(plainWord(column.header)) || !fits(target, column)) continue;
      targets[column.header] = target;
      taken.add(target);
    }
  }
  if (!taken.has('occurred') && !taken.has('occurred_year')) {
    const dated = columns.find((column) => targets[column.header] === undefined && isDates(column));
    if (dated) targets[dated.header] = 'occurred';
  }
  // Who knows what the others are: with the story nothing is lost, and it is sealed.
  for (const { header, filled } of columns) targets[header] ??= filled > 0 ? 'story' : 'leave_out';
  return targets;
}

/** A column whose values cannot all be listed cannot be told value by value: it stays text. */
function fits(target: ImportTarget, column: ImportColumn): boolean {
  return !isValueTarget(target) || column.values !== null;
}

function isText(target: ImportTarget): boolean {
  return (textTargets as readonly string[]).includes(target) || target === 'leave_out';
}

function isValueTarget(target: ImportTarget | undefined): target is ValueTarget {
  return target !== undefined && (valueTargets as readonly string[]).includes(target);
}

function isDates({ examples }: ImportColumn): boolean {
  return examples.length > 0 && examples.every((text) => text.length > 5 && readDate(text, 'day-first', 2100) !== null);
}

export function guessValues(
  { values }: Pick<ImportColumn, 'values'>,
  target: ValueTarget,
  own: OwnNames,
): Record<string, string> {
  const guesses: Record<string, string> = {};
  for (const { value } of values ?? []) {
    const guess = guessValue(plainWord(value), target, own);
    if (guess !== undefined) guesses[value] = guess;
  }
  return guesses;
}

function guessValue(word: string, target: ValueTarget, own: OwnNames): string | undefined {
  const named = ({ name }: { name: string }) => plainWord(name) === word;
  if (target === 'team') return own.teams.find(named)?.id ?? nothingFor(word);
  if (target === 'place') {
    const location = own.locations.find(named);
    if (location) return LOCATION_PREFIX + location.id;
  }
  const called = target === 'place' || target === 'kind' ? own[target].find((each) => isCalled(each, word)) : undefined;
  if (called) return mappedTo(called);
  return valueWords[target].find(([, known]) => known.test(word))?.[0] ?? nothingFor(word);
}

/** By the code of the organisation, or by what it is called. */
function isCalled({ ownCode, label }: Word, word: string): boolean {
  return [ownCode, label?.nl, label?.en].some((name) => name && plainWord(name) === word);
}

function mappedTo({ code, countsAs }: Word): string {
  return isOwnCode(code) ? `${WORD_PREFIX}${countsAs}:${code}` : code;
}

function nothingFor(word: string): string | undefined {
  return /^(?:\?+|-+|x|nvt|n\.v\.t\.?|geen|none|onbekend|unknown|weet niet|niet bekend|n\/a)$/.test(word)
    ? NOTHING
    : undefined;
}

/** 13/1 cannot be month first, 1/13 cannot be day first; where both fit, the Dutch way. */
function guessDateOrder(columns: readonly ImportColumn[], targets: ImportMapping['columns']): DateOrder {
  const dates = columns
    .filter(({ header }) => targets[header] === 'occurred' || targets[header] === 'reported')
    .flatMap(({ examples, values }) => [...examples, ...(values ?? []).map(({ value }) => value)]);
  const isMonthFirst = dates.some((text) => Number(/^\d{1,2}[-/.](\d{1,2})[-/.]/.exec(text)?.[1]) > 12);
  return isMonthFirst ? 'month-first' : 'day-first';
}

function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[_*:]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
