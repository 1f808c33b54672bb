import { subjectOfEmployerRole } from '../../organisation/index.ts';
import { type JobHandler, newId, type Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { peopleBehind } from '../people-behind.ts';
import { countReport, KEPT_DAYS } from './count-report.ts';
import {
  type FoundPattern,
  factsByWeight,
  findPattern,
  idsOf,
  isAboutPerson,
  looksAt,
  type Signal,
} from './find-pattern.ts';
import { readSignalRules } from './signal-rules.ts';
import { hasNotesLike, openPatternFor, signalOf, signalsLike } from './signal-store.ts';

export const lookForPatternJob = 'look-for-pattern';

/** Long enough to add something to the note, or to take it back. */
const WAIT_MINUTES = 5;

export async function lookForPatternSoon(tx: Tx, noteId: string): Promise<void> {
  await enqueue(tx, noteId, { noteId });
}

/** A report counts along. It is also looked at again when it becomes known who it was. */
export async function lookForPatternWithReport(tx: Tx, incidentId: string, isCorrected = false): Promise<void> {
  await enqueue(tx, incidentId, { incidentId, isCorrected });
}

async function enqueue(tx: Tx, id: string, data: Record<string, string | boolean>): Promise<void> {
  const runAt = new Date(tx.now.getTime() + WAIT_MINUTES * 60_000);
  await tx.enqueue({ kind: lookForPatternJob, runAt, key: `pattern:${id}`, data });
}

/** After a note or a report: does it make a pattern? Then the coordinator hears of it, once; nothing else happens by itself. */
export function lookForPattern({ vault, notify }: FollowUpNeeds): JobHandler {
  return async (tx, { data }) => {
    const { noteId, incidentId } = data;
    if (typeof incidentId === 'string') {
      if (!(await countReport(vault, tx, { incidentId, isCorrected: data['isCorrected'] === true }))) return;
      const signal = await signalOf(tx, incidentId, true);
      // Of a report no note is like there is nothing to tell, and nobody has to wait for the lock.
      if (!signal || !(await hasNotesLike(tx, signal))) return;
    }
    // Two that complete the same pattern at once must not both propose it.
    await tx.execute(`select pg_advisory_xact_lock(hashtextextended('pattern:' || $1, 0))`, [tx.employerId]);
    const signal = await signalOf(tx, String(incidentId ?? noteId), incidentId !== undefined);
    if (!signal || !(await completes(tx, signal))) return;
    for (const personId of await peopleBehind(tx, [subjectOfEmployerRole(tx.employerId, 'coordinator')])) {
      await notify(tx, { personId, template: 'pattern-found', urgent: false, data: {} });
    }
  };
}

/** Whether there is a new proposal; what belongs with one that waits joins it. */
async function completes(tx: Tx, signal: Signal): Promise<boolean> {
  const { rules } = await readSignalRules(tx);
  if (signal.isReport && !rules.withReports) return false;
  const facts = factsByWeight.filter((fact) => looksAt(rules, fact));
  const running = await openPatternFor(tx, signal, facts);
  if (running) await addSignals(tx, running.patternId, idsOf([signal]));
  // What is taken in by a place can still be the same person as elsewhere.
  const left = running ? facts.filter((fact) => isAboutPerson(fact) && !isAboutPerson(running.fact)) : facts;
  const found = findPattern(signal, await signalsLike(tx, signal), rules, left);
  if (found) await propose(tx, found);
  return found !== null;
}

async function propose(tx: Tx, found: FoundPattern): Promise<void> {
  const patternId = newId();
  const { fact, subject, needed, neededNotes, days } = found;
  await tx.execute(
    `insert into incident.pattern (id, employer_id, fact, subject, needed, needed_notes, days, found_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [patternId, tx.employerId, fact, subject, needed, neededNotes, days, tx.now],
  );
  await addSignals(tx, patternId, found);
  await tx.recordAudit({ action: 'pattern-found', objectKind: 'pattern', objectId: patternId, detail: { fact } });
}

async function addSignals(
  tx: Tx,
  patternId: string,
  { noteIds, incidentIds }: Pick<FoundPattern, 'noteIds' | 'incidentIds'>,
): Promise<void> {
  await tx.execute(
    `insert into incident.pattern_signal (pattern_id, note_id, employer_id, person_id)
     select $1, n.id, n.employer_id, n.person_id from incident.note n where n.id = any ($2) on conflict do nothing`,
    [patternId, noteIds],
  );
  await tx.execute(
    `insert into incident.pattern_report (pattern_id, incident_id, employer_id)
     select $1, r.incident_id, r.employer_id from incident.report_signal r where r.incident_id = any ($2)
     on conflict do nothing`,
    [patternId, incidentIds],
  );
}

/** Every day: what is older than the longest window is of no use to the rules, so it goes. */
export async function forgetOldMarks(tx: Tx): Promise<void> {
  const since = new Date(tx.now.getTime() - KEPT_DAYS * 24 * 3_600_000);
  await tx.execute('delete from incident.note_mark where employer_id = $1 and marked_at <= $2', [tx.employerId, since]);
  await tx.execute('delete from incident.report_signal where employer_id = $1 and reported_at <= $2', [
    tx.employerId,
    since,
  ]);
}
