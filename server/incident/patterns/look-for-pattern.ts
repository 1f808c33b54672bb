import { subjectOfEmployerRole } from '../../organisation/index.ts';
import { type JobHandler, newId, type Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { peopleBehind } from '../people-behind.ts';
import { type FoundPattern, factsByWeight, findPattern, isAboutPerson, looksAt } from './find-pattern.ts';
import { readSignalRules } from './signal-rules.ts';
import { openPatternFor, signalOf, signalsLike } from './signal-store.ts';

export const lookForPatternJob = 'look-for-pattern';

/** Long enough to add something to the note, or to take it back. */
const WAIT_MINUTES = 5;

export async function lookForPatternSoon(tx: Tx, noteId: string): Promise<void> {
  await tx.enqueue({
    kind: lookForPatternJob,
    runAt: new Date(tx.now.getTime() + WAIT_MINUTES * 60_000),
    key: `pattern:${noteId}`,
    data: { noteId },
  });
}

/** After a note: does it make a pattern? Then the coordinator hears of it, once; nothing else happens by itself. */
export function lookForPattern({ notify }: Pick<FollowUpNeeds, 'notify'>): JobHandler {
  return async (tx, { data }) => {
    // Two notes that complete the same pattern at once must not both propose it.
    await tx.execute(`select pg_advisory_xact_lock(hashtextextended('pattern:' || $1, 0))`, [tx.employerId]);
    const signal = await signalOf(tx, String(data['noteId']));
    if (!signal) return;
    const { rules } = await readSignalRules(tx);
    const facts = factsByWeight.filter((fact) => looksAt(rules, fact));
    const running = await openPatternFor(tx, signal, facts);
    if (running) await addSignals(tx, running.patternId, [signal.noteId]);
    // What is taken in by a place can still be the same person as elsewhere.
    const left = running ? facts.filter((fact) => isAboutPerson(fact) && !isAboutPerson(running.fact)) : facts;
    const found = findPattern(signal, await signalsLike(tx, signal), rules, left);
    if (!found) return;
    await propose(tx, found);
    for (const personId of await peopleBehind(tx, [subjectOfEmployerRole(tx.employerId, 'coordinator')])) {
      await notify(tx, { personId, template: 'pattern-found', urgent: false, data: {} });
    }
  };
}

async function propose(tx: Tx, { fact, subject, needed, days, noteIds }: FoundPattern): Promise<void> {
  const patternId = newId();
  await tx.execute(
    `insert into incident.pattern (id, employer_id, fact, subject, needed, days, found_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [patternId, tx.employerId, fact, subject, needed, days, tx.now],
  );
  await addSignals(tx, patternId, noteIds);
  await tx.recordAudit({ action: 'pattern-found', objectKind: 'pattern', objectId: patternId, detail: { fact } });
}

async function addSignals(tx: Tx, patternId: string, noteIds: readonly string[]): Promise<void> {
  await tx.execute(
    `insert into incident.pattern_signal (pattern_id, note_id, employer_id, person_id)
     select $1, n.id, n.employer_id, n.person_id from incident.note n where n.id = any ($2) on conflict do nothing`,
    [patternId, noteIds],
  );
}

/** Every day: what is older than the longest window is of no use to the rules, so it goes. */
export async function forgetOldMarks(tx: Tx): Promise<void> {
  await tx.execute('delete from incident.note_mark where employer_id = $1 and marked_at <= $2', [
    tx.employerId,
    new Date(tx.now.getTime() - KEPT_DAYS * 24 * 3_600_000),
  ]);
}

const KEPT_DAYS = 90;
