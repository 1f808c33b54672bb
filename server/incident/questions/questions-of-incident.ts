import type { AggressionForm, IncidentKind, PlaceKind, Severity } from '../../../contract/incident-words.ts';
import type { PlaybookCode } from '../../../contract/protocol-words.ts';
import type { Tx } from '../../platform/index.ts';
import { type KeptQuestions, questionsAt, questionsOfVersion } from '../../protocol/index.ts';
import { playbookFor } from '../rules/playbook.ts';

export interface QuestionsOfIncident extends KeptQuestions {
  readonly code: string;
}

interface Facts {
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly form: AggressionForm | null;
  readonly placeKind: PlaceKind;
  readonly reportedAt: Date;
  readonly playbookCode: PlaybookCode | null;
}

/** The questions that this incident keeps: those in which somebody answered, and else those of when it was reported. */
export async function questionsOfIncident(tx: Tx, incidentId: string): Promise<QuestionsOfIncident> {
  const kept = await tx.maybeRow<{ code: string; version: number }>(
    `select set_code as code, set_version as version from incident.question_answer
     where incident_id = $1 order by answered_at, id limit 1`,
    [incidentId],
  );
  if (kept) return { code: kept.code, ...(await questionsOfVersion(tx, kept.code, kept.version)) };
  const facts = await tx.row<Facts>(
    `select kind, severity, form, place_kind as "placeKind", reported_at as "reportedAt", playbook_code as "playbookCode"
     from incident.incident where id = $1`,
    [incidentId],
  );
  const code = playbookOf(facts);
  return { code, ...(await questionsAt(tx, code, facts.reportedAt)) };
}

/** Right after sending, the playbook may still have to be chosen: the same rule chooses it. */
function playbookOf({ playbookCode, ...facts }: Facts): PlaybookCode {
  return playbookCode ?? playbookFor({ ...facts, isWrittenOrOnline: ['online', 'letter'].includes(facts.placeKind) });
}
