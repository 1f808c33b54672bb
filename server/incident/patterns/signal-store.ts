import { signalRuleLimits } from '../../../contract/signal-rule-limits.ts';
import type { Tx } from '../../platform/index.ts';
import { belongsWith, isAboutPerson, type PatternFact, type Signal, subjectOf } from './find-pattern.ts';

/** Notes, and what of reports counts along: two narrow tables of the same shape. */
interface Kept {
  readonly isReport: boolean;
  readonly table: string;
  readonly id: string;
  readonly marks: string;
  readonly markOf: string;
  readonly standing: string;
  readonly standingOf: string;
}

const notes: Kept = {
  isReport: false,
  table: 'incident.note',
  id: 'id',
  marks: 'incident.note_mark',
  markOf: 'note_id',
  standing: 'incident.pattern_signal',
  standingOf: 'note_id',
};
const reports: Kept = {
  isReport: true,
  table: 'incident.report_signal',
  id: 'incident_id',
  marks: 'incident.report_mark',
  markOf: 'incident_id',
  standing: 'incident.pattern_report',
  standingOf: 'incident_id',
};

const columns = ({
  isReport,
  id,
  marks,
  markOf,
  standing,
  standingOf,
}: Kept) => `n.${id} as id, ${isReport} as "isReport",
  n.occurred_at as "occurredAt", n.is_corrected as "isCorrected", n.room_id as "roomId",
  n.location_id as "locationId", n.team_id as "teamId", n.local_hour as hour,
  array(select encode(m.fingerprint, 'hex') from ${marks} m where m.${markOf} = n.${id}) as marks,
  array(select p.fact from ${standing} s join incident.pattern p on p.id = s.pattern_id
    where s.${standingOf} = n.${id}) as "standsIn"`;

export async function signalOf(tx: Tx, id: string, isReport: boolean): Promise<Signal | undefined> {
  const kept = isReport ? reports : notes;
  return tx.maybeRow<Signal>(`select ${columns(kept)} from ${kept.table} n where n.${kept.id} = $1`, [id]);
}

/** Of each likeness no more than this many are looked at: a rule needs fifty at the most. */
const MOST = 200;

/** A day of 25 hours on the way. */
const CLOCK_CHANGE_MS = 3_600_000;
const REACH_MS = signalRuleLimits.days.max * 24 * 3_600_000 + CLOCK_CHANGE_MS;

/** The other notes and reports that have something in common with this one, each likeness along its own index. */
export async function signalsLike(tx: Tx, signal: Signal): Promise<readonly Signal[]> {
  const found = [...(await like(tx, signal, notes)), ...(await like(tx, signal, reports))];
  return found.filter(({ id, isReport }) => id !== signal.id || isReport !== signal.isReport);
}

async function like(tx: Tx, signal: Signal, kept: Kept): Promise<readonly Signal[]> {
  const { table, id, marks, markOf, standing, standingOf } = kept;
  const alike = (column: string, value: string) => `(select a.${id} from ${table} a
    where a.employer_id = $1 and a.${column} = ${value} and a.occurred_at between $2 and $3
      and not exists (select from ${standing} s where s.${standingOf} = a.${id})
    order by a.occurred_at desc limit ${MOST})`;
  return tx.rows<Signal>(
    `select ${columns(kept)} from ${table} n where n.${id} in (
       ${alike('room_id', '$4')} union ${alike('location_id', '$5')} union ${alike('team_id', '$6')}
       union ${alike('local_hour', '$7')}
       union (select m.${markOf} from ${marks} m join ${table} a on a.${id} = m.${markOf}
         where m.employer_id = $1 and m.fingerprint = any ($8::bytea[]) and a.occurred_at between $2 and $3
         order by a.occurred_at desc limit ${MOST}))`,
    [tx.employerId, ...reachOf(signal), ...likenessesOf(signal)],
  );
}

/** Whether any note has something in common with this, in a proposal or not. Each likeness stops at the first. */
export async function hasNotesLike(tx: Tx, signal: Signal): Promise<boolean> {
  const any = (column: string, value: string) => `exists (select from incident.note a
    where a.employer_id = $1 and a.${column} = ${value} and a.occurred_at between $2 and $3)`;
  const { found } = await tx.row<{ found: boolean }>(
    `select ${any('room_id', '$4')} or ${any('location_id', '$5')} or ${any('team_id', '$6')} or ${any('local_hour', '$7')}
       or exists (select from incident.note_mark m where m.employer_id = $1 and m.fingerprint = any ($8::bytea[])) as found`,
    [tx.employerId, ...reachOf(signal), ...likenessesOf(signal)],
  );
  return found;
}

const reachOf = ({ occurredAt }: Signal) => [
  new Date(occurredAt.getTime() - REACH_MS),
  new Date(occurredAt.getTime() + REACH_MS),
];
const likenessesOf = (signal: Signal) => [
  signal.roomId,
  signal.locationId,
  signal.teamId,
  signal.hour,
  fingerprintsOf(signal),
];
const fingerprintsOf = ({ marks }: Signal) => marks.map((mark) => Buffer.from(mark, 'hex'));

interface OpenPattern {
  readonly patternId: string;
  readonly fact: PatternFact;
  readonly days: number;
  readonly moments: readonly string[];
}

/** The proposal that waits already and in which this belongs: it grows, and nobody is called a second time. */
export async function openPatternFor(
  tx: Tx,
  signal: Signal,
  facts: readonly PatternFact[],
): Promise<OpenPattern | undefined> {
  const ofPlaces = facts.filter((fact) => !isAboutPerson(fact));
  const stands = (kept: Kept) => `select s.pattern_id from ${kept.marks} m
    join ${kept.standing} s on s.${kept.standingOf} = m.${kept.markOf}
    where m.employer_id = $1 and m.fingerprint = any ($4::bytea[]) and m.${kept.markOf} <> $5`;
  const moments = (kept: Kept) => `select n.occurred_at from ${kept.standing} s
    join ${kept.table} n on n.${kept.id} = s.${kept.standingOf} where s.pattern_id = p.id`;
  const waiting = await tx.rows<OpenPattern>(
    `select p.id as "patternId", p.fact, p.days, array(
         select to_json(t.occurred_at) #>> '{}' from (${moments(notes)} union all ${moments(reports)}) t
         order by t.occurred_at desc limit ${MOST}) as moments
     from incident.pattern p
     where p.employer_id = $1 and p.state = 'open' and (
       (p.fact, p.subject) in (select * from unnest($2::text[], $3::text[]))
       or p.fact in ('person', 'repeat') and p.id in (${stands(notes)} union ${stands(reports)}))`,
    [tx.employerId, ofPlaces, ofPlaces.map((fact) => subjectOf(fact, signal)), fingerprintsOf(signal), signal.id],
  );
  return facts
    .map((fact) => waiting.find((pattern) => pattern.fact === fact && fits(pattern, signal)))
    .find((pattern) => pattern !== undefined);
}

function fits({ moments, days }: OpenPattern, signal: Signal): boolean {
  return belongsWith(
    signal,
    moments.map((at) => new Date(at)),
    days,
  );
}
