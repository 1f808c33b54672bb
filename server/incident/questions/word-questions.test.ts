import { beforeEach, describe, expect, it } from 'vitest';
import type { GivenAnswer, Question, QuestionsContent, ShowWhen } from '../../../contract/questions.ts';
import * as contract from '../../../contract/questions.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { changeList, ownWord } from '../../../tests/support/own-words.ts';
import { leads, reported } from '../../../tests/support/reports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { openDoors } from '../../../tests/support/visitor.ts';
import { identityRefusals, identityRoutes } from '../../identity/index.ts';
import { organisationRefusals } from '../../organisation/index.ts';
import { notify } from '../../platform/index.ts';
import { installDefaults, refusals, routes } from '../../protocol/index.ts';
import { changeQuestions } from '../../protocol/questions/question-versions.ts';
import { answerQuestion } from './answer-question.ts';
import { readQuestions } from './read-questions.ts';

let town: Town;
let incidentId: string;

const debtCalled = (name: string) => ownWord('own_debt', name, 'anger_about_policy');

beforeEach(async () => {
  town = await foundTown();
  await changeList(town, 'cause', debtCalled('Besluit over schuldhulp'));
  await town.as('yusuf', (tx) =>
    changeQuestions(tx, 'threat', { basedOnVersion: 0, content: { questions: [why, letter] } }),
  );
  town.fastForward({ minutes: 1 });
  incidentId = await reported(town, 'fatima');
  await leads(town, 'henk', incidentId);
});

const asked = (code: string) => ({ code, label: { nl: code, en: code }, hint: null, chapter: null, showWhen: null });
const after = (value: string): ShowWhen => ({
  match: 'all',
  conditions: [{ kind: 'chosen', question: 'why', values: [value] }],
});
const why: Question = { ...asked('why'), kind: 'word', list: 'cause' };
const letter: Question = { ...asked('letter'), kind: 'text', showWhen: after('own_debt') };

const answer = (given: GivenAnswer) =>
  town.as('fatima', (tx) => answerQuestion(town, tx, cast.fatima.id, { incidentId, question: 'why', answer: given }));
const read = (who: CastKey) => town.as(who, (tx) => readQuestions(town, tx, cast[who].id, incidentId));

/** What somebody reads: each choice that is there, and which was chosen. */
async function choices(who: CastKey = 'fatima') {
  const { questions, answers } = await read(who);
  const question = questions.find(({ code }) => code === 'why');
  const offered = question && 'choices' in question ? question.choices.map(({ label }) => label.nl) : [];
  return { offered, answer: answers.find((each) => each.question === 'why')?.answer };
}

describe('a question whose choices are our own words', () => {
  it('offers them as they are called now, ours and the program’s', async () => {
    const { offered } = await choices();
    expect(offered).toEqual(expect.arrayContaining(['Besluit over schuldhulp', 'Was boos over een regel of besluit']));
    await changeList(town, 'cause', debtCalled('Schuldhulp of beslag'));
    expect((await choices()).offered).toContain('Schuldhulp of beslag');
    await changeList(town, 'cause', { ...debtCalled('Schuldhulp of beslag'), isRetired: true });
    expect((await choices()).offered).not.toContain('Schuldhulp of beslag');
  });

  it('keeps the word of when it was answered, also called otherwise and retired', async () => {
    expect(await answer('own_debt')).toMatchObject({ incidentId });
    await changeList(town, 'cause', { ...debtCalled('Schuldhulp of beslag'), isRetired: true });
    const { offered, answer: given } = await choices('henk');
    expect(given).toBe('own_debt');
    expect(offered).toContain('Besluit over schuldhulp');
    expect(offered).not.toContain('Schuldhulp of beslag');
    const [row] = await town.look('select words_version from incident.question_answer');
    expect(row).toEqual({ words_version: 1 });
  });

  it('takes a word that was retired while the page was open, under the version of now', async () => {
    await changeList(town, 'cause', { ...debtCalled('Schuldhulp of beslag'), isRetired: true });
    expect(await answer('own_debt')).toMatchObject({ incidentId });
    expect((await choices('henk')).offered).toContain('Schuldhulp of beslag');
  });

  it('takes nothing that is not in the list', async () => {
    for (const wrong of ['own_nothing', 'road', 3, ['own_debt']]) {
      expect(await answer(wrong)).toEqual({ flaws: [{ path: ['answer'], code: 'answer-does-not-fit' }] });
    }
  });
});

describe('a question that waits for one of our own words', () => {
  async function design(...questions: Question[]) {
    const doors = openDoors(
      town,
      [...identityRoutes({ vault: town.vault, notify, furnish: installDefaults }), ...routes],
      {
        ...organisationRefusals,
        ...identityRefusals,
        ...refusals,
      },
    );
    const yusuf = await doors.visitor().stepInAs('yusuf');
    const content: QuestionsContent = { questions };
    return yusuf.ask(contract.changeQuestions, { params: { code: 'threat' }, body: { basedOnVersion: 1, content } });
  }

  it('can be made, of a word that is there', async () => {
    expect((await design(why, letter)).status).toBe(200);
  });

  it('is refused where nobody can choose that word: unknown, retired, or of another list', async () => {
    await changeList(town, 'cause', { ...debtCalled('Schuldhulp'), isRetired: true });
    for (const value of ['own_nothing', 'own_debt', 'road']) {
      expect(await design(why, { ...letter, showWhen: after(value) })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/content/questions/1/showWhen/conditions/0', code: 'choice-missing' }] },
      });
    }
  });

  it('is refused where it can never come', async () => {
    const both: ShowWhen = {
      match: 'all',
      conditions: [...after('own_debt').conditions, ...after('other').conditions],
    };
    expect(await design(why, { ...letter, showWhen: both })).toMatchObject({ status: 400 });
    expect((await design({ ...why, kind: 'words' }, { ...letter, showWhen: both })).status).toBe(200);
  });
});
