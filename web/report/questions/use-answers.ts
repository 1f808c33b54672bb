import { useRef, useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { GivenAnswer, readQuestions } from '../../../contract/questions.ts';
import { useLanguage } from '../../text/index.ts';
import { type Problem, write } from '../api.ts';

export type Asked = AnswerOf<typeof readQuestions>;

export interface KeptAnswers {
  readonly answers: ReadonlyMap<string, GivenAnswer>;
  readonly errors: ReadonlyMap<string, string>;
  readonly isBusy: boolean;
  /** Null: taken back. */
  readonly give: (question: string, answer: GivenAnswer | null) => void;
  /** What was typed cannot be an answer: told at once, and nothing is sent. */
  readonly complain: (question: string, sentence: string) => void;
  /** When everything on its way has arrived; false when something has to be looked at again. */
  readonly settled: () => Promise<boolean>;
}

/** Answers, kept one by one as they are given. What is given twice goes in its order, so that the last one stays. */
export function useAnswers(incidentId: string, asked: Asked): KeptAnswers {
  const language = useLanguage();
  const [answers, setAnswers] = useState(
    () => new Map(asked.answers.map(({ question, answer }) => [question, answer])),
  );
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [waiting, setWaiting] = useState(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const wrong = useRef(new Set<string>());

  function tell(question: string, sentence: string | null) {
    if (sentence === null) wrong.current.delete(question);
    else wrong.current.add(question);
    setErrors((now) => {
      const next = new Map(now);
      if (sentence === null) next.delete(question);
      else next.set(question, sentence);
      return next;
    });
  }

  async function keep(question: string, answer: GivenAnswer | null) {
    const path = `/incidents/${incidentId}/questions/${question}`;
    const answered = await write('PUT', path, crypto.randomUUID(), { answer });
    tell(question, answered.ok ? null : sentenceOf(answered.problem)[language]);
    setWaiting((count) => count - 1);
  }

  return {
    answers,
    errors,
    isBusy: waiting > 0,
    give(question, answer) {
      setAnswers((now) => {
        const next = new Map(now);
        if (answer === null) next.delete(question);
        else next.set(question, answer);
        return next;
      });
      setWaiting((count) => count + 1);
      queue.current = queue.current.then(() => keep(question, answer));
    },
    complain: tell,
    async settled() {
      await queue.current;
      return wrong.current.size === 0;
    },
  };
}

function sentenceOf(problem: Problem) {
  return problem.errors[0] ?? problem.sentence;
}
