import { yesNoValues } from '../../../contract/question-rules.ts';
import type { Question, QuestionCondition } from '../../../contract/questions.ts';
import { wordsOf } from '../../../contract/vocabulary-flaws.ts';
import { useBilingual } from '../../text/index.ts';
import { useQuestionsText } from './text.ts';
import { useWords } from './useWords.ts';

export interface Choosable {
  readonly value: string;
  readonly label: string;
  /** A word that nobody is offered any more; older answers have it. */
  readonly isRetired?: boolean;
}

/** What can be chosen, with its words. */
export function useChoicesOf(): (question: Question) => Choosable[] {
  const { yesNo, retired } = useQuestionsText();
  const say = useBilingual();
  const words = useWords();
  return (question) => {
    if ('choices' in question) return question.choices.map(({ value, label }) => ({ value, label: say(label) }));
    if (question.kind === 'yesNo') return yesNoValues.map((value) => ({ value, label: yesNo[value] }));
    if (!('list' in question)) return [];
    const { list } = question;
    return (words?.(list) ?? []).map((word) => {
      const called = wordsOf(list, word);
      const name = called ? say(called) : word.code;
      return { value: word.code, label: word.isRetired ? retired(name) : name, isRetired: word.isRetired };
    });
  };
}

/** A condition as a sentence: "‘Waren er wapens?’ is Ja". */
export function useConditionInWords(questions: readonly Question[]): (condition: QuestionCondition) => string {
  const { when } = useQuestionsText();
  const say = useBilingual();
  const choicesOf = useChoicesOf();
  return (condition) => {
    const question = questions.find(({ code }) => code === condition.question);
    if (!question) return '';
    const name = say(question.label);
    if (condition.kind === 'answered') return when.answered(name);
    if (condition.kind === 'chosen') {
      const labels = choicesOf(question).filter(({ value }) => condition.values.includes(value));
      if (labels.length === 0) return name;
      return when.is(name, labels.map(({ label }) => label).join(when.or));
    }
    const { least, most } = condition;
    if (least !== null && most !== null) return when.between(name, String(least), String(most));
    if (least !== null) return when.atLeast(name, String(least));
    return most !== null ? when.atMost(name, String(most)) : when.answered(name);
  };
}
