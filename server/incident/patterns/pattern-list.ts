import type { AnswerOf, QueryOf } from '../../../contract/endpoint.ts';
import type { listPatterns as endpoint, MatrixColumn } from '../../../contract/incident.ts';
import { highestColumn } from '../../../contract/norm-matrix.ts';
import { pageOf, placeOf, type Tx, type Vault } from '../../platform/index.ts';
import { type Named, refOf } from '../person-ref.ts';
import { requireCoordinator } from '../require-coordinator.ts';
import { mayNameIn, type PatternFact } from './find-pattern.ts';
import { answerSealedAs, reasonSealedAs } from './sealed-names.ts';
import { sharedBy } from './shared-by.ts';

type PatternList = AnswerOf<typeof endpoint>;
type ShownPattern = PatternList['patterns'][number];

interface PatternRow {
  readonly patternId: string;
  readonly fact: PatternFact;
  readonly days: number;
  readonly foundAt: Date;
  readonly askedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: Named | null;
  readonly sealedReason: Buffer | null;
  readonly incidentId: string | null;
  readonly number: string | null;
  readonly notes: number;
  readonly reports: number;
  readonly isEmotion: boolean;
}

interface SignalRow {
  readonly patternId: string;
  readonly signalId: string;
  /** The number of a report; null of a note. */
  readonly number: string | null;
  readonly columns: readonly MatrixColumn[];
  readonly corrected: boolean;
  readonly occurredAt: Date;
  readonly isDayOnly: boolean;
  readonly hour: number | null;
  readonly placeName: string | null;
  readonly teamName: string | null;
  readonly isAsked: boolean;
  readonly answer: 'told' | 'declined' | null;
  readonly sealedAnswer: Buffer | null;
}

/**
 * What the coordinator may decide about, newest first. Nobody who noted is named here. A proposal from which notes were taken
 * back until too few are left asks for no decision any more.
 */
export async function listPatterns(vault: Vault, tx: Tx, query: QueryOf<typeof endpoint>): Promise<PatternList> {
  await requireCoordinator(tx, 'patterns of the organisation');
  const rows = await patternRows(tx, query);
  const { page, next } = pageOf(rows, query.limit, ({ foundAt, patternId }) => ({ at: foundAt, id: patternId }));
  const signals = Map.groupBy(
    await signalRows(
      tx,
      page.map(({ patternId }) => patternId),
    ),
    (row) => row.patternId,
  );
  const texts = await vault.forEmployer(tx);
  const open = (name: string, sealed: Buffer) => texts.open(name, sealed);
  await recordLook(tx, page);
  return { patterns: page.map((row) => shown(row, signals.get(row.patternId) ?? [], open)), next };
}

async function patternRows(tx: Tx, { show, cursor, limit }: QueryOf<typeof endpoint>): Promise<PatternRow[]> {
  const after = placeOf(cursor);
  return tx.rows<PatternRow>(
    `select p.id as "patternId", p.fact, p.days, p.found_at as "foundAt", p.asked_at as "askedAt",
       p.decided_at as "decidedAt", p.sealed_reason as "sealedReason", p.report_id as "incidentId", i.number,
       c.notes::int as notes, c.reports::int as reports, c."isEmotion",
       case when d.id is not null then
         json_build_object('id', d.id, 'givenName', d.given_name, 'familyName', d.family_name) end as "decidedBy"
     from incident.pattern p
     left join organisation.person d on d.id = p.decided_by
     left join incident.incident i on i.id = p.report_id
     cross join lateral ${countsOfPattern} c
     where p.employer_id = $1 and ${show === 'open' ? `p.state = 'open' and ${isStillOne}` : "p.state <> 'open'"}
       and ${after ? '(p.found_at, p.id) < ($3, $4)' : 'true'}
     order by p.found_at desc, p.id desc limit $2`,
    [tx.employerId, limit + 1, ...(after ? [after.at, after.id] : [])],
  );
}

/** What stands in a pattern now: a note may be taken back, and a report that was set right no longer counts. */
export const countsOfPattern = `(
  select count(*) filter (where not t.is_report) as notes, count(*) filter (where t.is_report) as reports,
    coalesce(bool_and(t.is_emotion), false) as "isEmotion"
  from (
    select false as is_report, n.matrix_column in ('self_directed_emotion', 'organisation_directed_emotion') as is_emotion
    from incident.pattern_signal s join incident.note n on n.id = s.note_id where s.pattern_id = p.id
    union all
    select true, i.severity = 'emotion'
    from incident.pattern_report s join incident.incident i on i.id = s.incident_id
    where s.pattern_id = p.id and i.state <> 'corrected') t)`;

