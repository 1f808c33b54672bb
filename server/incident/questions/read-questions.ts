import { GivenAnswer } from '../../../contract/questions.ts';
import { colleagueRef } from '../../organisation/index.ts';
import type { Texts, Tx, Vault } from '../../platform/index.ts';
import { getIncidentHead } from '../incident-head.ts';
import { questionsOfIncident } from './questions-of-incident.ts';
import { withWordsToChoose } from './words-to-choose.ts';

/** Under which name an answer is sealed; never rename. */
export const sealedAsAnswer = (answerId: string) => `question-answer:${answerId}`;

/** The questions in the version that this incident keeps, with the answers that this reader may see. The look is on the record. */
export async function readQuestions(
  { vault }: { readonly vault: Vault },
  tx: Tx,
  personId: string,
  incidentId: string,
) {
  const { state, reporterId } = await getIncidentHead(tx, incidentId);
  const { version, content } = await questionsOfIncident(tx, incidentId);
  // Its key is gone: nobody reads an answer any more.
  const rows = state === 'corrected' ? [] : await newestAnswers(tx, incidentId);
  const answers = rows.length === 0 ? [] : opened(await vault.openDossier(tx, incidentId), rows);
  if (answers.length > 0)
    await tx.recordAudit({ action: 'answers-read', objectKind: 'incident', objectId: incidentId, incidentId });
  return {
    version,
    questions: await withWordsToChoose(tx, content.questions, answers),
    answers: answers.map(({ wordsVersion: _, ...answer }) => answer),
    mayAnswer: reporterId === personId && state !== 'corrected' && content.questions.length > 0,
  };
}

interface AnswerRow {
  readonly id: string;
  readonly question: string;
  readonly answeredAt: Date;
  readonly sealed: Buffer;
  readonly wordsVersion: number | null;
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** One per question: what was answered before stays, and is not shown. */
async function newestAnswers(tx: Tx, incidentId: string): Promise<AnswerRow[]> {
  return tx.rows<AnswerRow>(
    `select distinct on (a.question) a.id, a.question, a.answered_at as "answeredAt", a.sealed_answer as sealed,
       a.words_version as "wordsVersion",
       p.id as "personId", p.given_name as "givenName", p.family_name as "familyName"
     from incident.question_answer a join organisation.person p on p.id = a.person_id
     where a.incident_id = $1 order by a.question, a.answered_at desc, a.id desc`,
    [incidentId],
  );
}

function opened(texts: Texts, rows: readonly AnswerRow[]) {
  return rows.flatMap(({ id, question, answeredAt, sealed, wordsVersion, personId, givenName, familyName }) => {
    const answer = GivenAnswer.nullable().parse(JSON.parse(texts.open(sealedAsAnswer(id), sealed)));
    if (answer === null) return [];
    const by = colleagueRef({ id: personId, givenName, familyName });
    return [{ question, answer, wordsVersion, by, answeredAt: answeredAt.toISOString() }];
  });
}
