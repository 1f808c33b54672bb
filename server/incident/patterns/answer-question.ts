import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { listNoteQuestions as endpoint } from '../../../contract/incident.ts';
import { subjectOfEmployerRole } from '../../organisation/index.ts';
import { Absent, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { peopleBehind } from '../people-behind.ts';
import { answerSealedAs } from './sealed-names.ts';

type Questions = AnswerOf<typeof endpoint>;
type QuestionRow = Omit<Questions['questions'][number], 'askedAt' | 'occurredAt'> & {
  readonly askedAt: Date;
  readonly occurredAt: Date;
};

/** What the coordinator asks me about notes of mine, and I did not answer yet. */
export async function listNoteQuestions(tx: Tx): Promise<Questions> {
  const rows = await tx.rows<QuestionRow>(
    `select s.pattern_id as "patternId", n.id as "noteId", s.asked_at as "askedAt", n.matrix_column as column,
       n.occurred_at as "occurredAt", n.occurred_precision = 'day' as "isDayOnly", coalesce(r.name, l.name) as "placeName"
     from incident.pattern_signal s
     join incident.note n on n.id = s.note_id
     left join organisation.room r on r.id = n.room_id
     left join organisation.location l on l.id = n.location_id
     where s.person_id = $1 and s.asked_at is not null and s.answer is null
     order by s.asked_at desc, n.occurred_at desc, n.id desc limit 50`,
    [tx.personId],
  );
  return {
    questions: rows.map(({ askedAt, occurredAt, ...row }) => ({
      ...row,
      askedAt: askedAt.toISOString(),
      occurredAt: occurredAt.toISOString(),
    })),
  };
}

interface NoteAnswer {
  readonly patternId: string;
  readonly noteId: string;
  /** Null: rather not. */
  readonly text: string | null;
}

/** Only who made the note can name somebody, once; and may say no. The coordinator reads it without knowing from whom. */
export async function answerNoteQuestion(
  { vault, notify }: FollowUpNeeds,
  tx: Tx,
  { patternId, noteId, text }: NoteAnswer,
): Promise<{ patternId: string; noteId: string; answer: 'told' | 'declined' } | Flawed> {
  const flaws = citizenServiceNumbersIn({ text });
  if (flaws.length > 0) return { flaws };
  const answer = text === null ? 'declined' : 'told';
  const sealed = text && (await vault.forEmployer(tx)).seal(answerSealedAs(noteId), text);
  const answered = await tx.execute(
    `update incident.pattern_signal set answer = $4, answered_at = $5, sealed_answer = $6
     where pattern_id = $1 and note_id = $2 and person_id = $3 and asked_at is not null and answer is null`,
    [patternId, noteId, tx.personId, answer, tx.now, sealed],
  );
  if (answered === 0) throw new Absent('question about a note');
  await tx.recordAudit({ action: 'pattern-answered', objectKind: 'pattern', objectId: patternId });
  if (answer === 'told') {
    for (const personId of await peopleBehind(tx, [subjectOfEmployerRole(tx.employerId, 'coordinator')])) {
      await notify(tx, { personId, template: 'pattern-answered', urgent: false, data: {} });
    }
  }
  return { patternId, noteId, answer };
}
