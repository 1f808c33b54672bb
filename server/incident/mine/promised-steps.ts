import type { PlainStep } from '../../../contract/incident.ts';
import type { ReporterWords } from '../../../contract/protocol.ts';
import type { PlaybookCode, TaskOwner, Words } from '../../../contract/protocol-words.ts';
import type { Tx } from '../../platform/index.ts';
import { playbookAt } from '../../protocol/index.ts';
import type { StepRow } from '../plain-steps.ts';
import { dayInWords, named, ownerInWords, taskInWords } from '../rules/task-words.ts';

/** An open task of which those concerned are told. */
export interface Promised {
  readonly taskId: string;
  readonly code: string;
  readonly ownerRole: TaskOwner | null;
  /** When the task is one person's. */
  readonly ownerName: string | null;
  readonly dueAt: Date;
}

export type ReporterWordsOf = (taskCode: string) => ReporterWords | null;

/** What the playbook that this dossier started with says to those concerned about each of its tasks. */
export async function reporterWordsFrom(
  tx: Tx,
  code: PlaybookCode | null,
  version: number | null,
): Promise<ReporterWordsOf> {
  if (code === null || version === null) return () => null;
  const { tasks } = await playbookAt(tx, code, version);
  const words = new Map(tasks.map((task) => [task.code, task.reporterWords]));
  return (taskCode) => words.get(taskCode) ?? null;
}

/** Filed differently since: what was promised by the playbook of before is still told in its words. */
export async function alsoInEarlierWords(
  tx: Tx,
  wordsNow: ReporterWordsOf,
  steps: readonly Pick<StepRow, 'kind' | 'data'>[],
): Promise<ReporterWordsOf> {
  const earlier: ReporterWordsOf[] = [];
  for (const { kind, data } of steps) {
    const { playbookCode, playbookVersion } = data;
    if (kind !== 'reclassified' || typeof playbookCode !== 'string' || typeof playbookVersion !== 'number') continue;
    earlier.unshift(await reporterWordsFrom(tx, playbookCode as PlaybookCode, playbookVersion));
  }
  return (taskCode) =>
    [wordsNow, ...earlier].map((wordsOf) => wordsOf(taskCode)).find((words) => words !== null) ?? null;
}

/** What is still to come: "Morgen belt Henk je." Pure. */
export function promisedSteps(
  promised: readonly Promised[],
  told: { readonly now: Date; readonly reporterWords: ReporterWordsOf; readonly takenUpBy: string | null },
): PlainStep[] {
  return promised.flatMap((promise) => {
    const words = told.reporterWords(promise.code);
    if (words === null) return [];
    const facts = { who: whoKeeps(promise, told.takenUpBy), when: dayInWords(promise.dueAt, told.now) };
    return [
      {
        id: promise.taskId,
        at: promise.dueAt.toISOString(),
        kind: 'promise',
        actor: null,
        text: taskInWords(words.ahead, facts),
        isAhead: true,
      },
    ];
  });
}

function whoKeeps({ ownerName, ownerRole }: Promised, takenUpBy: string | null): Words {
  if (ownerName !== null) return named(ownerName);
  if (ownerRole !== null && ownerRole !== 'lead') return ownerInWords(ownerRole);
  return takenUpBy === null ? somebody : named(takenUpBy);
}

/** Nobody has taken it up yet: "Binnen een uur belt iemand je." */
const somebody: Words = { nl: 'iemand', en: 'somebody' };
