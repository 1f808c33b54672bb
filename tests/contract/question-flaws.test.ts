import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flawsIn } from '../../contract/question-flaws.ts';
import { choosable, shownQuestions } from '../../contract/question-rules.ts';
import {
  type AskedQuestion,
  type GivenAnswer,
  type QuestionCondition,
  QuestionsContent,
} from '../../contract/questions.ts';
import { assaultQuestions } from '../fixtures/assault-questions.ts';

const words = { nl: 'Vraag', en: 'Question' };
const question = (code: string, showWhen: AskedQuestion['showWhen'] = null): AskedQuestion => ({
  code,
  label: words,
  hint: null,
  chapter: null,
  showWhen,
  kind: 'yesNo',
});
const choice = (code: string, values: readonly string[], kind: 'choice' | 'choices' = 'choice'): AskedQuestion => ({
  ...question(code),
  kind,
  choices: values.map((value) => ({ value, label: words })),
});
const number = (code: string, least: number | null, most: number | null): AskedQuestion => ({
  ...question(code),
  kind: 'number',
  least,
  most,
});
const is = (of: string, ...values: string[]): QuestionCondition => ({ kind: 'chosen', question: of, values });
const all = (...conditions: QuestionCondition[]) => ({ match: 'all' as const, conditions });
const any = (...conditions: QuestionCondition[]) => ({ match: 'any' as const, conditions });
const told = (...questions: AskedQuestion[]) => flawsIn(questions).map(({ path, code }) => `${path.join('/')} ${code}`);

describe('a set of questions', () => {
  it('may be empty, and may ask the same words twice', () => {
    expect(told()).toEqual([]);
    expect(told(question('one'), question('two'))).toEqual([]);
  });

  it('has each code once', () => {
    expect(told(question('one'), question('one'))).toEqual(['questions/1 question-twice']);
  });

  it('has each choice of a question once', () => {
    expect(told(choice('one', ['red', 'red']))).toEqual(['questions/0/choices choice-twice']);
  });

  it('has no number that cannot be given', () => {
    expect(told(number('one', 5, 3))).toEqual(['questions/0/least range-empty']);
    expect(told(number('one', 3, 3), number('two', null, 3))).toEqual([]);
  });
});

describe('a question that waits', () => {
  it('waits for an earlier one', () => {
    expect(told(question('one'), question('two', all(is('one', 'yes'))))).toEqual([]);
  });

  it('does not wait for itself', () => {
    expect(told(question('one', all(is('one', 'yes'))))).toEqual([
      'questions/0/showWhen/conditions/0 waits-for-itself',
    ]);
  });

  it('does not wait for one that waits for it: nobody would get out of that circle', () => {
    const circle = [question('one', all(is('two', 'yes'))), question('two', all(is('one', 'yes')))];
    expect(told(...circle)).toEqual([
      'questions/0/showWhen/conditions/0 waits-in-a-circle',
      'questions/1/showWhen/conditions/0 waits-in-a-circle',
    ]);
  });

  it('is told of a long circle at every question of it, and not at those that only look on', () => {
    const circle = [
      question('one', all(is('three', 'yes'))),
      question('two', all(is('one', 'yes'))),
      question('three', all(is('two', 'yes'))),
      question('four', all(is('three', 'yes'))),
    ];
    expect(told(...circle).map((flaw) => flaw.split(' ')[1])).toEqual(Array(3).fill('waits-in-a-circle'));
  });

  it('does not wait for a later one', () => {
    expect(told(question('one', all(is('two', 'yes'))), question('two'))).toEqual([
      'questions/0/showWhen/conditions/0 waits-for-later',
    ]);
  });

  it('does not wait for one that is gone', () => {
    expect(told(question('one', all(is('away', 'yes'))))).toEqual([
      'questions/0/showWhen/conditions/0 question-missing',
    ]);
  });

  it('does not wait for a choice that is gone, or for none', () => {
    const [colour, other] = [
      choice('one', ['red', 'blue']),
      question('two', all(is('one', 'red'), is('one', 'green'))),
    ];
    expect(told(colour, other)).toEqual(['questions/1/showWhen/conditions/1 choice-missing']);
    expect(told(colour, question('two', all(is('one'))))).toEqual([
      'questions/1/showWhen/conditions/0 choice-unchosen',
    ]);
  });

  it('waits for a number only where a number is asked, and for one that exists', () => {
    const between = (least: number, most: number) => all({ kind: 'between', question: 'one', least, most });
    expect(told(question('one'), question('two', between(1, 2)))).toEqual([
      'questions/1/showWhen/conditions/0 condition-does-not-fit',
    ]);
    expect(told(number('one', 0, 9), question('two', between(2, 1)))).toEqual([
      'questions/1/showWhen/conditions/0 range-empty',
    ]);
    expect(told(number('one', 0, 9), question('two', all(is('one', 'yes'))))).toEqual([
      'questions/1/showWhen/conditions/0 condition-does-not-fit',
    ]);
  });
});

