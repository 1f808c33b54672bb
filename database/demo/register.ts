import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { tokensFor } from '../../server/incident/list/search-tokens.ts';
import { findableBy } from '../../server/incident/rules/name-words.ts';
import type { EmployerKey, Vault } from '../../server/platform/index.ts';
import { type RegisterPlan, registerIncidents } from './register-incident.ts';
import { type RegisterTable, type Row, registerTables, rowsOf, type Value } from './register-rows.ts';

export interface RegisterSeal {
  readonly vault: Pick<Vault, 'newDossier' | 'blindIndex'>;
  readonly key: EmployerKey;
  /** Every how many incidents one is sealed, and can be opened with its texts: 1 is each. */
  readonly every: number;
}

/** Incidents that are made, copied and forgotten together. */
const BATCH = 5_000;
/** From so many on it is quicker to build the indexes afterwards. */
const MANY = 100_000;

/**
 * Writes years of incidents by COPY, past the triggers: what those would have made is made here. For a superuser, who alone can
 * leave foreign keys and triggers out of it. All or nothing. Without a seal there are no texts and no names: enough for lists.
 */
export async function writeRegister(
  owner: pg.ClientBase,
  plan: RegisterPlan,
  seal: RegisterSeal | null,
): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query("set local session_replication_role = replica; set local maintenance_work_mem = '512MB'");
    const indexes = plan.count >= MANY ? await takeIndexesAway(owner) : [];
    await copyAll(owner, plan, seal);
    for (const definition of indexes) await owner.query(definition);
    await takeNumbers(owner, plan);
    await owner.query('commit');
  } catch (cause) {
    await owner.query('rollback');
    throw cause;
  }
  // Without this the planner believes that the tables are as small as they were.
  for (const table of Object.keys(registerTables)) await owner.query(`analyze ${table}`);
}

/** The next batch is made while PostgreSQL still writes the last one. */
async function copyAll(owner: pg.ClientBase, plan: RegisterPlan, seal: RegisterSeal | null): Promise<void> {
  let copying: Promise<void> = Promise.resolve();
  let batch = emptyBatch();
  let inBatch = 0;
  let at = 0;
  const tokensOf = seal ? namesOnce(seal, plan) : () => [];
  for (const incident of registerIncidents(plan)) {
    const texts = seal && at % seal.every === 0 ? seal.vault.newDossier(seal.key, incident.id) : null;
    for (const [table, rows] of rowsOf(incident, { texts, tokensOf }))
      for (const row of rows) batch.get(table)?.push(lineOf(row));
    at += 1;
    inBatch += 1;
    if (inBatch < BATCH) continue;
    await copying;
    copying = copyBatch(owner, batch);
    batch = emptyBatch();
    inBatch = 0;
    // Lets what was just begun go out before the next batch keeps us busy.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await copying;
  await copyBatch(owner, batch);
}

/** The same people come back again and again. */
function namesOnce({ vault }: RegisterSeal, { employerId }: RegisterPlan): (name: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (name) => {
    const tokens = known.get(name) ?? tokensFor(vault, { employerId }, findableBy(name));
    known.set(name, tokens);
    return tokens;
  };
}

type Batch = Map<RegisterTable, string[]>;

function emptyBatch(): Batch {
  return new Map((Object.keys(registerTables) as RegisterTable[]).map((table) => [table, []]));
}

async function copyBatch(owner: pg.ClientBase, batch: Batch): Promise<void> {
  for (const [table, lines] of batch) {
    if (lines.length === 0) continue;
    const columns = registerTables[table].split(' ').join(', ');
    const stream = owner.query(copyFrom(`copy ${table} (${columns}) from stdin`));
    if (!stream.write(lines.join(''))) await once(stream, 'drain');
    stream.end();
    await finished(stream);
  }
}

/** A row in the text format of COPY. */
function lineOf(row: Row): string {
  return `${row.map(fieldOf).join('\t')}\n`;
}

function fieldOf(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return `{${value.join(',')}}`;
}

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (found) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[found] ?? found)
    : text;
}

/** Those that hold a constraint stay: they refuse what must not be. Answers how to make the others again. */
async function takeIndexesAway(owner: pg.ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any ($1::regclass[]) and not i.indisunique
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [Object.keys(registerTables)],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

/** The reports that people make go on after these. */
async function takeNumbers(owner: pg.ClientBase, { employerId, count }: RegisterPlan): Promise<void> {
  const sequence = `incident.number_of_${employerId.replaceAll('-', '_')}`;
  await owner.query(`create sequence if not exists ${sequence}`);
  await owner.query(`select setval('${sequence}', greatest($1, last_value)) from ${sequence}`, [count]);
}
