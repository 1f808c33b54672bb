import type { IncidentReport, MatrixColumn } from '../../../contract/incident.ts';
import { highestColumn } from '../../../contract/norm-matrix.ts';
import type { Sentence } from '../../../contract/problem.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { reportIncident } from '../reporting/report-incident.ts';
import { requireCoordinator } from '../require-coordinator.ts';
import { mayNameIn, type PatternFact } from './find-pattern.ts';
import { countsOfPattern } from './pattern-list.ts';
import { reasonSealedAs } from './sealed-names.ts';

export type PatternState = 'open' | 'reported' | 'set_aside';
export interface WrittenPattern {
  readonly patternId: string;
  readonly state: PatternState;
}

type PatternRefusal = 'pattern-decided' | 'pattern-already-asked' | 'signal-rules-changed-meanwhile';
export const patternRefusals = {
  'pattern-decided': {
    nl: 'Over dit patroon is al beslist.',
    en: 'This pattern has been decided about already.',
  },
  'pattern-already-asked': {
    nl: 'Je collega’s hebben deze vraag al gekregen.',
    en: 'Your colleagues have been asked already.',
  },
  'signal-rules-changed-meanwhile': {
    nl: 'Iemand anders veranderde deze afspraken net. Kijk eerst wat er nu staat.',
    en: 'Somebody else has just changed these agreements. First see what they are now.',
  },
} as const satisfies Record<PatternRefusal, Sentence>;

/** Those who made the notes are asked, once. They may tell who it was; nobody has to. */
export async function askWhoNoted(
  { notify }: Pick<FollowUpNeeds, 'notify'>,
  tx: Tx,
  patternId: string,
): Promise<WrittenPattern | Refused<'pattern-decided' | 'pattern-already-asked'>> {
  const { state, askedAt } = await lockPattern(tx, patternId);
  if (state !== 'open') return refuse('pattern-decided');
  if (askedAt) return refuse('pattern-already-asked');
  const asked = await tx.rows<{ personId: string }>(
    `update incident.pattern_signal set asked_at = $2 where pattern_id = $1 returning person_id as "personId"`,
    [patternId, tx.now],
  );
  await tx.execute('update incident.pattern set asked_at = $2 where id = $1', [patternId, tx.now]);
  for (const personId of new Set(asked.map((row) => row.personId))) {
    await notify(tx, { personId, template: 'pattern-question', urgent: false, data: {} });
  }
  await record(tx, patternId, 'pattern-asked');
  return { patternId, state };
}

export async function setPatternAside(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  { patternId, reason }: { readonly patternId: string; readonly reason: string },
): Promise<WrittenPattern | Flawed | Refused<'pattern-decided'>> {
  const flaws = citizenServiceNumbersIn({ reason });
  if (flaws.length > 0) return { flaws };
  const { state } = await lockPattern(tx, patternId);
  if (state !== 'open') return refuse('pattern-decided');
  const sealed = (await vault.forEmployer(tx)).seal(reasonSealedAs(patternId), reason);
  await tx.execute(
    `update incident.pattern set state = 'set_aside', decided_at = $2, decided_by = $3, sealed_reason = $4 where id = $1`,
    [patternId, tx.now, tx.personId, sealed],
  );
  await record(tx, patternId, 'pattern-set-aside');
  return { patternId, state: 'set_aside' };
}

export interface PatternReport {
  readonly patternId: string;
  readonly incidentId: string;
  readonly story: string;
  readonly aggressorText?: string | null | undefined;
}

/** The coordinator reports it, in their own words; from then on it is a report like every other. */
export async function reportPattern(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  told: PatternReport,
): Promise<
  | (WrittenPattern & { incidentId: string })
  | Flawed
  | Refused<'pattern-decided' | 'incident-already-reported' | 'emotion-goes-without-a-name'>
> {
  const { patternId, incidentId } = told;
  const { state } = await lockPattern(tx, patternId);
  if (state !== 'open') return refuse('pattern-decided');
  const inIt = await whatIsInIt(tx, patternId);
  if (told.aggressorText && !mayNameIn(inIt)) return refuse('emotion-goes-without-a-name');
  const reported = await reportIncident(needs, tx, personId, reportOf(inIt, told));
  if (!('number' in reported)) return reported;
  await tx.execute(
    `update incident.pattern set state = 'reported', decided_at = $2, decided_by = $3, report_id = $4 where id = $1`,
    [patternId, tx.now, personId, incidentId],
  );
  await record(tx, patternId, 'pattern-reported');
  return { patternId, incidentId, state: 'reported' };
}

interface InIt {
  readonly fact: PatternFact;
  readonly isEmotion: boolean;
  readonly columns: MatrixColumn[];
  readonly occurredAt: Date;
  readonly locationId: string | null;
  readonly roomId: string | null;
}

/** The notes in it tell what the report says; reports in it have a dossier already. */
async function whatIsInIt(tx: Tx, patternId: string): Promise<InIt> {
  return tx.row<InIt>(
    `select p.fact, c."isEmotion", n.* from incident.pattern p
     cross join lateral ${countsOfPattern} c
     cross join lateral (
       select coalesce(array_agg(distinct n.matrix_column), '{}') as columns,
         coalesce(max(n.occurred_at), p.found_at) as "occurredAt",
         case when count(distinct n.location_id) = 1 and bool_and(n.location_id is not null)
           then min(n.location_id::text) end as "locationId",
         case when count(distinct n.room_id) = 1 and bool_and(n.room_id is not null)
           then min(n.room_id::text) end as "roomId"
       from incident.pattern_signal s join incident.note n on n.id = s.note_id where s.pattern_id = p.id) n
     where p.id = $1`,
    [patternId],
  );
}

function reportOf(
  { isEmotion, columns, occurredAt, locationId, roomId }: InIt,
  { incidentId, story, aggressorText }: PatternReport,
): IncidentReport {
  const isVerbal = highestColumn(columns) === 'verbal_aggression';
  return {
    incidentId,
    kind: 'incident',
    safe: null,
    personGone: null,
    injured: null,
    columns,
    // That it came back is what makes it a pattern, and what allows to report emotion at all: it persists.
    correction:
      isVerbal || aggressorText ? { stopped: isEmotion ? false : null, againInSameTalk: null, earlier: true } : null,
    story,
    target: 'group',
    victimIds: [],
    witnessIds: [],
    occurredAt: occurredAt.toISOString(),
    occurredPrecision: 'day',
    place: locationId ? { kind: 'location', locationId, roomId } : { kind: 'unknown' },
    aggressor: aggressorText ? { knowledge: 'described', text: aggressorText } : { knowledge: 'unknown' },
    actions: [],
    needs: [],
    route: 'coordinator',
  };
}

async function lockPattern(tx: Tx, patternId: string): Promise<{ state: PatternState; askedAt: Date | null }> {
  await requireCoordinator(tx, 'patterns of the organisation');
  // Not `for update`: what is decided is not theirs to change any more, and would seem not to be there.
  await tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 0))', [patternId]);
  return tx.row('select state, asked_at as "askedAt" from incident.pattern where id = $1', [patternId]);
}

async function record(tx: Tx, patternId: string, action: string): Promise<void> {
  await tx.recordAudit({ action, objectKind: 'pattern', objectId: patternId });
}
