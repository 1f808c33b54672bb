import { type Facts, newId, type Tx } from '../platform/index.ts';
import type { StepKind } from './rules/steps.ts';

export interface NewStep {
  readonly kind: StepKind;
  /** Null when the program did it. */
  readonly actorId: string | null;
  readonly concernsId?: string | null;
  readonly data?: Facts;
  /** Shown to those concerned; they are told that there is news. */
  readonly forReporter: boolean;
}

/**
 * Something happened: on the timeline at once. Reporter and victims are told by a job, because not everybody who takes a
 * step may know who they are. Answers the id of the step.
 */
export async function recordStep(tx: Tx, incidentId: string, step: NewStep): Promise<string> {
  const stepId = newId();
  await tx.execute(
    `insert into incident.step (id, employer_id, incident_id, at, kind, actor_id, concerns_id, data, for_reporter)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      stepId,
      tx.employerId,
      incidentId,
      tx.now,
      step.kind,
      step.actorId,
      step.concernsId ?? null,
      JSON.stringify(step.data ?? {}),
      step.forReporter,
    ],
  );
  if (step.forReporter) {
    await tx.recordEvent({ name: 'step-for-reporter', incidentId, data: { kind: step.kind, stepId } });
  }
  return stepId;
}