const isStillOne = 'c.notes + c.reports >= p.needed and c.notes >= p.needed_notes';

/** Of each the newest fifty. */
async function signalRows(tx: Tx, patternIds: readonly string[]): Promise<SignalRow[]> {
  return tx.rows<SignalRow>(
    `select p.id as "patternId", s."signalId", s.number, s.columns, s.corrected, s.occurred_at as "occurredAt",
       s."isDayOnly", s.hour, coalesce(r.name, l.name) as "placeName", t.name as "teamName", s."isAsked", s.answer,
       s."sealedAnswer"
     from unnest($1::uuid[]) as p (id) cross join lateral (
       select n.id as "signalId", null as number, array[n.matrix_column] as columns, n.is_corrected as corrected,
         n.occurred_at, n.occurred_precision = 'day' as "isDayOnly", n.local_hour as hour, n.room_id, n.location_id,
         n.team_id, ps.asked_at is not null as "isAsked", ps.answer, ps.sealed_answer as "sealedAnswer"
       from incident.pattern_signal ps join incident.note n on n.id = ps.note_id where ps.pattern_id = p.id
       union all
       select i.id, i.number, i.matrix_columns, false, i.occurred_at, i.occurred_precision not in ('exact', 'about'),
         case when i.occurred_precision in ('exact', 'about')
           then extract(hour from i.occurred_at at time zone 'Europe/Amsterdam')::smallint end,
         i.room_id, i.location_id, i.team_id, false, null, null
       from incident.pattern_report pr join incident.incident i on i.id = pr.incident_id
       where pr.pattern_id = p.id and i.state <> 'corrected'
       order by occurred_at desc, "signalId" desc limit 50) s
     left join organisation.room r on r.id = s.room_id
     left join organisation.location l on l.id = s.location_id
     left join organisation.team t on t.id = s.team_id
     order by s.occurred_at desc, s."signalId" desc`,
    [patternIds],
  );
}

type Open = (name: string, sealed: Buffer) => string;

function shown(row: PatternRow, signals: readonly SignalRow[], open: Open): ShownPattern {
  const { patternId, fact, days, foundAt, notes, reports, isEmotion } = row;
  return {
    patternId,
    fact,
    days,
    count: notes + reports,
    reports,
    isEmotion,
    mayName: mayNameIn(row),
    foundAt: foundAt.toISOString(),
    shared: sharedBy(signals),
    signals: signals.map(({ signalId, number, columns, corrected, occurredAt, isDayOnly, placeName, teamName }) => ({
      signalId,
      incident: number === null ? null : { incidentId: signalId, number },
      column: highestColumn(columns),
      corrected,
      occurredAt: occurredAt.toISOString(),
      isDayOnly,
      placeName,
      teamName,
    })),
    asked: askedIn(row, signals, open),
    decision: decisionIn(row, open),
  };
}

function askedIn({ askedAt }: PatternRow, signals: readonly SignalRow[], open: Open): ShownPattern['asked'] {
  if (askedAt === null) return null;
  return {
    at: askedAt.toISOString(),
    of: signals.filter(({ isAsked }) => isAsked).length,
    declined: signals.filter(({ answer }) => answer === 'declined').length,
    answers: signals.flatMap(({ signalId, sealedAnswer }) =>
      sealedAnswer ? [open(answerSealedAs(signalId), sealedAnswer)] : [],
    ),
  };
}

function decisionIn(row: PatternRow, open: Open): ShownPattern['decision'] {
  const { decidedAt, decidedBy, sealedReason, incidentId, number, patternId } = row;
  if (decidedAt === null || decidedBy === null) return null;
  return {
    at: decidedAt.toISOString(),
    by: refOf(decidedBy),
    reason: sealedReason && open(reasonSealedAs(patternId), sealedReason),
    incident: incidentId && number ? { incidentId, number } : null,
  };
}

/** What colleagues told in confidence is read: that is on the record, per proposal. */
async function recordLook(tx: Tx, page: readonly PatternRow[]): Promise<void> {
  for (const { patternId, askedAt } of page) {
    if (askedAt) await tx.recordAudit({ action: 'pattern-read', objectKind: 'pattern', objectId: patternId });
  }
}
