import pg from 'pg';
import { incidentRoutes, incidentsByThemselves } from '../../server/incident/index.ts';
import { findPeople } from '../../server/organisation/index.ts';
import type { Environment } from '../../server/platform/environment.ts';
import {
  createChannels,
  createVault,
  JobRegistry,
  type Log,
  type Notify,
  type Now,
  openDatabase,
  readChannelSettings,
  Subscriptions,
} from '../../server/platform/index.ts';
import type { Installation } from '../../server/platform/installation.ts';
import { routes as protocolRoutes } from '../../server/protocol/index.ts';
import { deLijn } from './de-lijn.ts';
import { emptyHalfFilled } from './empty-half-filled.ts';
import { minutesAfter } from './moments.ts';
import { openPast, type Past } from './past.ts';
import { playNote, playStory } from './play-story.ts';
import { playWords } from './play-words.ts';
import { readUntilThisMorning, tellQuietly } from './quiet-messages.ts';
import { beingFilled, settle } from './settle.ts';
import type { Town } from './town.ts';
import { wierdam } from './wierdam.ts';
import { numberByDate, writeYearsBefore } from './years-before.ts';

export interface FillOptions {
  readonly towns?: readonly Town[];
  readonly log?: Pick<Log, 'info'>;
}

/** One program fills, the others wait until it has. */
const FILL_LOCK = 7_283_410_004;
/** How long the towns existed before the start. */
const FOUNDED_DAYS_AGO = 1200;

/**
 * Gives an empty database its demonstration: the towns, and everything that happened in them up to now. What was reported
 * minutes ago waits for its manager: from there on the program lives on.
 */
export async function fillDemonstration(
  installation: Pick<Installation, 'urls' | 'keys'>,
  environment: Pick<Environment, 'publicUrl' | 'demo'>,
  now: Now,
  { towns = [wierdam, deLijn], log }: FillOptions = {},
): Promise<'filled' | 'not-empty'> {
  if (environment.demo === 'none') return 'not-empty';
  const owner = new pg.Client({ connectionString: installation.urls.owner });
  // A connection that breaks between two queries must not end the program: the next query fails anyway.
  owner.on('error', () => {});
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [FILL_LOCK]);
    await emptyHalfFilled(owner);
    const { rowCount } = await owner.query('select from organisation.employer limit 1');
    if (rowCount) return 'not-empty';
    const since = performance.now();
    await fill(installation, environment, { towns, owner, start: now() });
    log?.info({ seconds: Math.round((performance.now() - since) / 100) / 10 }, 'demonstration filled');
    return 'filled';
  } finally {
    await owner.end();
  }
}

interface Filling {
  readonly towns: readonly Town[];
  readonly owner: pg.Client;
  readonly start: Date;
}

async function fill(
  { urls, keys }: Pick<Installation, 'urls' | 'keys'>,
  { publicUrl, demo }: Pick<Environment, 'publicUrl' | 'demo'>,
  { towns, owner, start }: Filling,
): Promise<void> {
  const subscriptions = new Subscriptions();
  const registry = new JobRegistry();
  const vault = createVault(keys);
  let addedFrom = Number.POSITIVE_INFINITY;
  const database = openDatabase({
    app: hurried(urls.app),
    worker: hurried(urls.worker),
    functions: { granteesOf: 'organisation.grantees_of', enterSession: 'identity.enter_session' },
    subscriptions,
    onJobs: (earliest) => {
      addedFrom = Math.min(addedFrom, earliest);
    },
    size: { app: 1, worker: 1 },
    preparesReads: true,
  });
  // Without any setting nothing leaves the house.
  const channels = createChannels({
    keys,
    vault,
    settings: readChannelSettings({}, publicUrl),
    publicUrl,
    isDemonstration: true,
    findReachability: async (tx, personId) => (await findPeople(tx, [personId])).get(personId),
    findDemonstrationEmployer: async () => towns[0]?.employer.id,
  });
  try {
    const told: Notify = (tx, notification) => tellQuietly(tx, notification, start);
    const needs = { vault, notify: told };
    incidentsByThemselves(registry, subscriptions, needs);
    channels.handleJobs(registry);
    const founded = minutesAfter(start, -FOUNDED_DAYS_AGO * 24 * 60);
    const past = openPast(
      {
        database,
        routes: [...incidentRoutes(needs), ...protocolRoutes],
        registry,
        subscriptions,
        owner,
        jobsAddedFrom: () => {
          const earliest = addedFrom;
          addedFrom = Number.POSITIVE_INFINITY;
          return earliest;
        },
      },
      founded,
    );
    for (const [at, town] of towns.entries()) {
      const context = { role: 'app', employerId: town.employer.id, personId: null } as const;
      // The first one founded is the one that visitors step into.
      await database.transact({ ...context, now: minutesAfter(founded, at) }, (tx) => settle(tx, town));
    }
    const large = demo === 'large' ? towns[0] : undefined;
    if (large) await writeYearsBefore(owner, database, vault, large, start);
    await liveThrough(past, towns, start);
    if (large) await numberByDate(owner, large.employer.id);
    await owner.query(readUntilThisMorning, [start]);
    await owner.query('update organisation.employer set settings = settings - $1 where settings ? $1', [beingFilled]);
  } finally {
    channels.close();
    await database.end();
  }
}

/**
 * No commit waits for the disk: a fill that is broken off begins anew anyway. The last statement of all does wait, and with it
 * everything before it is safe.
 */
function hurried(url: string): string {
  const hurriedUrl = new URL(url);
  hurriedUrl.searchParams.set('options', '-c synchronous_commit=off');
  return hurriedUrl.href;
}

async function liveThrough(past: Past, towns: readonly Town[], start: Date): Promise<void> {
  for (const town of towns) {
    for (const change of town.words) playWords(past, town, change, start);
    for (const story of town.stories) playStory(past, town, story, start);
    for (const note of town.notes) playNote(past, town, note, start);
  }
  await past.liveUntil(start);
}
