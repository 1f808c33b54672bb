import { builtInWordsFor } from '../../../contract/built-in-words.ts';
import {
  codeColumnOf,
  type ExportColumn,
  type IncidentKind,
  type IncidentState,
  listOfColumn,
  type PlaceKind,
  type Severity,
  wordColumns,
} from '../../../contract/incident.ts';
import { incidentNames } from '../../../contract/incident-names.ts';
import { detailVocabularies, type Vocabulary } from '../../../contract/vocabulary-words.ts';
import type { PagePlace, Tx, Vault } from '../../platform/index.ts';
import type { WordsThroughTime } from '../../protocol/index.ts';
import { type ListFilters, listsFor, pageQuery } from '../list/incident-list.ts';
import { numberAsked } from '../list/list-numbers.ts';
import type { Cell } from '../rules/sheet-text.ts';
import { sealedAs } from '../sealed-names.ts';
import { type ToldColumns, toldColumns, toldIn } from '../words/dossier-words.ts';
import { type ShownWord, shownWords } from '../words/shown-words.ts';
import { type ExportLanguage, exportWords } from './export-words.ts';

export interface ExportRow extends PagePlace, Partial<ToldColumns> {
  readonly number: string;
  readonly at: Date;
  readonly occurredAt: Date;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly state: IncidentState;
  readonly team: string | null;
  readonly place: PlaceKind;
  readonly target: string;
  readonly form: string | null;
  /** How it went is part of the story: null for whoever does not read it. */
  readonly actions?: readonly string[] | null;
  readonly location: string | null;
  readonly takenUpAt: Date | null;
  readonly contactAt: Date | null;
  readonly responseDueAt: Date | null;
  readonly responseSentAt: Date | null;
  readonly closedAt: Date | null;
  readonly openTasks: number | null;
  readonly holder: string | null;
  readonly reporter: string | null;
  readonly victims: string | null;
  /** Sealed; opened only where the reader sees that part. */
  readonly aggressors: readonly Buffer[] | null;
}

const fullName = (person: string) => `${person}.given_name || ' ' || ${person}.family_name`;
/** Through the rows that this reader sees: the policies leave out the people of a dossier that are not theirs to see. */
const involved = (role: string) => `(select string_agg(${fullName('p')}, ', ' order by v.added_at, v.id)
  from incident.involved v join organisation.person p on p.id = v.person_id where v.incident_id = i.id and v.role = '${role}')`;

/** What costs a look of its own, and is asked only when it is wanted. */
const costly: Partial<Record<ExportColumn, string>> = {
  openTasks: `(select count(*)::int from incident.task k where k.incident_id = i.id and k.state = 'open') as "openTasks"`,
  holder: `(select ${fullName('p')} from organisation.person p where p.id = i.taken_up_by) as holder`,
  reporter: `${involved('reporter')} as reporter`,
  victims: `${involved('victim')} as victims`,
  aggressor: `(select array_agg(v.sealed_identity order by v.added_at, v.id) from incident.involved v
    where v.incident_id = i.id and v.role = 'aggressor' and v.knowledge = 'named' and v.sealed_identity is not null) as aggressors`,
};

const actionsSeen = 'case when incident.may(i.id, 8 | 512) then i.actions end as actions';

export interface RowsAsked {
  readonly filters: ListFilters;
  readonly columns: readonly ExportColumn[];
  readonly place: PagePlace | null;
  readonly most: number;
  /** What the organisation called what, and when. */
  readonly history: WordsThroughTime;
}

/** The next rows of an export, as its maker sees them at this moment. */
export async function exportRows(tx: Tx, { filters, columns, place, most, history }: RowsAsked): Promise<ExportRow[]> {
  const values: unknown[] = [];
  const number = await numberAsked(tx, filters.number);
  const page = pageQuery(await listsFor(tx, filters.scope), filters, { number, place, most }, values);
  const more = columns.flatMap((column) => costly[column] ?? []);
  if (hasWords(columns)) more.push(actionsSeen);
  if (history.length > 0 || hasDetails(columns)) more.push(toldColumns);
  return tx.rows<ExportRow>(
    `with page as materialized (${page})
     select i.id, i.number, i.reported_at as at, i.occurred_at as "occurredAt", i.kind, i.severity, i.state, t.name as team,
       i.place_kind as place, i.target, i.form, l.name as location, i.taken_up_at as "takenUpAt", i.contact_at as "contactAt",
       i.response_due_at as "responseDueAt", i.response_sent_at as "responseSentAt", i.closed_at as "closedAt"
       ${more.map((column) => `, ${column}`).join('')}
     from page
     join incident.incident i on i.id = page.incident_id
     left join organisation.location l on l.id = i.location_id
     left join organisation.team t on t.id = i.team_id
     order by i.reported_at desc, i.id desc`,
    values,
  );
}