describe('a question that can never come', () => {
  const never = (at: number) => [`questions/${at}/showWhen never-shown`];

  it('asks for two answers to a question that takes one', () => {
    const colour = choice('one', ['red', 'blue']);
    expect(told(colour, question('two', all(is('one', 'red'), is('one', 'blue'))))).toEqual(never(1));
    expect(told(colour, question('two', any(is('one', 'red'), is('one', 'blue'))))).toEqual([]);
  });

  it('may ask for two answers where several can be given', () => {
    const colours = choice('one', ['red', 'blue'], 'choices');
    expect(told(colours, question('two', all(is('one', 'red'), is('one', 'blue'))))).toEqual([]);
  });

  it('asks for a number outside what may be given', () => {
    const over = (least: number) => all({ kind: 'between', question: 'one', least, most: null });
    expect(told(number('one', 0, 9), question('two', over(10)))).toEqual(never(1));
    expect(told(number('one', 0, 9), question('two', over(9)))).toEqual([]);
  });

  it('asks for the opposite of what brought the question before it', () => {
    const questions = [question('one'), question('two', all(is('one', 'yes')))];
    expect(told(...questions, question('three', all(is('two', 'yes'), is('one', 'no'))))).toEqual(never(2));
    expect(told(...questions, question('three', any(is('two', 'yes'), is('one', 'no'))))).toEqual([]);
  });

  it('is told of with every question that hangs on it', () => {
    const questions = [question('one'), question('two', all(is('one', 'yes'), is('one', 'no')))];
    expect(told(...questions, question('three', all(is('two', 'yes'))))).toEqual([...never(1), ...never(2)]);
  });

  it('is told in time, also of a hundred questions with two ways to each', () => {
    const diamonds = Array.from({ length: 40 }, (_, at) => {
      const before = at === 0 ? null : any(is(`left${at - 1}`, 'yes'), is(`right${at - 1}`, 'yes'));
      return [{ ...question(`left${at}`, before) }, { ...question(`right${at}`, before) }];
    }).flat();
    expect(told(...diamonds)).toEqual([]);
    const last = question('last', all(is('left39', 'yes'), is('left0', 'no'), is('right0', 'no')));
    expect(told(...diamonds, last)[0]).toMatch(/^questions\/80\/showWhen (never-shown|too-intricate)$/);
  });
});

describe('what passes', () => {
  it('every question of it can really be met', () => {
    fc.assert(
      fc.property(someQuestions(), (questions) => {
        const flawed = flawsIn(questions);
        const outcomes = everyAnswer(questions);
        for (const [at, each] of questions.entries()) {
          const isMet = outcomes.some((answers) => shownQuestions(questions, answers).includes(each));
          expect(flawed.some(({ path }) => path[1] === at)).toBe(!isMet);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('holds the questionnaire of a prison service, of more than forty questions', () => {
    expect(assaultQuestions.questions.length).toBeGreaterThanOrEqual(40);
    expect(QuestionsContent.parse(assaultQuestions)).toEqual(assaultQuestions);
    expect(shownQuestions(assaultQuestions.questions, new Map()).length).toBeLessThan(20);
  });
});

/** Up to five questions with yes, no and don't know, each waiting for earlier ones in any way. */
function someQuestions(): fc.Arbitrary<AskedQuestion[]> {
  const value = fc.subarray(['yes', 'no', 'unknown'], { minLength: 1 });
  const waits = fc.option(
    fc.record({
      match: fc.constantFrom('all' as const, 'any' as const),
      raw: fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 3 }),
    }),
    { nil: null },
  );
  return fc
    .array(waits, { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.map((wait, at) =>
        question(
          `q${at}`,
          wait === null || at === 0
            ? null
            : { match: wait.match, conditions: wait.raw.map(([nth, values]) => is(`q${nth % at}`, ...values)) },
        ),
      ),
    );
}

function everyAnswer(questions: readonly AskedQuestion[]): Map<string, GivenAnswer>[] {
  return questions.reduce<Map<string, GivenAnswer>[]>(
    (ways, each) => ways.flatMap((way) => choosable(each).map((value) => new Map(way).set(each.code, value))),
    [new Map()],
  );
}
