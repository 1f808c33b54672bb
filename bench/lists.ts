// `npm run bench:lists`: every list for every kind of reader, at 10,000 and at 1,000,000 incidents on the same PostgreSQL.
// LISTS_LARGE=200000 takes a smaller large register.
import { type CastKey, cast, locations, teams } from '../database/demo/cast.ts';
import { type IncidentQuery, listIncidents } from '../server/incident/incident-list.ts';
import { listMyIncidents } from '../server/incident/my-incidents.ts';
import { listTasks } from '../server/incident/task-list.ts';
import { readWorkSummary } from '../server/incident/work-summary.ts';
import { createVault, type Tx } from '../server/platform/index.ts';
import { keysFrom } from '../server/platform/keys.ts';
import { median, quantile } from './support/load.ts';
import { type RegisterTown, twoRegisters } from './support/two-registers.ts';

const ATMOST = 1.3;
/** Below this nobody notices, and a ratio says nothing. */
const FLOOR_MS = 1;
/** The median of the rounds counts: a machine that stumbles once does not decide. */
const ROUNDS = 5;
const TURNS = 150;

const vault = createVault(keysFrom(Buffer.alloc(32, 7)));
const { small, large, close } = await twoRegisters(10_000, Number(process.env.LISTS_LARGE ?? 1_000_000));

interface Profile {
  readonly name: string;
  readonly who: CastKey;
  readonly list: (tx: Tx, query: Partial<IncidentQuery>) => Promise<{ next: string | null }>;
  readonly questions: Readonly<Record<string, Partial<IncidentQuery>>>;
}

const ofIncidents = (scope: IncidentQuery['scope']) => (tx: Tx, query: Partial<IncidentQuery>) =>
  listIncidents(tx, { scope, limit: 25, ...query });
const own = (tx: Tx, { cursor }: Partial<IncidentQuery>) => listMyIncidents(tx, { cursor, limit: 25 });
const filters = {
  open: { state: 'open' },
  'rare kind': { kind: 'calamity' },
  'severity and place': { severity: 'violence', locationId: locations.milieustraat.id },
  'team, place and kind': {
    teamId: teams.handhaving.id,
    locationId: locations.gemeentehuis.id,
    kind: 'missing_person',
  },
  'nothing fits': { state: 'reported', severity: 'none', kind: 'calamity' },
} as const satisfies Profile['questions'];

const profiles: readonly Profile[] = [
  { name: 'new colleague', who: 'mila', list: own, questions: {} },
  { name: 'member, 20 of long ago', who: 'fatima', list: own, questions: {} },
  { name: 'new colleague, team', who: 'mila', list: ofIncidents('team'), questions: filters },
  { name: 'manager, 2,000', who: 'henk', list: ofIncidents('team'), questions: filters },
  { name: 'coordinator, all', who: 'yusuf', list: ofIncidents('organisation'), questions: filters },
];

let isGood = true;
for (const profile of profiles) {
  await compare(profile, 'first page', () => ({}));
  const [few, many] = [await pageForty(small, profile), await pageForty(large, profile)];
  await compare(profile, 'page 40', (town) => ({ cursor: town === small ? few : many }));
  for (const [name, query] of Object.entries(profile.questions)) await compare(profile, name, () => query);
}
for (const who of ['henk', 'yusuf'] as const) {
  const work = { name: `my work of ${who}`, who, questions: {} };
  await compare({ ...work, list: (tx) => listTasks({ vault }, tx, { show: 'open', limit: 25 }) }, 'tasks', () => ({}));
  const summary = async (tx: Tx) => ({ ...(await readWorkSummary(tx, cast[who].id)), next: null });
  await compare({ ...work, list: summary }, 'summary', () => ({}));
}
await close();
console.log(isGood ? '\nEvery list is as quick at the large register: good' : '\nTOO SLOW');
process.exitCode = isGood ? 0 : 1;

/** In turns, so that a machine that slows down slows both. */
async function compare(
  profile: Profile,
  question: string,
  queryFor: (town: RegisterTown) => Partial<IncidentQuery>,
): Promise<void> {
  const ask = (town: RegisterTown) => town.as(profile.who, (tx) => profile.list(tx, queryFor(town)));
  await round(ask, 10);
  const rounds: Round[] = [];
  for (let count = 0; count < ROUNDS; count += 1) rounds.push(await round(ask, TURNS));
  const middle = (figure: (each: Round) => number) => median(rounds.map(figure));
  const ratio = middle(({ few, many }) => Math.max(many.p95, FLOOR_MS) / Math.max(few.p95, FLOOR_MS));
  isGood &&= ratio <= ATMOST;
  const told = (value: number) => value.toFixed(2).padStart(7);
  console.log(
    `${profile.name.padEnd(24)} ${question.padEnd(22)} ` +
      `p50${told(middle(({ few }) => few.p50))} →${told(middle(({ many }) => many.p50))} ms · ` +
      `p95${told(middle(({ few }) => few.p95))} →${told(middle(({ many }) => many.p95))} ms · ` +
      `${ratio.toFixed(2)}${ratio > ATMOST ? '  TOO SLOW' : ''}`,
  );
}

interface Round {
  readonly few: { readonly p50: number; readonly p95: number };
  readonly many: { readonly p50: number; readonly p95: number };
}

async function round(ask: (town: RegisterTown) => Promise<unknown>, turns: number): Promise<Round> {
  const times = { few: [] as number[], many: [] as number[] };
  for (let turn = 0; turn < turns; turn += 1) {
    times.few.push(await timed(() => ask(small)));
    times.many.push(await timed(() => ask(large)));
  }
  return { few: quantiles(times.few), many: quantiles(times.many) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

function quantiles(times: readonly number[]) {
  const sorted = times.toSorted((one, other) => one - other);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

/** Where page 40 begins; the last page there is, for whoever has fewer. */
async function pageForty(town: RegisterTown, { who, list }: Profile): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 1; page < 40; page += 1) {
    const { next } = await town.as(who, (tx) => list(tx, { cursor }));
    if (next === null) return cursor;
    cursor = next;
  }
  return cursor;
}
