import type { Question, QuestionCondition, QuestionKind } from '../../../contract/questions.ts';
import { newCode } from '../editing/lists.ts';

const nothing = () => ({ nl: '', en: '' });

export function newQuestion(): Question {
  return { code: newCode(), label: nothing(), hint: null, chapter: null, showWhen: null, kind: 'yesNo' };
}

export function newChoice() {
  return { value: newCode(), label: nothing() };
}

/** Another kind of answer to the same question; choices that were made stay. */
export function withKind(question: Question, kind: QuestionKind): Question {
  const { code, label, hint, chapter, showWhen } = question;
  const asked = { code, label, hint, chapter, showWhen };
  switch (kind) {
    case 'choice':
    case 'choices':
      return { ...asked, kind, choices: 'choices' in question ? question.choices : [newChoice(), newChoice()] };
    case 'word':
    case 'words':
      return { ...asked, kind, list: 'list' in question ? question.list : 'place' };
    case 'number':
      return { ...asked, kind, least: 0, most: null };
    default:
      return { ...asked, kind };
  }
}

/** To begin with, of that question: what can be chosen, a number, or any answer at all. */
export function newCondition(question: Question): QuestionCondition {
  const { code, kind } = question;
  if (kind === 'number') return { kind: 'between', question: code, least: question.least, most: question.most };
  return kind === 'text' || kind === 'date'
    ? { kind: 'answered', question: code }
    : { kind: 'chosen', question: code, values: [] };
}
