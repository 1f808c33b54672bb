import { holdsCitizenServiceNumber } from '../../../../contract/citizen-service-number.ts';
import type { ImportMapping } from '../../../../contract/import.ts';
import {
  type ImportTarget,
  LOCATION_PREFIX,
  NOTHING,
  type TextTarget,
  type ValueTarget,
  valueTargets,
  WORD_PREFIX,
} from '../../../../contract/import-words.ts';
import type {
  IncidentKind,
  MatrixColumn,
  MomentAction,
  PlaceKind,
  Severity,
} from '../../../../contract/incident-words.ts';
import { matrixFits } from '../../../../contract/norm-matrix.ts';
import { severityOf } from '../../rules/severity.ts';
import type { SourceRow } from '../source/source-row.ts';
import {
  type DatePrecision,
  momentOf,
  precisionOf,
  readDate,
  readDateParts,
  readTime,
  type WrittenDate,
} from './dates.ts';
import type { RowProblem, RowProblemCode } from './row-problems.ts';

/** One row as an incident of ours: codes, ids and moments open; what people wrote still to be sealed. */
export interface RowIncident {
  readonly number: string | null;
  /** The word that the older register itself had for what happened. */
  readonly sort: string | null;
  readonly kind: IncidentKind;
  /** What the organisation calls it, where that is a word of its own; so with the place. */
  readonly kindWord: string | null;
  readonly severity: Severity;
  readonly columns: readonly MatrixColumn[];
  readonly occurredYear: number;
  readonly occurredAt: Date;
  readonly occurredPrecision: DatePrecision;
  readonly reportedAt: Date;
  readonly placeKind: PlaceKind;
  readonly placeWord: string | null;
  readonly locationId: string | null;
  readonly placeText: string | null;
  readonly teamId: string | null;
  readonly isInjured: boolean;
  readonly actions: readonly MomentAction[];
  readonly aggressor: string | null;
  readonly story: string | null;
  readonly isOpen: boolean;
}

export interface ReadRow {
  readonly incident: RowIncident | null;
  readonly problems: readonly RowProblem[];
}

interface Column {
  readonly at: number;
  readonly header: string;
}

/** A mapping, looked up beforehand: this runs for every row of a large file. */
export interface RowPlan {
  readonly single: Partial<Record<ImportTarget, Column>>;
  readonly texts: Record<TextTarget, readonly Column[]>;
  readonly values: Partial<Record<ValueTarget, ReadonlyMap<string, string>>>;
  readonly dateOrder: ImportMapping['dateOrder'];
  readonly now: Date;
  /** Every column that is taken over, for what makes a row the same row. */
  readonly taken: readonly number[];
  /** The file has bytes that are no characters. A mark of damage in a whole file was there before: then it is just a sign. */
  readonly isDamaged: boolean;
}

const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 400;
const OLDEST_YEAR = 1950;

export function planFor(
  mapping: ImportMapping,
  { headers, isDamaged }: { readonly headers: readonly string[]; readonly isDamaged: boolean },
  now: Date,
): RowPlan {
  const single: Partial<Record<ImportTarget, Column>> = {};
  const texts: Record<TextTarget, Column[]> = { place_text: [], coordinates: [], aggressor: [], story: [] };
  const taken: number[] = [];
  headers.forEach((header, at) => {
    const target = mapping.columns[header] ?? 'leave_out';
    if (target === 'leave_out') return;
    taken.push(at);
    if (target in texts) texts[target as TextTarget].push({ at, header });
    else single[target] ??= { at, header };
  });
  const values = Object.fromEntries(
    valueTargets.map((target) => [target, new Map(Object.entries(mapping.values[single[target]?.header ?? ''] ?? {}))]),
  );
  return { single, texts, values, dateOrder: mapping.dateOrder, now, taken, isDamaged };
}

