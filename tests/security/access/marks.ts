import { cast, locations } from '../../../database/demo/cast.ts';
import type { Row } from './rows-seen.ts';
import { told } from './told.ts';

/** A text that betrays a row to whoever finds it in an answer. */
export interface Mark {
  readonly name: string;
  readonly text: string;
  readonly table: string;
  readonly row: Row;
  /** Whether who may see it does find it; an id need not be shown. */
  readonly isTold: boolean;
}

type AllRows = Readonly<Record<string, readonly Row[]>>;

/** The row in which each text is sealed. */
const home: Readonly<Record<keyof typeof told, readonly [table: string, column: string, value: unknown]>> = {
  fatima: ['incident.account', 'person_id', cast.fatima.id],
  sanne: ['incident.account', 'person_id', cast.sanne.id],
  mila: ['incident.account', 'person_id', cast.mila.id],
  aylin: ['incident.account', 'person_id', cast.aylin.id],
  aggressor: ['incident.involved', 'role', 'aggressor'],
  place: ['incident.sealed_field', 'field', 'place'],
  addendum: ['incident.addendum', 'person_id', cast.fatima.id],
  series: ['incident.series_event', 'person_id', cast.fatima.id],
  addendumOfWitness: ['incident.addendum', 'person_id', cast.mila.id],
  answer: ['incident.question_answer', 'person_id', cast.fatima.id],
  demanded: ['incident.detail', 'person_id', cast.fatima.id],
  contact: ['incident.contact', 'with_person_id', cast.sanne.id],
  task: ['incident.task', 'owner_subject_id', cast.kees.id],
  ownTask: ['incident.task', 'owner_subject_id', cast.thijs.id],
  dropped: ['incident.task', 'owner_subject_id', cast.thijs.id],
  response: ['incident.sealed_field', 'field', 'response'],
  conclusion: ['incident.closure', 'closed_by', cast.henk.id],
  reopened: ['incident.closure', 'closed_by', cast.henk.id],
  draft: ['incident.draft', 'person_id', cast.fatima.id],
  summary: ['incident.summary_version', 'version', 1],
  approach: ['incident.approach', 'agreed_by', cast.henk.id],
  summaryWords: ['incident.summary_answer', 'person_id', cast.sanne.id],
  relative: ['incident.relative', 'added_by', cast.henk.id],
  withdrawn: ['incident.withdrawal', 'person_id', cast.fatima.id],
  refiled: ['incident.reclassification', 'person_id', cast.henk.id],
  attachment: ['incident.attachment', 'person_id', cast.fatima.id],
  attachmentOfWitness: ['incident.attachment', 'person_id', cast.aylin.id],
};

/** Tables whose rows the API names by their id. */
const named = [
  'incident.incident',
  'incident.involved',
  'incident.addendum',
  'incident.series_event',
  'incident.team_summary',
  'incident.approach',
  'incident.visit_look',
  'incident.relative',
  'incident.attachment',
  'incident.contact',
  'incident.task',
  'incident.step',
  'incident.draft',
  'incident.note',
  'platform.notification',
  'platform.audit_entry',
];

/** Every text that was told and every id, each with the row that decides who may see it. */
export function marksIn(rows: AllRows): readonly Mark[] {
  const texts: Mark[] = Object.entries(home).map(([name, [table, column, value]]) => {
    const row = rows[table]?.find((candidate) => candidate[column] === value);
    if (!row) throw new Error(`Nothing was staged for ${name}`);
    return { name, text: told[name as keyof typeof told], table, row, isTold: true };
  });
  texts.push({ ...markOf(texts, 'place'), name: 'name of the place', text: locations.stadskantoor.name });
  const ids = named.flatMap((table) =>
    (rows[table] ?? [])
      .filter(isNowhereElse)
      .map((row) => ({ name: `id in ${table}`, text: row.key, table, row, isTold: false })),
  );
  return [...texts, ...ids];
}

/** Whom a task is promised to finds its id beside the promise; it opens nothing. */
function isNowhereElse(row: Row): boolean {
  return row.tells_reporter !== true;
}

function markOf(marks: readonly Mark[], name: string): Mark {
  const mark = marks.find((candidate) => candidate.name === name);
  if (!mark) throw new Error(`No mark of ${name}`);
  return mark;
}
