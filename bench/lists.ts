// `npm run bench:lists`: every list for every kind of reader, at 10,000 and at 1,000,000 incidents on the same PostgreSQL.
// LISTS_LARGE=200000 takes a smaller large register.
import type { RegisterTown } from '../database/demo/register-town.ts';
import { type IncidentQuery, listIncidents } from '../server/incident/list/incident-list.ts';
import { listMyIncidents } from '../server/incident/mine/my-incidents.ts';
import { listTasks } from '../server/incident/tasks/task-list.ts';
import { readWorkSummary } from '../server/incident/work-summary.ts';
import type { Tx } from '../server/platform/index.ts';
import { median, quantile } from './support/load.ts';
import { openRegisters, type Reader, type ReadRegister, vault } from './support/registers.ts';

const ATMOST = 1.3;
/** Below this nobody notices, and a ratio says nothing. */
const FLOOR_MS = 1;
/** The median of the rounds counts: a machine that stumbles once does not decide. */
const ROUNDS = 5;
const TURNS = 150;

const { layOut, close } = await openRegisters();
const small = await layOut(10_000);
const large = await layOut(Number(process.env.LISTS_LARGE ?? 1_000_000));

interface Profile {
  readonly name: string;
  readonly who: Reader;
  readonly list: (tx: Tx, query: Partial<IncidentQuery>, town: RegisterTown) => Promise<{ next: string | null }>;
  /** Each organisation has teams and places of its own. */
  readonly questions: Readonly<Record<string, (town: RegisterTown) => Partial<IncidentQuery>>>;
}

const ofIncidents = (scope: IncidentQuery['scope']) => (tx: Tx, query: Partial<IncidentQuery>) =>
  listIncidents(tx, { scope, limit: 25, ...query });
const own = (tx: Tx, { cursor }: Partial<IncidentQuery>) => listMyIncidents(tx, { cursor, limit: 25 });
const placeOf = ({ plan }: RegisterTown) => plan.teams[0]?.locationId ?? undefined;
const filters = {
  open: () => ({ state: 'open' }),
  'rare kind': () => ({ kind: 'calamity' }),
  'severity and place': (town) => ({ severity: 'violence', locationId: placeOf(town) }),
  'team, place and kind': (town) => ({
    teamId: town.plan.teams[0]?.id,
    locationId: placeOf(town),
    kind: 'missing_person',
  }),
  'nothing fits': () => ({ severity: 'violence', kind: 'calamity' }),
} satisfies Profile['questions'];

const profiles: readonly Profile[] = [
  { name: 'new colleague', who: 'newcomer', list: own, questions: {} },
  { name: 'member, 20 of long ago', who: 'member', list: own, questions: {} },
  { name: 'new colleague, team', who: 'newcomer', list: ofIncidents('team'), questions: filters },
  { name: 'manager, 2,000', who: 'manager', list: ofIncidents('team'), questions: filters },
  { name: 'coordinator, all', who: 'coordinator', list: ofIncidents('organisation'), questions: filters },
];

let isGood = true;
for (const profile of profiles) {
  await compare(profile, 'first page', () => ({}));
  const [few, many] = [await pageForty(small, profile), await pageForty(large, profile)];
  await compare(profile, 'page 40', (town) => ({ cursor: town === small.town ? few : many }));
  for (const [name, query] of Object.entries(profile.questions)) await compare(profile, name, query);
}
for (const who of ['manager', 'coordinator'] as const) {
  const work = { name: `my work of the ${who}`, who, questions: {} };
  await compare({ ...work, list: (tx) => listTasks({ vault }, tx, { show: 'open', limit: 25 }) }, 'tasks', () => ({}));
  const summary: Profile['list'] = async (tx, _query, town) => ({
    ...(await readWorkSummary(tx, town[`${who}Id`])),
    next: null,
  });
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
  const ask = ({ town, as }: ReadRegister) => as(profile.who, (tx) => profile.list(tx, queryFor(town), town));
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

async function round(ask: (register: ReadRegister) => Promise<unknown>, turns: number): Promise<Round> {
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
async function pageForty({ town, as }: ReadRegister, { who, list }: Profile): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 1; page < 40; page += 1) {
    const { next } = await as(who, (tx) => list(tx, { cursor }, town));
    if (next === null) return cursor;
    cursor = next;
  }
  return cursor;
}