export function readRow({ cells }: SourceRow, plan: RowPlan): ReadRow {
  const problems: RowProblem[] = [];
  const tell = (code: RowProblemCode, column: Column | undefined) =>
    void problems.push({ code, column: column?.header ?? null });
  const cell = (target: ImportTarget) => cells[plan.single[target]?.at ?? -1] ?? '';

  const code = (target: ValueTarget): string => {
    const value = cell(target);
    if (value === '') return NOTHING;
    const found = plan.values[target]?.get(value);
    if (found === undefined) tell('value-unknown', plan.single[target]);
    return found ?? NOTHING;
  };
  const text = (target: TextTarget): string | null => joined(target, cells, plan, tell);

  const occurred = occurredIn(cell, plan, tell);
  const reported = reportedIn(cell('reported'), plan, tell);
  const told = wordIn(code('kind'));
  const kind = (told.code || 'incident') as IncidentKind;
  const behaviour = code('behaviour') as MatrixColumn | '';
  const isInjured = code('injured') === 'yes';
  const place = code('place');
  const columns = behaviour !== '' && matrixFits(kind) ? [behaviour] : [];
  const severity = (code('severity') || severityFrom(kind, columns[0] ?? null, isInjured)) as Severity;
  const incident = {
    number: shortLine('number', cell, plan, tell),
    sort: sortOf(cell),
    kind,
    kindWord: told.word,
    severity,
    columns,
    ...placeOf(place),
    placeText: linesOf(text('place_text'), text('coordinates')),
    teamId: code('team') || null,
    isInjured,
    actions: code('police') === 'yes' ? (['police_called'] as const) : [],
    aggressor: unlessUnknown(text('aggressor')),
    story: text('story'),
    isOpen: code('state') === 'open',
  };
  stopUnfit(cells, plan, tell);
  if (problems.length > 0 || occurred === null) return { incident: null, problems };
  const occurredAt = momentOf(occurred);
  return {
    incident: {
      ...incident,
      occurredYear: occurred.year,
      occurredAt: occurredAt > plan.now ? plan.now : occurredAt,
      occurredPrecision: precisionOf(occurred),
      // Nobody reports before it happens: then the file has them the wrong way round, or only a day.
      reportedAt: later(occurredAt > plan.now ? plan.now : occurredAt, reported),
    },
    problems,
  };
}

/** One of our buildings, a word of the organisation's own with what it counts as, or a kind of place. */
function placeOf(place: string): Pick<RowIncident, 'placeKind' | 'placeWord' | 'locationId'> {
  if (place.startsWith(LOCATION_PREFIX)) {
    return { placeKind: 'location', placeWord: null, locationId: place.slice(LOCATION_PREFIX.length) };
  }
  const { code, word } = wordIn(place);
  return { placeKind: (code || 'unknown') as PlaceKind, placeWord: word, locationId: null };
}

/** What a value counts as, and the organisation's own word for it where it has one. */
function wordIn(value: string): { code: string; word: string | null } {
  if (!value.startsWith(WORD_PREFIX)) return { code: value, word: null };
  const [code = '', word] = value.slice(WORD_PREFIX.length).split(':');
  return { code, word: word ?? null };
}

type Tell = (code: RowProblemCode, column: Column | undefined) => void;
type CellOf = (target: ImportTarget) => string;

function occurredIn(cell: CellOf, plan: RowPlan, tell: Tell): WrittenDate | null {
  const { single, dateOrder, now } = plan;
  const whole = cell('occurred');
  const year = cell('occurred_year');
  const column = whole === '' && single.occurred_year ? single.occurred_year : single.occurred;
  if (whole === '' && year === '') {
    tell('date-missing', column);
    return null;
  }
  const date =
    whole === ''
      ? readDateParts(year, cell('occurred_month'), cell('occurred_day'))
      : readDate(whole, dateOrder, now.getUTCFullYear());
  const timeText = cell('occurred_time');
  const time = timeText === '' ? null : readTime(timeText);
  if (date === null) {
    tell('date-unreadable', column);
    return null;
  }
  if (date.year < OLDEST_YEAR) tell('date-too-old', column);
  else if (firstMomentOf(date) > now.getTime()) tell('date-in-future', column);
  // Whoever wrote "'s middags" knew the day well enough.
  return time && date.day !== null ? { ...date, time } : date;
}

