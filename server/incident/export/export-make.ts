import type { ExportColumn, ExportFormat } from '../../../contract/incident.ts';
import { incidentNames } from '../../../contract/incident-names.ts';
import type {
  Job,
  JobRegistry,
  Notify,
  OutsideNeeds,
  PagePlace,
  PlatformDatabase,
  Tx,
  Vault,
} from '../../platform/index.ts';
import { wordsThroughTime } from '../../protocol/index.ts';
import { type ListFilters, listIdsFor } from '../list/incident-list.ts';
import type { Cell, Sheet } from '../rules/sheet-text.ts';
import { dutchClock } from './export-clock.ts';
import { csvOf } from './export-csv.ts';
import { odsOf } from './export-ods.ts';
import { endExportJob, hasNames, makeExportJob, mostRows, pieceSealedAs, plainFilters } from './export-request.ts';
import { cellsOf, exportRows, hasWords, namesOf } from './export-rows.ts';
import { type ExportLanguage, exportWords } from './export-words.ts';
import { xlsxOf } from './export-xlsx.ts';

export interface ExportMaking {
  readonly vault: Vault;
  readonly notify: Notify;
  readonly database: Pick<PlatformDatabase, 'transact'>;
}

/** Each page is a transaction of its own: a large file holds nobody up. */
const PAGE = 500;
const PIECE_BYTES = 256 * 1024;
/** Below this it is ready before somebody looked away: no message for that. */
const LARGE = 1_000;
const TRIES = 3;

const formats: Readonly<Record<ExportFormat, (sheet: Sheet) => AsyncGenerator<Buffer>>> = {
  csv: csvOf,
  xlsx: xlsxOf,
  ods: odsOf,
};

export function exportsByThemselves(registry: JobRegistry, making: ExportMaking): void {
  registry.handleOutside(makeExportJob, (job, needs) => makeExport(making, job, needs));
  registry.handle(endExportJob, async (tx, { data }) => {
    // What was asked and why stays on the record; the file goes.
    await tx.execute('delete from incident.export_piece where export_id = $1', [data['exportId']]);
  });
}

interface AskedExport {
  readonly exportId: string;
  readonly format: ExportFormat;
  readonly language: ExportLanguage;
  readonly filters: ListFilters;
  readonly columns: readonly ExportColumn[];
}

type AsMaker = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** In the name of who asked, with what they may see at this moment; begun anew when it was cut off halfway. */
async function makeExport(making: ExportMaking, job: Job, { now, signal, transact }: OutsideNeeds): Promise<void> {
  const exportId = String(job.data['exportId']);
  const personId = String(job.data['personId']) as Parameters<Notify>[1]['personId'];
  const asMaker: AsMaker = (work) =>
    making.database.transact({ role: 'app', employerId: job.employerId, personId, now }, work);
  try {
    const asked = await asMaker((tx) => begin(tx, exportId));
    if (asked === undefined) return;
    const rows = new RowsOfExport(making.vault, asMaker, asked, signal);
    const bytes = await keep(making.vault, asMaker, exportId, formats[asked.format](sheetOf(asked, rows, now)));
    await asMaker((tx) => finish(making.notify, tx, asked, { rows: rows.count, bytes, personId }));
  } catch (cause) {
    if (job.attempt < TRIES) throw cause;
    await transact((tx) =>
      tx.execute(`update incident.export set state = 'failed' where id = $1 and state = 'making'`, [exportId]),
    );
  }
}

async function begin(tx: Tx, exportId: string): Promise<AskedExport | undefined> {
  const asked = await tx.maybeRow<AskedExport>(
    `select id as "exportId", format, language, filters, columns from incident.export where id = $1 and state = 'making'`,
    [exportId],
  );
  if (asked === undefined) return undefined;
  await tx.execute('update incident.export set list_ids = $2 where id = $1', [
    exportId,
    await listIdsFor(tx, asked.filters.scope),
  ]);
  await tx.execute('delete from incident.export_piece where export_id = $1', [exportId]);
  return asked;
}

