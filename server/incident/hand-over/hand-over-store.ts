import type { BodyOf } from '../../../contract/endpoint.ts';
import type { HandOverAnswer, HandOverOutcome, handOverMany } from '../../../contract/incident-hand-overs.ts';
import { Absent, type Tx } from '../../platform/index.ts';

export type HandOverBody = BodyOf<typeof handOverMany>;

/** What became of one; of what went also who had it, for the way back. */
export interface HandedItem {
  readonly id: string;
  readonly outcome: HandOverOutcome;
  readonly fromSubjectId?: string;
  readonly fromRole?: string | null;
}

export interface HandOver extends Omit<HandOverBody, 'ids'> {
  readonly handOverId: string;
  readonly items: readonly HandedItem[];
  readonly at: Date;
  readonly takenBackAt: Date | null;
}

/** The database knows the same quarter of an hour; see incident.take_back_tasks. */
const TAKEN_BACK_WITHIN_MS = 15 * 60_000;

/** Own ones only: to anybody else it is absent. */
export async function findHandOver(tx: Tx, handOverId: string): Promise<HandOver | undefined> {
  return tx.maybeRow<HandOver>(
    `select id as "handOverId", what, to_person_id as "toPersonId", reason, items, at, taken_back_at as "takenBackAt"
     from incident.hand_over where id = $1 for no key update`,
    [handOverId],
  );
}

/** @throws {Absent} when the id is somebody else's: then nothing of it counts */
export async function keepHandOver(
  tx: Tx,
  { handOverId, what, toPersonId, reason, items, at }: Omit<HandOver, 'takenBackAt'>,
): Promise<void> {
  const kept = await tx.execute(
    `insert into incident.hand_over (id, employer_id, person_id, to_person_id, what, reason, items, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
    [handOverId, tx.employerId, tx.personId, toPersonId, what, reason, JSON.stringify(items), at],
  );
  // Somebody else's: they cannot have guessed it, and learn nothing of it.
  if (kept === 0) throw new Absent('hand-over');
}

export async function keepTakenBack(tx: Tx, { handOverId, items }: HandOver, back: ReadonlySet<string>): Promise<void> {
  const now = items.map((item) => (back.has(item.id) ? { ...item, outcome: 'taken-back' } : item));
  await tx.execute('update incident.hand_over set items = $2, taken_back_at = $3 where id = $1', [
    handOverId,
    JSON.stringify(now),
    tx.now,
  ]);
}

export function answerOf({ handOverId, at, items }: Pick<HandOver, 'handOverId' | 'at' | 'items'>): HandOverAnswer {
  return {
    handOverId,
    untilAt: takenBackUntil(at).toISOString(),
    items: items.map(({ id, outcome }) => ({ id, outcome })),
  };
}

export function takenBackUntil(at: Date): Date {
  return new Date(at.getTime() + TAKEN_BACK_WITHIN_MS);
}
