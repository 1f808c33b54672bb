import fs from 'node:fs';
import path from 'node:path';
import { type ImportMapping, importMapping } from '../../contract/import.ts';
import { beginRows, type ImportNeeds, importSealedAs, keepReading } from '../incident/import/import-store.ts';
import { viewImport, wrongRows } from '../incident/import/imports.ts';
import { readInThread } from '../incident/import/in-thread.ts';
import { ownNames } from '../incident/import/own-names.ts';
import type { FileReading } from '../incident/import/read-columns.ts';
import type { Transact } from '../incident/import/read-file.ts';
import { guessMapping } from '../incident/import/rules/guess-mapping.ts';
import { fileFlaws, UnreadableFile } from '../incident/import/source/file-flaw.ts';
import { takeOverRows } from '../incident/import/take-over-rows.ts';
import { newId } from '../platform/index.ts';
import { CommandProblem } from './command.ts';

export interface RegisterWishes {
  readonly file: string;
  readonly mapping: string;
  readonly onlyTries: boolean;
  /** E-mail address of the coordinator who takes it over; the first coordinator when absent. */
  readonly as: string | undefined;
}

/** Takes an older register over, as the coordinator does in the browser. The same file again adds nothing. */
export async function importRegister(needs: ImportNeeds, transact: Transact, wishes: RegisterWishes): Promise<void> {
  const bytes = fs.readFileSync(wishes.file);
  const reading = await read(bytes);
  const mapping = await mappingFor(transact, wishes.mapping, reading);
  const personId = await coordinator(transact, wishes.as);
  const importId = newId();
  await transact(async (tx) => {
    const name = (await needs.vault.forEmployer(tx)).seal(importSealedAs.name(importId), path.basename(wishes.file));
    await tx.execute(
      `insert into incident.import (id, employer_id, started_by, started_at, state, bytes, sealed_name)
       values ($1, $2, $3, $4, 'reading', $5, $6)`,
      [importId, tx.employerId, personId, tx.now, bytes.length, name],
    );
    await keepReading(needs, tx, importId, { reading, guess: mapping });
  });
  const goesOn = () => true;
  await transact((tx) => beginRows(needs, tx, importId, { state: 'checking', mapping }));
  await takeOverRows(needs, transact, importId, { goesOn, file: bytes });
  if (!wishes.onlyTries) {
    await transact((tx) => beginRows(needs, tx, importId, { state: 'importing', mapping }));
    await takeOverRows(needs, transact, importId, { goesOn, file: bytes });
  }
  await tell(needs, transact, importId, wishes);
}

async function read(bytes: Uint8Array): Promise<FileReading> {
  try {
    return await readInThread(bytes);
  } catch (cause) {
    throw cause instanceof UnreadableFile ? new CommandProblem(fileFlaws[cause.flaw].en) : cause;
  }
}

/** A mapping that is not there yet is written as we guess it, for somebody to look over. */
async function mappingFor(transact: Transact, file: string, { reading }: FileReading): Promise<ImportMapping> {
  if (!fs.existsSync(file)) {
    const guess = await transact(async (tx) => guessMapping(reading.columns, await ownNames(tx)));
    fs.writeFileSync(file, `${JSON.stringify(guess, null, 2)}\n`);
    throw new CommandProblem(
      `${file} was not there: it now holds what we make of the columns. Look it over and try again.`,
    );
  }
  const told = importMapping.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')));
  if (told.success) return told.data;
  const wrong = told.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new CommandProblem(`${file} is no mapping. ${wrong.join('; ')}`);
}

async function coordinator(transact: Transact, email: string | undefined): Promise<string> {
  const found = await transact((tx) =>
    tx.maybeRow<{ personId: string }>(
      `select h.person_id as "personId" from organisation.role_holding h join organisation.person p on p.id = h.person_id
       where h.employer_id = $1 and h.role = 'coordinator' and h.since <= $2 and (h.until is null or h.until > $2)
         and ($3::text is null or lower(p.email) = lower($3))
       order by h.since, h.id limit 1`,
      [tx.employerId, tx.now, email ?? null],
    ),
  );
  if (found) return found.personId;
  throw new CommandProblem(email ? `${email} is not a coordinator here.` : 'There is no coordinator here yet.');
}

async function tell(
  needs: ImportNeeds,
  transact: Transact,
  importId: string,
  { file, onlyTries }: RegisterWishes,
): Promise<void> {
  const { rows, added, known, wrong, wrongBy, totals } = await transact((tx) => viewImport(needs, tx, importId));
  const counts = `${rows} rows: ${added} taken over, ${known} were here already, ${wrong} to correct`;
  console.log(onlyTries ? `It would be ${counts}. Nothing was changed.` : `${counts}.`);
  for (const { count, text } of wrongBy) console.log(`  ${count} × ${text.en}`);
  for (const { year, count } of totals?.years ?? []) console.log(`  ${year}: ${count}`);
  for (const { sort, count } of totals?.sorts ?? []) console.log(`  ${sort}: ${count}`);
  if (wrong > 0) await writeWrongRows(needs, transact, importId, file);
  if (onlyTries) await transact((tx) => tx.execute('delete from incident.import where id = $1', [importId]));
}

async function writeWrongRows(needs: ImportNeeds, transact: Transact, importId: string, file: string): Promise<void> {
  const target = `${file.replace(/\.\w{1,5}$/, '')}-to-correct.csv`;
  fs.writeFileSync(target, '', { mode: 0o600 });
  for (let part: number | null = 0; part !== null; ) {
    const from: number = part;
    const piece = await transact((tx) => wrongRows(needs, tx, importId, { part: from, language: 'en' }));
    fs.appendFileSync(target, piece.csv);
    part = piece.next;
  }
  console.log(`The rows to correct are in ${target}; correct them there and offer that file.`);
}