function sheetOf({ language, columns }: AskedExport, rows: AsyncIterable<Cell[]>, now: Date): Sheet {
  const words = exportWords[language];
  return {
    title: words.sheet,
    aboutTitle: words.about,
    headers: columns.map((column) => incidentNames[language].columns[column]),
    rows,
    about: words.aboutLines({ at: dutchClock(now).written, names: hasNames(columns) }),
  };
}

/** The rows, newest first, page after page; with names each dossier is a look on the record. */
class RowsOfExport implements AsyncIterable<Cell[]> {
  count = 0;
  readonly #vault: Vault;
  readonly #asMaker: AsMaker;
  readonly #asked: AskedExport;
  readonly #signal: AbortSignal;

  constructor(vault: Vault, asMaker: AsMaker, asked: AskedExport, signal: AbortSignal) {
    this.#vault = vault;
    this.#asMaker = asMaker;
    this.#asked = asked;
    this.#signal = signal;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Cell[]> {
    const { columns, language } = this.#asked;
    const most = mostRows(columns);
    let place: PagePlace | null = null;
    while (this.count < most) {
      this.#signal.throwIfAborted();
      const asked = Math.min(PAGE, most - this.count);
      const { rows, names, history } = await this.#page(place, asked);
      for (const row of rows) yield cellsOf(row, columns, { language, history, aggressor: names.get(row.id) });
      this.count += rows.length;
      place = rows.at(-1) ?? null;
      if (rows.length < asked) return;
    }
  }

  #page(place: PagePlace | null, most: number) {
    const { filters, columns, exportId } = this.#asked;
    return this.#asMaker(async (tx) => {
      const history = hasWords(columns) ? await wordsThroughTime(tx) : [];
      const rows = await exportRows(tx, { filters, columns, place, most, history });
      const names = await namesOf(this.#vault, tx, rows);
      if (hasNames(columns)) {
        for (const { id } of rows) {
          await tx.recordAudit({
            action: 'incident-exported',
            objectKind: 'export',
            objectId: exportId,
            incidentId: id as Parameters<Tx['recordAudit']>[0]['incidentId'] & string,
          });
        }
      }
      return { rows, names, history };
    });
  }
}

/** Sealed in pieces as they come: the whole file never stands in memory. Answers how many bytes there are. */
async function keep(vault: Vault, asMaker: AsMaker, exportId: string, file: AsyncIterable<Buffer>): Promise<number> {
  let waiting: Buffer[] = [];
  let length = 0;
  let total = 0;
  let position = 0;
  const store = async () => {
    const bytes = Buffer.concat(waiting);
    const at = position;
    await asMaker(async (tx) => {
      const sealed = (await vault.forEmployer(tx)).seal(pieceSealedAs(exportId, at), bytes.toString('base64'));
      await tx.execute(
        `insert into incident.export_piece (export_id, position, employer_id, person_id, sealed_bytes)
         values ($1, $2, $3, $4, $5)`,
        [exportId, at, tx.employerId, tx.personId, sealed],
      );
    });
    total += bytes.length;
    position += 1;
    waiting = [];
    length = 0;
  };
  for await (const bytes of file) {
    waiting.push(bytes);
    length += bytes.length;
    if (length >= PIECE_BYTES) await store();
  }
  if (length > 0) await store();
  return total;
}

interface Made {
  readonly rows: number;
  readonly bytes: number;
  readonly personId: Parameters<Notify>[1]['personId'];
}

async function finish(notify: Notify, tx: Tx, asked: AskedExport, { rows, bytes, personId }: Made): Promise<void> {
  const { exportId, filters, format, columns } = asked;
  await tx.execute(`update incident.export set state = 'ready', row_count = $2, byte_count = $3 where id = $1`, [
    exportId,
    rows,
    bytes,
  ]);
  await tx.recordAudit({
    action: 'export-made',
    objectKind: 'export',
    objectId: exportId,
    detail: { ...plainFilters(filters), format, rows, hasNames: hasNames(columns) },
  });
  if (rows > LARGE) await notify(tx, { personId, template: 'export-ready', urgent: false, data: { count: rows } });
  tx.publish({ topic: 'notifications', id: exportId, personIds: [personId] });
}
