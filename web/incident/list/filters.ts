import type { z } from 'zod';
import {
  type FilterWord,
  filterWords,
  incidentKinds,
  incidentStates,
  type listIncidents,
  severities,
} from '../../../contract/incident.ts';
import { ownKindShape, ownWordShape } from '../../../contract/own-word-filters.ts';
import type { AddressWords } from '../../session/address.ts';

type Query = z.input<NonNullable<(typeof listIncidents)['query']>>;
/** What is asked of the server: the same for the list, its count and an export. */
export type ListFilters = Omit<Query, 'cursor' | 'limit'>;

/** The words that narrow a list; `wie` says which list it is. */
export type NarrowingWord = Exclude<FilterWord, 'wie'>;
export const narrowingWords = filterWords.filter((word): word is NarrowingWord => word !== 'wie');

export const shownStates = ['open', ...incidentStates] as const;

export interface ReadFilters {
  readonly scope: 'team' | 'organisation';
  readonly filters: ListFilters;
  /** What is on, as it stands in the address. */
  readonly on: Readonly<Partial<Record<NarrowingWord, string>>>;
  /** What stands in the address and means nothing: left out, and said. */
  readonly ignored: readonly NarrowingWord[];
}

const isId = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
const isNumber = (value: string) => /^#?\d{1,12}$|^(19|20)\d{2}-\d{0,12}$/.test(value);
const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isOnCalendar(value);
const among = (known: readonly string[]) => (value: string) => known.includes(value);

function isOnCalendar(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

const means: Readonly<Record<NarrowingWord, (value: string) => boolean>> = {
  stand: among(shownStates),
  ernst: among(severities),
  soort: (value) => among(incidentKinds)(value) || ownKindShape.test(value),
  woord: (value) => ownWordShape.test(value),
  team: isId,
  locatie: isId,
  nummer: isNumber,
  heeft: (value) => value === 'ik' || isId(value),
  van: isDay,
  tot: isDay,
};

const asked: Readonly<Record<NarrowingWord, keyof ListFilters>> = {
  stand: 'state',
  ernst: 'severity',
  soort: 'kind',
  woord: 'word',
  team: 'teamId',
  locatie: 'locationId',
  nummer: 'number',
  heeft: 'holderId',
  van: 'from',
  tot: 'until',
};

/** "2026-0412", "2026/04", "#412": not a name. */
export function looksLikeNumber(typed: string): boolean {
  return /^#?\d{1,12}$|^(19|20)\d{2}\s*[-–/]\s*\d{0,12}$/.test(typed.trim());
}

/** Reads an address, also one that somebody typed or that was sent years ago. */
export function readFilters(words: AddressWords, me: { readonly id: string; readonly seesAll: boolean }): ReadFilters {
  const scope = me.seesAll && words.wie !== 'team' ? 'organisation' : 'team';
  const given = narrowingWords.filter((word) => words[word]);
  const known = given.filter((word) => means[word](words[word] ?? '') && !(word === 'team' && scope === 'team'));
  const on = Object.fromEntries(known.map((word) => [word, words[word]]));
  const query = known.map((word) => [asked[word], words[word] === 'ik' ? me.id : words[word]]);
  return {
    scope,
    filters: { scope, ...Object.fromEntries(query) },
    on,
    ignored: given.filter((word) => !known.includes(word)),
  };
}

/** The same filters without one: what the empty list proposes. */
export function without({ filters }: Pick<ReadFilters, 'filters'>, word: NarrowingWord): ListFilters {
  const { [asked[word]]: _, ...rest } = filters;
  return rest;
}

/** Only what means something, as it is kept in a saved view or in a link. */
export function wordsToKeep({ on, scope }: ReadFilters, seesAll: boolean): Partial<Record<FilterWord, string>> {
  return { ...(seesAll && scope === 'team' && { wie: 'team' }), ...on };
}

export function addressOf(path: string, words: Partial<Record<string, string>>): string {
  const query = new URLSearchParams(
    Object.entries(words).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return query.size > 0 ? `${path}?${query}` : path;
}

export const periods = ['week', 'month', 'year', 'lastYear'] as const;
export type Period = (typeof periods)[number];

/** From and until which day, as it stands in the address: a sent link keeps meaning the same days. */
export function daysOf(period: Period, today: string): { van: string; tot: string | undefined } {
  const year = Number(today.slice(0, 4));
  if (period === 'month') return { van: `${today.slice(0, 7)}-01`, tot: undefined };
  if (period === 'year') return { van: `${year}-01-01`, tot: undefined };
  if (period === 'lastYear') return { van: `${year - 1}-01-01`, tot: `${year - 1}-12-31` };
  return {
    van: new Date(Date.parse(`${today}T12:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10),
    tot: undefined,
  };
}

/** The day on the Dutch clock. */
export function dutchDay(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(now);
}