function firstMomentOf({ year, month, day, time }: WrittenDate): number {
  return Date.UTC(year, (month ?? 1) - 1, day ?? 1, (time?.hour ?? 0) - 2, time?.minute ?? 0);
}

function reportedIn(text: string, plan: RowPlan, tell: Tell): Date | null {
  if (text === '') return null;
  const date = readDate(text, plan.dateOrder, plan.now.getUTCFullYear());
  if (date === null) tell('date-unreadable', plan.single.reported);
  else if (firstMomentOf(date) > plan.now.getTime()) tell('date-in-future', plan.single.reported);
  else if (date.day !== null) return earlier(momentOf(date), plan.now);
  return null;
}

function later(occurred: Date, reported: Date | null): Date {
  return reported !== null && reported > occurred ? reported : occurred;
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function severityFrom(kind: IncidentKind, column: MatrixColumn | null, injured: boolean): Severity {
  return severityOf({ kind, column, form: null, unsafe: null, injured, weapon: null, sexual: null });
}

/** The words of the file for what it was: how it was done, else how bad, else what kind. */
function sortOf(cell: CellOf): string | null {
  return (cell('behaviour') || cell('severity') || cell('kind')).slice(0, 120) || null;
}

/** Several columns under each other, each with its name; one column alone is just its text. */
function joined(target: TextTarget, cells: readonly string[], plan: RowPlan, tell: Tell): string | null {
  const columns = plan.texts[target];
  const filled = columns.filter(({ at }) => (cells[at] ?? '') !== '');
  const alone = columns.length === 1;
  const text = filled.map(({ at, header }) => (alone ? cells[at] : `${header}: ${cells[at]}`)).join('\n');
  if (text.length > LONGEST_TEXT) tell('text-too-long', longestOf(filled, cells));
  return text || null;
}

function longestOf(columns: readonly Column[], cells: readonly string[]): Column | undefined {
  return columns.toSorted((one, other) => (cells[other.at] ?? '').length - (cells[one.at] ?? '').length)[0];
}

/** A cell that says that nobody knows says nothing. */
function unlessUnknown(text: string | null): string | null {
  return text !== null && /^(?:onbekend|unknown|\?+|-+|n\.?v\.?t\.?)$/i.test(text) ? null : text;
}

function shortLine(target: 'number', cell: CellOf, plan: RowPlan, tell: Tell): string | null {
  const text = cell(target);
  if (text.length > LONGEST_LINE) tell('text-too-long', plan.single[target]);
  return text || null;
}

function linesOf(...texts: (string | null)[]): string | null {
  return texts.filter(Boolean).join('\n') || null;
}

/** What may not come in, in whatever column that is taken over. */
function stopUnfit(cells: readonly string[], plan: RowPlan, tell: Tell): void {
  const coordinates = new Set(plan.texts.coordinates.map(({ at }) => at));
  for (const at of plan.taken) {
    const text = cells[at] ?? '';
    if (text.length < 2) continue;
    if (plan.isDamaged && text.includes('\uFFFD')) tell('broken-characters', columnAt(plan, at));
    // A number with dots in a column of coordinates is where it was, however the file spells it.
    const isCoordinate = coordinates.has(at) && /^-?[\d.,°'" NOESWZnoeswz-]*[.,][\d.,°'" NOESWZnoeswz-]*$/.test(text);
    if (!isCoordinate && text.length > 7 && holdsCitizenServiceNumber(text.slice(0, 100_000))) {
      tell('citizen-service-number', columnAt(plan, at));
    }
  }
}

function columnAt({ single, texts }: RowPlan, at: number): Column | undefined {
  return [...Object.values(single), ...Object.values(texts).flat()].find((column) => column.at === at);
}
