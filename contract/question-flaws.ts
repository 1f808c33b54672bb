import type { Sentence } from './problem.ts';
import { choosable, numberLimits } from './question-rules.ts';
import { canBeShown } from './question-ways.ts';
import type { AskedQuestion, QuestionCondition } from './questions.ts';

/** What cannot be in a set of questions, at the place where it must be put right. Free of zod: the form asks it while typing. */
export interface QuestionFlaw {
  /** From `questions` on, as in the contract. */
  readonly path: readonly (string | number)[];
  readonly code: QuestionFlawCode;
}

export const questionFlawSentences = {
  'question-twice': {
    nl: 'Deze vraag heeft dezelfde code als een andere. Haal er één weg.',
    en: 'This question has the same code as another. Take one away.',
  },
  'choice-twice': {
    nl: 'Twee keuzes hebben dezelfde code. Haal er één weg.',
    en: 'Two choices have the same code. Take one away.',
  },
  'range-empty': {
    nl: 'Het kleinste getal is groter dan het grootste. Draai ze om.',
    en: 'The smallest number is larger than the largest. Swap them.',
  },
  'waits-for-itself': {
    nl: 'Deze vraag wacht op zichzelf. Kies een eerdere vraag.',
    en: 'This question waits for itself. Choose an earlier question.',
  },
  'waits-in-a-circle': {
    nl: 'Deze vragen wachten op elkaar. Niemand komt daar ooit uit. Kies een eerdere vraag.',
    en: 'These questions wait for each other. Nobody ever gets out of that. Choose an earlier question.',
  },
  'waits-for-later': {
    nl: 'Deze vraag wacht op een vraag die later komt. Zet haar lager, of kies een eerdere vraag.',
    en: 'This question waits for one that comes later. Put it lower, or choose an earlier question.',
  },
  'question-missing': {
    nl: 'De vraag waarop deze wacht, is er niet meer. Kies een andere.',
    en: 'The question that this one waits for is gone. Choose another.',
  },
  'choice-missing': {
    nl: 'Het antwoord waarop deze vraag wacht, is er niet meer. Kies een ander.',
    en: 'The answer that this question waits for is gone. Choose another.',
  },
  'choice-unchosen': {
    nl: 'Kies bij welk antwoord deze vraag komt.',
    en: 'Choose with which answer this question comes.',
  },
  'condition-does-not-fit': {
    nl: 'Deze voorwaarde past niet bij die vraag. Kies de vraag opnieuw.',
    en: 'This condition does not fit that question. Choose the question again.',
  },
  'never-shown': {
    nl: 'Deze vraag komt nooit. De voorwaarden kunnen niet samen kloppen. Pas ze aan.',
    en: 'This question never comes. The conditions cannot be true together. Change them.',
  },
  'too-intricate': {
    nl: 'Deze vraag hangt van te veel af. Maak de voorwaarden eenvoudiger.',
    en: 'This question depends on too much. Make the conditions simpler.',
  },
} as const satisfies Record<string, Sentence>;
export type QuestionFlawCode = keyof typeof questionFlawSentences;

export function flawsIn(questions: readonly AskedQuestion[]): QuestionFlaw[] {
  const flaws = questions.flatMap((question, at) => [
    ...flawsInQuestion(questions, question, at),
    ...flawsInConditions(questions, question, at),
  ]);
  // Whether it can ever come makes sense only when everything that it waits for is there.
  return flaws.length > 0 ? flaws : questions.flatMap((question, at) => flawInReach(questions, question, at));
}

function flawsInQuestion(questions: readonly AskedQuestion[], question: AskedQuestion, at: number): QuestionFlaw[] {
  const isTwice = questions.findIndex(({ code }) => code === question.code) !== at;
  return [
    ...(isTwice ? [flaw('question-twice', at)] : []),
    ...('choices' in question && hasDoubles(choosable(question)) ? [flaw('choice-twice', at, 'choices')] : []),
    ...(question.kind === 'number' && isEmpty(question) ? [flaw('range-empty', at, 'least')] : []),
  ];
}

function flawsInConditions(
  questions: readonly AskedQuestion[],
  { showWhen }: AskedQuestion,
  at: number,
): QuestionFlaw[] {
  return (showWhen?.conditions ?? []).flatMap((condition, place) => {
    const code = flawInCondition(questions, condition, at);
    return code === null ? [] : [flaw(code, at, 'showWhen', 'conditions', place)];
  });
}

function flawInCondition(
  questions: readonly AskedQuestion[],
  condition: QuestionCondition,
  at: number,
): QuestionFlawCode | null {
  const place = questions.findIndex(({ code }) => code === condition.question);
  const [waiting, waitedFor] = [questions[at], questions[place]];
  if (waiting === undefined || waitedFor === undefined) return 'question-missing';
  if (place === at) return 'waits-for-itself';
  if (waitsFor(questions, waitedFor, waiting.code)) return 'waits-in-a-circle';
  if (place > at) return 'waits-for-later';
  switch (condition.kind) {
    case 'chosen':
      return flawInChosen(waitedFor, condition.values);
    case 'between':
      if (waitedFor.kind !== 'number') return 'condition-does-not-fit';
      return isEmpty(condition) ? 'range-empty' : null;
    case 'answered':
      return null;
  }
}

function flawInChosen(waitedFor: AskedQuestion, values: readonly string[]): QuestionFlawCode | null {
  const known = choosable(waitedFor);
  if (known.length === 0) return 'condition-does-not-fit';
  if (values.length === 0) return 'choice-unchosen';
  return values.every((value) => known.includes(value)) ? null : 'choice-missing';
}

/** Whether one question waits for another, directly or by way of others. Every question is looked at once: no circle holds it. */
function waitsFor(questions: readonly AskedQuestion[], from: AskedQuestion, code: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let question = open.pop(); question; question = open.pop()) {
    if (question.code === code) return true;
    if (seen.has(question.code)) continue;
    seen.add(question.code);
    const next = question.showWhen?.conditions.map((condition) => condition.question) ?? [];
    open.push(...questions.filter((other) => next.includes(other.code)));
  }
  return false;
}

function flawInReach(questions: readonly AskedQuestion[], question: AskedQuestion, at: number): QuestionFlaw[] {
  if (question.showWhen === null) return [];
  const outcome = canBeShown(questions, question);
  if (outcome === 'yes') return [];
  return [flaw(outcome === 'never' ? 'never-shown' : 'too-intricate', at, 'showWhen')];
}

function isEmpty({ least, most }: { readonly least: number | null; readonly most: number | null }): boolean {
  return (least ?? numberLimits.least) > (most ?? numberLimits.most);
}

function hasDoubles(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}

function flaw(code: QuestionFlawCode, at: number, ...further: readonly (string | number)[]): QuestionFlaw {
  return { path: ['questions', at, ...further], code };
}
