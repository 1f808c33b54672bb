import type { AskedQuestion, GivenAnswer, QuestionCondition } from './questions.ts';

/**
 * Which extra questions somebody meets, and which answers fit. Pure and free of zod: the screen of the reporter, the preview
 * of the coordinator and the server all ask here.
 */
export type Answers = ReadonlyMap<string, GivenAnswer>;

/** The answers that a question with "yes, no, don't know" knows. */
export const yesNoValues = ['yes', 'no', 'unknown'] as const;

/** Within what every number lies. */
export const numberLimits = { least: -1_000_000, most: 1_000_000 } as const;

/** In their order. A condition holds only on a question that is itself shown: what went before decides. */
export function shownQuestions(questions: readonly AskedQuestion[], answers: Answers): AskedQuestion[] {
  const shown: AskedQuestion[] = [];
  for (const question of questions) {
    const holds = (condition: QuestionCondition) =>
      shown.some(({ code }) => code === condition.question) && isMet(condition, answers.get(condition.question));
    if (isAsked(question, holds)) shown.push(question);
  }
  return shown;
}

function isAsked({ showWhen }: AskedQuestion, holds: (condition: QuestionCondition) => boolean): boolean {
  if (showWhen === null) return true;
  return showWhen.match === 'all' ? showWhen.conditions.every(holds) : showWhen.conditions.some(holds);
}

function isMet(condition: QuestionCondition, answer: GivenAnswer | undefined): boolean {
  if (answer === undefined) return false;
  switch (condition.kind) {
    case 'answered':
      return true;
    case 'between':
      return (
        typeof answer === 'number' &&
        answer >= (condition.least ?? numberLimits.least) &&
        answer <= (condition.most ?? numberLimits.most)
      );
    case 'chosen': {
      const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
      return condition.values.some((value) => chosen.includes(value));
    }
  }
}

/** A page of the questions: from one chapter to the next. */
export interface QuestionPage {
  readonly chapter: AskedQuestion['chapter'];
  readonly questions: readonly AskedQuestion[];
}

/** Only pages on which something is asked. A chapter whose first question is not asked keeps its name. */
export function pagesOf(questions: readonly AskedQuestion[], answers: Answers): QuestionPage[] {
  const shown = new Set(shownQuestions(questions, answers));
  const pages: { chapter: AskedQuestion['chapter']; questions: AskedQuestion[] }[] = [];
  for (const question of questions) {
    if (pages.length === 0 || question.chapter !== null) pages.push({ chapter: question.chapter, questions: [] });
    if (shown.has(question)) pages.at(-1)?.questions.push(question);
  }
  return pages.filter((page) => page.questions.length > 0);
}

/** What can be chosen; nothing for a question that is answered in words, with a number or a date. */
export function choosable(question: AskedQuestion): readonly string[] {
  if (question.kind === 'yesNo') return yesNoValues;
  return 'choices' in question ? question.choices.map(({ value }) => value) : [];
}

/** Whether this can be an answer to this question. */
export function fits(question: AskedQuestion, answer: GivenAnswer): boolean {
  switch (question.kind) {
    case 'text':
      return typeof answer === 'string' && answer.trim() !== '';
    case 'date':
      return typeof answer === 'string' && isRealDate(answer);
    case 'number':
      return typeof answer === 'number' && isWithin(question, answer);
    case 'choices':
      return (
        Array.isArray(answer) &&
        answer.length > 0 &&
        new Set(answer).size === answer.length &&
        answer.every((value) => choosable(question).includes(value))
      );
    case 'choice':
    case 'yesNo':
      return typeof answer === 'string' && choosable(question).includes(answer);
  }
}

export function isWithin(range: { readonly least: number | null; readonly most: number | null }, number: number) {
  return number >= (range.least ?? numberLimits.least) && number <= (range.most ?? numberLimits.most);
}

function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
