import { signalRuleLimits } from '../../../contract/signal-rule-limits.ts';
import type { Tx } from '../../platform/index.ts';
import { belongsWith, isAboutPerson, type PatternFact, type Signal, subjectOf } from './find-pattern.ts';

const columns = `n.id as "noteId", n.occurred_at as "occurredAt", n.is_corrected as "isCorrected", n.room_id as "roomId",
  n.location_id as "locationId", n.team_id as "teamId", n.local_hour as hour,
  array(select encode(m.fingerprint, 'hex') from incident.note_mark m where m.note_id = n.id) as marks,
  array(select p.fact from incident.pattern_signal s join incident.pattern p on p.id = s.pattern_id
    where s.note_id = n.id) as "standsIn"`;

export async function signalOf(tx: Tx, noteId: string): Promise<Signal | undefined> {
  return tx.maybeRow<Signal>(`select ${columns} from incident.note n where n.id = $1`, [noteId]);
}

/** Of each likeness no more than this many are looked at: a rule needs fifty at the most. */
const MOST = 200;

/** The other notes that have something in common with this one, each likeness along its own index. */
export async function signalsLike(tx: Tx, signal: Signal): Promise<readonly Signal[]> {
  const reach = signalRuleLimits.days.max * 24 * 3_600_000 + CLOCK_CHANGE_MS;
  const alike = (column: string, value: string) => `(select a.id from incident.note a
    where a.employer_id = $1 and a.${column} = ${value} and a.occurred_at between $3 and $4
      and not exists (select from incident.pattern_signal s where s.note_id = a.id)
    order by a.occurred_at desc limit ${MOST})`;
  return tx.rows<Signal>(
    `select ${columns} from incident.note n where n.id <> $2 and n.id in (
       ${alike('room_id', '$5')} union ${alike('location_id', '$6')} union ${alike('team_id', '$7')}
       union ${alike('local_hour', '$8')}
       union (select m.note_id from incident.note_mark m join incident.note a on a.id = m.note_id
         where m.employer_id = $1 and m.fingerprint = any ($9::bytea[]) and a.occurred_at between $3 and $4
         order by a.occurred_at desc limit ${MOST}))`,
    [
      tx.employerId,
      signal.noteId,
      new Date(signal.occurredAt.getTime() - reach),
      new Date(signal.occurredAt.getTime() + reach),
      signal.roomId,
      signal.locationId,
      signal.teamId,
      signal.hour,
      signal.marks.map((mark) => Buffer.from(mark, 'hex')),
    ],
  );
}

/** A day of 25 hours on the way. */
const CLOCK_CHANGE_MS = 3_600_000;

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
  const waiting = await tx.rows<OpenPattern>(
    `select p.id as "patternId", p.fact, p.days, array(
         select to_json(n.occurred_at) #>> '{}' from incident.pattern_signal s join incident.note n on n.id = s.note_id
         where s.pattern_id = p.id order by n.occurred_at desc limit ${MOST}) as moments
     from incident.pattern p
     where p.employer_id = $1 and p.state = 'open' and (
       (p.fact, p.subject) in (select * from unnest($2::text[], $3::text[]))
       or p.fact in ('person', 'repeat') and p.id in (select s.pattern_id from incident.note_mark m join incident.pattern_signal s on s.note_id = m.note_id
         where m.employer_id = $1 and m.fingerprint = any ($4::bytea[]) and m.note_id <> $5))`,
    [
      tx.employerId,
      facts.filter((fact) => !isAboutPerson(fact)),
      facts.filter((fact) => !isAboutPerson(fact)).map((fact) => subjectOf(fact, signal)),
      signal.marks.map((mark) => Buffer.from(mark, 'hex')),
      signal.noteId,
    ],
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
