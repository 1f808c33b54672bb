import { useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { answerNoteQuestion, listNoteQuestions } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Field } from '../../components/Field.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useNow } from '../../session/now.ts';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { usePatternText } from './text.ts';

type Question = AnswerOf<typeof listNoteQuestions>['questions'][number];

/** Above my notes: what the coordinator asks about them. Nothing when there is no question. */
export function NoteQuestions() {
  const { questions: text } = usePatternText();
  const questions = useRead(listNoteQuestions, {}, { live: ['notifications'] }).data?.questions ?? [];
  if (questions.length === 0) return null;
  return (
    <Card heading={text.title}>
      <Stack>
        <Text>{text.lead}</Text>
        {questions.map((question) => (
          <AnswerForm key={`${question.patternId} ${question.noteId}`} question={question} />
        ))}
      </Stack>
    </Card>
  );
}

function AnswerForm({ question }: { question: Question }) {
  const all = usePatternText();
  const { questions: text } = all;
  const moments = useMoments();
  const now = useNow();
  const tell = useSay();
  const answering = useWrite(answerNoteQuestion);
  const [who, setWho] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { patternId, noteId, column, occurredAt, isDayOnly, placeName } = question;
  const fieldId = `who-${noteId}`;
  const missing = all.missing(text.who);
  const when = isDayOnly ? moments.day(occurredAt, now) : moments.moment(occurredAt, now);

  async function answer(said: string | null) {
    setMissing(said === '');
    if (said === '') return;
    if (await answering.send({ params: { patternId, noteId }, body: { text: said } })) {
      tell(said === null ? text.declined : text.told);
    }
  }

  return (
    <SmallForm
      of={answering}
      missing={isMissing ? [{ fieldId, message: missing }] : []}
      submit={text.tell}
      onSubmit={() => void answer(who.trim())}
      beside={
        <Button kind="plain" onClick={() => void answer(null)}>
          {text.decline}
        </Button>
      }
    >
      <Text soft>{text.note(all.what[column], when, placeName)}</Text>
      <Field id={fieldId} label={text.who} hint={text.whoHint} error={isMissing ? missing : answering.errorAt('text')}>
        <TextInput maxLength={500} autoComplete="off" value={who} onChange={({ target }) => setWho(target.value)} />
      </Field>
    </SmallForm>
  );
}
