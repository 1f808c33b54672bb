import { matrixFits } from '../../contract/norm-matrix.ts';
import type { Language } from '../text/index.ts';
import type { Moments } from '../text/moments.ts';
import type { Locations, Matrix } from './api.ts';
import type { Draft } from './draft.ts';
import { type StepName, stepsFor } from './steps.ts';
import type { ReportText } from './text.ts';
import { occurrence } from './to-report.ts';
import { type WordLists, wordFor } from './words.ts';

export interface SummaryRow {
  readonly term: string;
  readonly value: string;
  /** The page on which it is changed: a step, or the questions about safety. */
  readonly step: number | 'safety';
}

interface Told {
  readonly draft: Draft;
  readonly text: ReportText;
  readonly language: Language;
  readonly moments: Moments;
  readonly matrix: Matrix | null;
  readonly locations: Locations;
  readonly words: WordLists;
  readonly now: Date;
}

/** Everything that is about to be sent, in the reporter's words, with the page where each answer was given. */
export function summaryOf(told: Told): SummaryRow[] {
  const { draft, text } = told;
  const rows = text.check.rows;
  const on = (step: StepName) => stepsFor(draft.kind).indexOf(step) + 1;
  const withMatrix = matrixFits(draft.kind);
  const names = (people: Draft['victims']) => people.map(({ name }) => name).join(', ');
  const row = (term: string, value: string, step: number | 'safety'): SummaryRow => ({
    term,
    value: value || text.check.empty,
    step,
  });
  return [
    row(rows.safety, safetyOf(told), 'safety'),
    withMatrix ? row(rows.what, columnsOf(told), on('what')) : row(rows.child, draft.childName, on('what')),
    row(rows.story, draft.story.trim(), on('what')),
    ...(withMatrix ? [row(rows.whom, whomOf(told, names(draft.victims)), on('whom'))] : []),
    ...(draft.witnesses.length > 0 ? [row(rows.witnesses, names(draft.witnesses), on('whom'))] : []),
    row(rows.when, whenOf(told), on('when')),
    row(rows.where, whereOf(told), on('where')),
    ...(withMatrix ? [row(rows.who, whoOf(told), on('who')), row(rows.actions, actionsOf(told), on('who'))] : []),
    row(rows.needs, draft.needs.map((need) => text.who.needChoices[need]).join(', '), on('who')),
  ];
}

function safetyOf({ draft, text }: Told): string {
  const parts = [
    draft.safe === 'yes' && text.check.safe,
    draft.safe === 'no' && text.check.notSafe,
    draft.personGone === 'yes' && text.check.gone,
    draft.personGone === 'no' && text.check.notGone,
    draft.injured === 'yes' && text.check.injured,
    draft.injured === 'no' && text.check.notInjured,
  ];
  return parts
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ');
}

function columnsOf({ draft, matrix, language }: Told): string {
  const titles = new Map(matrix?.columns.map(({ column, title }) => [column, title[language]]));
  return draft.columns.map((column) => titles.get(column) ?? column).join(', ');
}

function whomOf(told: Told, names: string): string {
  const { draft, text } = told;
  if (draft.target === null) return '';
  const whom = chosenAs(told, 'target', draft.target) ?? text.whom.choices[draft.target].label;
  return names ? `${whom}: ${names}` : whom;
}

function whenOf({ draft, text, moments, now }: Told): string {
  if (draft.when === null || draft.when === 'unknown') return text.unknown;
  const { at, precision } = occurrence(draft, now);
  return precision === 'day' ? moments.day(at.toISOString(), now) : moments.moment(at.toISOString(), now);
}

/** What one answer is called here, where that is not as the program says it. */
function chosenAs({ draft, words, language }: Naming, list: 'place' | 'target', code: string): string | undefined {
  return wordFor(words, list, draft.chosenWords[list]?.[0] ?? code, language);
}

type Naming = Pick<Told, 'draft' | 'words' | 'language'>;

export function whereOf(told: Pick<Told, 'text' | 'locations'> & Naming): string {
  const { draft, text, locations } = told;
  if (draft.place === null) return '';
  if (draft.place === 'location' && draft.locationId) {
    const location = locations.find(({ id }) => id === draft.locationId);
    const room = location?.rooms.find(({ id }) => id === draft.roomId);
    return [location?.name, room?.name].filter(Boolean).join(', ');
  }
  const builtIn = draft.place === 'location' ? '' : text.where.choices[draft.place].label;
  return [chosenAs(told, 'place', draft.place) ?? builtIn, draft.placeText.trim()].filter(Boolean).join(': ');
}

function whoOf({ draft, text }: Told): string {
  if (draft.aggressor === null || draft.aggressor === 'unknown') return text.unknown;
  return draft.aggressorText.trim() || text.unknown;
}

function actionsOf({ draft, text, words, language }: Told): string {
  const builtIn: Readonly<Record<string, string>> = text.who.actionChoices;
  const chosen: readonly string[] = draft.chosenWords.action ?? draft.actions;
  return chosen.map((code) => wordFor(words, 'action', code, language) ?? builtIn[code] ?? '').join(', ');
}
