import type { ImportMapping } from '../../../contract/import.ts';
import { blindIndexOf, type EmployerKey, newDossier, newId } from '../../platform/index.ts';
import { onlyNamed, printsOf } from '../people/person-keys.ts';
import { sealedAs } from '../sealed-names.ts';
import type { RegisterTexts } from './register-texts.ts';
import { planFor, type RowIncident, readRow } from './rules/read-row.ts';
import { type RowKey, rowKeys } from './rules/row-key.ts';
import type { RowProblem } from './rules/row-problems.ts';
import { isToldName } from './rules/told-name.ts';
import { openFile } from './source/open-file.ts';

export interface RowsTask {
  readonly bytes: Uint8Array;
  readonly mapping: ImportMapping;
  readonly now: Date;
  /** For recognising rows. */
  readonly secret: Uint8Array;
  /** Rows that were done before. */
  readonly skip: number;
  readonly batch: number;
  /** Null: only to see what works. */
  readonly sealWith: SealWith | null;
}

export interface SealWith extends Pick<EmployerKey, 'wrapping'> {
  /** For the fingerprints of names. */
  readonly printing: Uint8Array;
}

/** What one batch of rows became. Everything in it can be kept: what people wrote is sealed. */
export interface PreparedBatch {
  /** How many rows of the file were looked at by now. */
  readonly done: number;
  readonly rows: readonly PreparedRow[];
  readonly wrong: readonly WrongRow[];
}

/** With the cells along for when it turns out not to fit after all. */
export interface PreparedRow {
  readonly row: number;
  readonly key: string;
  readonly content: string;
  readonly cells: readonly string[];
  /** The JSON that incident.take_in_imported reads, written here to leave the other thread free; null to only try. */
  readonly incident: string | null;
}

export interface WrongRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

export async function* prepareRows(task: RowsTask): AsyncGenerator<PreparedBatch> {
  const file = await openFile(task.bytes);
  const plan = planFor(task.mapping, { headers: file.headers.names, isDamaged: file.isDamaged }, task.now);
  const keyOf = rowKeys(task.secret);
  let done = 0;
  let rows: PreparedRow[] = [];
  let wrong: WrongRow[] = [];
  for await (const row of file.rows()) {
    done += 1;
    // Also of rows that were done before: alike rows are counted from the first.
    const key = keyOf(row, plan);
    if (done <= task.skip) continue;
    const { incident, problems } = readRow(row, plan);
    const { number, cells } = row;
    if (incident === null) wrong.push({ row: number, cells, problems });
    else rows.push(prepared({ row: number, cells, ...inBase64(key) }, incident, task.sealWith));
    if (done % task.batch === 0) {
      yield { done, rows, wrong };
      rows = [];
      wrong = [];
    }
  }
  if (rows.length + wrong.length > 0) yield { done, rows, wrong };
}

function prepared(
  read: Omit<PreparedRow, 'incident'>,
  incident: RowIncident,
  sealWith: RowsTask['sealWith'],
): PreparedRow {
  const { row, key, content } = read;
  return { ...read, incident: sealWith && JSON.stringify({ ...sealed(incident, sealWith), row, key, content }) };
}

function inBase64({ key, content }: RowKey): { key: string; content: string } {
  return { key: key.toString('base64'), content: content.toString('base64') };
}

function sealed(incident: RowIncident, key: SealWith): object {
  const { story, placeText, aggressor, number, sort, ...open } = incident;
  const incidentId = newId();
  const dossier = newDossier(key, incidentId);
  const seal = (field: string, text: string | null) => text && dossier.seal(field, text).toString('base64');
  const register: RegisterTexts = { number, sort, story };
  return {
    ...open,
    incidentId,
    stepId: newId(),
    wordIds: [newId(), newId()],
    aggressorId: newId(),
    sort,
    dossierKey: dossier.wrappedKey.toString('base64'),
    register: seal(sealedAs.register, JSON.stringify(register)),
    place: seal(sealedAs.place, placeText),
    aggressor: seal(sealedAs.aggressor, aggressor),
    ...(aggressor !== null && isToldName(aggressor) && { knowledge: 'named', prints: prints(aggressor, key) }),
  };
}

/** As for a reported name: made here, where the name stands in the clear, so that no job opens a hundred thousand dossiers for it. */
function prints(name: string, { printing }: SealWith): Readonly<Record<string, string>> {
  const made = printsOf(onlyNamed(name), (text) => blindIndexOf(printing, text));
  return Object.fromEntries(made.map(({ kind, fingerprint }) => [kind, fingerprint.toString('base64')]));
}