/** The names of who did it, opened for the rows of one page. */
export async function namesOf(
  vault: Pick<Vault, 'openDossiers'>,
  tx: Tx,
  rows: readonly ExportRow[],
): Promise<ReadonlyMap<string, string>> {
  const named = rows.filter(({ aggressors }) => aggressors !== null && aggressors !== undefined);
  if (named.length === 0) return new Map();
  const dossiers = await vault.openDossiers(
    tx,
    named.map(({ id }) => id),
  );
  return new Map(
    named.map(({ id, aggressors }) => [
      id,
      (aggressors ?? []).map((sealed) => dossiers.get(id)?.open(sealedAs.aggressor, sealed) ?? '').join(', '),
    ]),
  );
}

export function cellsOf(
  row: ExportRow,
  columns: readonly ExportColumn[],
  { language, history, aggressor }: RowWords,
): Cell[] {
  const names = incidentNames[language];
  const {
    toldDetails: _details,
    toldWords: _words,
    actions: _actions,
    aggressors: _sealed,
    form: _form,
    ...told
  } = row;
  const cells: Partial<Record<ExportColumn, Cell>> = {
    ...told,
    reportedAt: row.at,
    kind: names.kinds[row.kind],
    severity: names.severities[row.severity],
    state: names.states[row.state],
    ...(hasWords(columns) ? wordCells(row, history, language) : {}),
    aggressor: aggressor ?? null,
  };
  return columns.map((column) => cells[column] ?? null);
}

/** What a row is written with, beside itself. */
interface RowWords {
  readonly language: ExportLanguage;
  readonly history: WordsThroughTime;
  readonly aggressor: string | undefined;
}

export function hasWords(columns: readonly ExportColumn[]): boolean {
  return wordColumns.some((column) => columns.includes(column) || columns.includes(codeColumnOf[column]));
}

/** Told with the calm details: looked up whether or not the organisation has words of its own. */
function hasDetails(columns: readonly ExportColumn[]): boolean {
  return wordColumns.some((column) => isOfDetails(listOfColumn[column]) && columns.includes(column));
}

function isOfDetails(list: Vocabulary): boolean {
  return (detailVocabularies as readonly Vocabulary[]).includes(list);
}

/** Each choice in the words of when it was told, and under the code that the organisation gave it then. */
function wordCells(
  row: ExportRow,
  history: WordsThroughTime,
  language: ExportLanguage,
): Partial<Record<ExportColumn, Cell>> {
  const { toldDetails = null, toldWords = null, at: reportedAt } = row;
  const shown = shownWords(history, {
    ...row,
    actions: row.actions ?? null,
    reportedAt,
    ...toldIn({ toldDetails, toldWords }),
  });
  const named = (list: Vocabulary, { code, label }: ShownWord) =>
    label?.[language] ?? programWord(list, code, language) ?? code;
  return Object.fromEntries(
    wordColumns.flatMap((column) => {
      const list = listOfColumn[column];
      const words = shown[list];
      return [
        [column, words.map((word) => named(list, word)).join(', ') || null],
        [codeColumnOf[column], words.flatMap(({ ownCode }) => ownCode ?? []).join(', ') || null],
      ];
    }),
  );
}

/** As the program says it; of a kind and a place as the lists do. */
function programWord(list: Vocabulary, code: string, language: ExportLanguage): string | undefined {
  if (list === 'kind') return incidentNames[language].kinds[code as IncidentKind];
  return list === 'place' ? exportWords[language].places[code as PlaceKind] : builtInWordsFor(list, code)?.[language];
}
