import { fits } from '../../../contract/question-rules.ts';
import type { GivenAnswer } from '../../../contract/questions.ts';
import { Absent, Forbidden, newId, type Refused, refuse, type Tx, type Vault } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { getIncidentHead } from '../incident-head.ts';
import type { Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { questionsOfIncident } from './questions-of-incident.ts';
import { sealedAsAnswer } from './read-questions.ts';
import { answerable } from './words-to-choose.ts';

interface Given {
  readonly incidentId: string;
  readonly question: string;
  /** Null: taken back. */
  readonly answer: GivenAnswer | null;
}

/** One answer of the reporter, kept beside what was answered before. */
export async function answerQuestion(
  { vault }: { readonly vault: Vault },
  tx: Tx,
  personId: string,
  { incidentId, question: code, answer }: Given,
): Promise<Written | Flawed | Refused<'incident-corrected'>> {
  const { state, reporterId, isConcerned } = await getIncidentHead(tx, incidentId);
  if (reporterId !== personId) throw new Forbidden('answer the questions');
  if (state === 'corrected') return refuse('incident-corrected');
  // Two devices that begin at once agree on the version, and on what was answered last.
  await tx.row('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`answered ${incidentId}`]);
  const kept = await questionsOfIncident(tx, incidentId);
  const question = kept.content.questions.find((asked) => asked.code === code);
  if (question === undefined) throw new Absent('question');
  const numbers = citizenServiceNumbersIn({ answer });
  if (numbers.length > 0) return { flaws: numbers };
  const { asked, wordsVersion } = await answerable(tx, question);
  if (answer !== null && !(asked && fits(asked, answer)))
    return { flaws: [{ path: ['answer'], code: 'answer-does-not-fit' }] };

  const isFirst =
    (await tx.rows('select from incident.question_answer where incident_id = $1 limit 1', [incidentId])).length === 0;
  const answerId = newId();
  const sealed = (await vault.openDossier(tx, incidentId)).seal(sealedAsAnswer(answerId), JSON.stringify(answer));
  await tx.execute(
    `insert into incident.question_answer
       (id, employer_id, incident_id, person_id, set_code, set_version, question, answered_at, sealed_answer, words_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [answerId, tx.employerId, incidentId, personId, kept.code, kept.version, code, tx.now, sealed, wordsVersion],
  );
  await tx.recordAudit({ action: 'question-answered', objectKind: 'answer', objectId: answerId, incidentId });
  if (isFirst) await tellOnce(tx, incidentId, personId, isConcerned);
  return { incidentId, state };
}

/** Once, not with every answer: the timeline tells that there is more to read, and open pages ask again. */
async function tellOnce(tx: Tx, incidentId: string, actorId: string, forReporter: boolean): Promise<void> {
  await recordStep(tx, incidentId, { kind: 'details_added', actorId, forReporter });
  await publishIncident(tx, incidentId);
}
