import { describe, expect, it } from 'vitest';
import { fits, pagesOf, shownQuestions } from '../../contract/question-rules.ts';
import type { GivenAnswer } from '../../contract/questions.ts';
import { assaultQuestions } from '../fixtures/assault-questions.ts';

const { questions } = assaultQuestions;
const answers = (given: Record<string, GivenAnswer>) => new Map(Object.entries(given));
const shown = (given: Record<string, GivenAnswer>) => shownQuestions(questions, answers(given)).map(({ code }) => code);
const ask = (code: string) => {
  const found = questions.find((question) => question.code === code);
  if (!found) throw new Error(`No question ${code}`);
  return found;
};

describe('the questions that somebody meets', () => {
  it('follow from earlier answers, also by way of two ways in', () => {
    expect(shown({})).not.toContain('staff_kind');
    expect(shown({ sort: 'inmate_staff' })).toContain('staff_kind');
    expect(shown({ sort: 'inmate_inmate', staff_hit: 'yes' })).toContain('staff_kind');
    expect(shown({ sort: 'inmate_inmate', staff_hit: 'no' })).not.toContain('staff_kind');
  });

  it('do not follow from an answer to a question that is asked no more', () => {
    expect(shown({ spitting: 'yes', spit_hit: 'yes' })).toContain('spit_where');
    expect(shown({ spitting: 'no', spit_hit: 'yes' })).not.toContain('spit_where');
  });

  it('follow from one of several choices, and from all of several conditions', () => {
    expect(shown({ weapons: 'yes', weapon_kinds: ['blade', 'other'] })).toContain('weapon_other');
    const spat = { spitting: 'yes', spit_hit: 'yes', spit_where: ['head'] };
    expect(shown({ ...spat, infectious: 'unknown' })).toContain('spit_test');
    expect(shown({ ...spat, infectious: 'no' })).not.toContain('spit_test');
  });

  it('follow from a number', () => {
    expect(shown({ sick: 'yes', sick_days: 41 })).not.toContain('long_sick');
    expect(shown({ sick: 'yes', sick_days: 42 })).toContain('long_sick');
  });
});

describe('the pages', () => {
  it('begin with a chapter, and none is empty', () => {
    const pages = pagesOf(questions, new Map());
    expect(pages.map(({ chapter }) => chapter?.nl)).toEqual([
      'Daarna',
      'Waar en hoe',
      'Spugen',
      'Wapens',
      'Gewond',
      'Verder',
    ]);
    expect(pages.flatMap((page) => page.questions)).toEqual(shownQuestions(questions, new Map()));
  });
});

describe('an answer', () => {
  it.each([
    ['media', 'unknown', true],
    ['media', 'perhaps', false],
    ['place', 'gym', true],
    ['place', ['gym'], false],
    ['injured', ['police', 'visitors'], true],
    ['injured', ['police', 'police'], false],
    ['injured', ['nobody'], false],
    ['reason', 'Er was ruzie om eten', true],
    ['reason', '   ', false],
    ['reason', 4, false],
    ['sick_days', 500, true],
    ['sick_days', 501, false],
    ['sick_days', '4', false],
    ['report_on', '2026-02-28', true],
    ['report_on', '2026-02-30', false],
    ['report_on', 'gisteren', false],
  ] as const)('to %s: %j fits: %s', (code, answer, does) => {
    expect(fits(ask(code), typeof answer === 'object' ? [...answer] : answer)).toBe(does);
  });
});
