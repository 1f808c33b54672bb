import { beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import type { BodyOf } from '../../../contract/endpoint.ts';
import type { askExport as endpoint } from '../../../contract/incident.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { reported } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { type Job, JobRegistry, newId, notify } from '../../platform/index.ts';
import { exportsByThemselves } from './export-make.ts';
import { askExport, endExportJob, fetchExport, listExports, makeExportJob } from './export-request.ts';

let town: TownAtWork;
const registry = new JobRegistry();

beforeAll(async () => {
  town = await townAtWork();
  exportsByThemselves(registry, { vault: town.vault, notify, database: town.database });
  await reported(town, 'fatima', { aggressor: { knowledge: 'named', text: '=Zébulon; "Quasterveld"' } });
  await town.fastForward({ hours: 30 });
  await reported(town, 'sanne', { columns: ['verbal_aggression'], witnessIds: [cast.mila.id] });
  await reported(town, 'daan');
  await town.settle();
});

type Ask = Partial<Omit<BodyOf<typeof endpoint>, 'exportId'>>;

async function ask(who: CastKey, more: Ask = {}) {
  const exportId = newId();
  const body: Required<Omit<Ask, 'reason'>> & Ask = {
    format: 'csv',
    language: 'nl',
    filters: { scope: 'team' },
    columns: ['number', 'severity'],
    ...more,
  };
  const answer = await town.as(who, (tx) => askExport(town, tx, { exportId, ...body }));
  return { exportId, answer };
}

async function make(who: CastKey, more: Ask = {}): Promise<Buffer> {
  const { exportId } = await ask(who, more);
  await run(exportId);
  return fetchBytes(who, exportId);
}

/** As the runner would. */
async function run(exportId: string, kind: string = makeExportJob): Promise<void> {
  const [row] = await town.look<{ data: Job['data']; employerId: Job['employerId'] }>(
    `delete from platform.job where kind = $1 and data ->> 'exportId' = $2 returning data, employer_id as "employerId"`,
    [kind, exportId],
  );
  if (!row) throw new Error('No such job waits');
  const job: Job = { jobId: newId(), kind, incidentId: null, runAt: town.now, attempt: 1, ...row };
  const work = registry.work(kind);
  const needs = { now: town.now, signal: new AbortController().signal, transact: town.asWorker };
  await (work?.outside
    ? work.outside(job, needs)
    : town.asWorker((tx) => work?.inside?.(tx, job) ?? Promise.resolve()));
}

async function fetchBytes(who: CastKey, exportId: string): Promise<Buffer> {
  const file = await town.as(who, (tx) => fetchExport(town, tx, exportId));
  const pieces: Uint8Array[] = [];
  for await (const piece of file.read(0, file.size)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const linesOf = (csv: Buffer) => csv.toString('utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
const withNames: Ask = { columns: ['number', 'reporter', 'aggressor'], reason: 'Overleg met de politie' };

describe('a file', () => {
  it('holds what its maker sees of the list, newest first, in Dutch', async () => {
    const lines = linesOf(await make('henk', { columns: ['severity', 'number', 'reportedAt', 'team'] }));
    expect(lines[0]).toBe('Nummer;Gemeld op;Ernst;Team');
    expect(lines.slice(1).map((line) => line.replace(/^\d{4}-\d{4};/, ''))).toEqual([
      '11-03-2026 16:00;Schelden of kleineren;Publiekszaken',
      '10-03-2026 10:00;Dreigen of intimideren;Publiekszaken',
    ]);
    const organisation = await make('yusuf', { filters: { scope: 'organisation' } });
    expect(linesOf(organisation)).toHaveLength(4);
  });

  it('holds what the filters say', async () => {
    expect(linesOf(await make('henk', { filters: { scope: 'team', severity: 'verbal' } }))).toHaveLength(2);
    expect(linesOf(await make('henk', { filters: { scope: 'team', untilOn: '2026-03-10' } }))).toHaveLength(2);
    expect(linesOf(await make('henk', { filters: { scope: 'team', kind: 'calamity' } }))).toHaveLength(1);
  });

  it('is empty for who has no list, and is not made of a list that is not theirs', async () => {
    expect(linesOf(await make('fatima'))).toHaveLength(1);
    await expect(ask('henk', { filters: { scope: 'organisation' } })).rejects.toThrow('coordinator');
  });

  it('is an Excel file, with moments as moments and texts that are no formulas', async () => {
    const parts = await unzip(
      await make('henk', { format: 'xlsx', ...withNames, columns: ['number', 'reportedAt', 'aggressor'] }),
    );
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain("'=Zébulon; &quot;Quasterveld&quot;");
    expect(sheet.match(/<row>/g)).toHaveLength(3);
    expect(sheet).toMatch(/<c s="2"><v>46091\.41\d+<\/v><\/c>/);
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('Vertrouwelijk');
  });

  it('is an OpenDocument file, known by its first part', async () => {
    const bytes = await make('henk', { format: 'ods', columns: ['number', 'reportedAt'] });
    expect(bytes.subarray(30, 84).toString('latin1')).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
    const content = (await unzip(bytes)).get('content.xml') ?? '';
    expect(content).toContain('office:date-value="2026-03-10T10:00:00"');
    expect(content.match(/<table:table-row>/g)?.length).toBeGreaterThan(3);
  });
});

describe('names', () => {
  it('ask for a reason', async () => {
    const { answer } = await ask('henk', { columns: ['number', 'holder'] });
    expect(answer).toEqual({ flaws: [{ path: ['reason'], code: 'reason-for-names' }] });
  });

  it('come along as far as their maker sees them, and no formula runs', async () => {
    const [, second, first] = linesOf(await make('henk', withNames));
    expect(second).toMatch(/;Sanne Jansen;$/);
    expect(first).toMatch(/;Fatima El Amrani;"'=Zébulon; ""Quasterveld"""$/);
  });

  it('put each dossier on the record', async () => {
    const { exportId } = await ask('henk', withNames);
    await run(exportId);
    const entries = await town.look<{ action: string; detail: object }>(
      'select action, detail from platform.audit_entry where object_id = $1 order by id',
      [exportId],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'export-asked',
      'incident-exported',
      'incident-exported',
      'export-made',
    ]);
    expect(entries.at(-1)?.detail).toEqual({ scope: 'team', format: 'csv', rows: 2, hasNames: true });
    expect(JSON.stringify(entries)).not.toContain('politie');
  });
});

describe('what was made', () => {
  it('is its maker’s alone, is fetched for a day, and is kept sealed', async () => {
    const { exportId } = await ask('henk');
    await expect(fetchBytes('henk', exportId)).rejects.toThrow();
    await run(exportId);
    await expect(fetchBytes('yusuf', exportId)).rejects.toThrow();
    const [piece] = await town.look<{ bytes: Buffer }>(
      'select sealed_bytes as bytes from incident.export_piece where export_id = $1',
      [exportId],
    );
    expect(piece?.bytes.toString('latin1')).not.toContain('Nummer');
    const listed = await town.as('henk', listExports);
    expect(listed.exports.find((each) => each.exportId === exportId)).toMatchObject({
      state: 'ready',
      rows: 2,
      isCut: false,
    });
    await run(exportId, endExportJob);
    expect(await town.look('select from incident.export_piece where export_id = $1', [exportId])).toEqual([]);
    expect(await town.look('select from incident.export where id = $1', [exportId])).toHaveLength(1);
  });

  it.each([
    ['the organisation', 'yusuf', 'organisation'],
    ['a team', 'henk', 'team'],
  ] as const)('goes with the list of %s that it was made of', async (_, who, scope) => {
    const { exportId } = await ask(who, { filters: { scope } });
    await run(exportId);
    expect(linesOf(await fetchBytes(who, exportId)).length).toBeGreaterThan(1);
    const answersUntil = (until: Date | null) =>
      town.look('update organisation.role_holding set until = $2 where person_id = $1', [cast[who].id, until]);
    await answersUntil(town.now);
    await expect(fetchBytes(who, exportId)).rejects.toThrow('Absent');
    const ids = (await town.as(who, listExports)).exports.map((each) => each.exportId);
    expect(ids).not.toContain(exportId);
    const pieces = await town.as(who, (tx) =>
      tx.rows('select from incident.export_piece where export_id = $1', [exportId]),
    );
    expect(pieces).toEqual([]);
    await answersUntil(null);
    expect((await fetchBytes(who, exportId)).length).toBeGreaterThan(0);
  });

  it('is asked once, however often the answer got lost', async () => {
    const exportId = newId();
    const body = { exportId, format: 'csv', language: 'nl', filters: { scope: 'team' }, columns: ['number'] } as const;
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await town.as('els', (tx) => askExport(town, tx, { ...body, columns: [...body.columns] }))).toEqual({
        exportId,
      });
    }
    expect(
      await town.look(`select from platform.job where data ->> 'exportId' = $1 and kind = $2`, [
        exportId,
        makeExportJob,
      ]),
    ).toHaveLength(1);
  });

  it('is twenty a day at most', async () => {
    for (let count = 0; count < 20; count += 1) await ask('marijke');
    expect((await ask('marijke')).answer).toEqual({ refused: 'too-many-exports' });
  });
});

function unzip(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (failure, zip) => {
      if (failure) return reject(failure);
      const parts = new Map<string, string>();
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, async (broken, stream) => {
          if (broken) return reject(broken);
          const pieces: Buffer[] = [];
          for await (const piece of stream) pieces.push(piece as Buffer);
          parts.set(entry.fileName, Buffer.concat(pieces).toString('utf8'));
          zip.readEntry();
        });
      });
      zip.on('end', () => resolve(parts));
      zip.readEntry();
    });
  });
}
