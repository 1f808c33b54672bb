import { beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import * as questions from '../../../contract/questions.ts';
import type { CastKey } from '../../../database/demo/cast.ts';
import { assaultQuestions } from '../../../tests/fixtures/assault-questions.ts';
import { leads, threatAtTheCounter } from '../../../tests/support/reports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { openDoors, type Visitor } from '../../../tests/support/visitor.ts';
import { identityRefusals, identityRoutes } from '../../identity/index.ts';
import { organisationRefusals } from '../../organisation/index.ts';
import { notify } from '../../platform/index.ts';
import { installDefaults, routes as protocolRoutes, refusals } from '../../protocol/index.ts';
import { followUpRoutes } from '../follow-up-routes.ts';
import { followUpRefusals } from '../refusals-follow-up.ts';
import { reportingRefusals } from '../reporting/refusals-reporting.ts';
import { reportingRoutes } from '../reporting/reporting-routes.ts';
import { questionRoutes } from './routes.ts';

let town: Town;
let stepIn: (who: CastKey) => Promise<Visitor>;
let yusuf: Visitor;
let fatima: Visitor;
let henk: Visitor;

const threat = { code: 'threat' } as const;
const one = (nl: string): questions.QuestionsContent => ({
  questions: [
    { code: 'calls', label: { nl, en: nl }, hint: null, chapter: null, showWhen: null, kind: 'yesNo' },
    { code: 'what', label: { nl: 'Wat?', en: 'What?' }, hint: null, chapter: null, showWhen: null, kind: 'text' },
  ],
});

beforeEach(async () => {
  town = await foundTown();
  const needs = { vault: town.vault, notify };
  const routes = [
    ...identityRoutes({ ...needs, furnish: installDefaults }),
    ...protocolRoutes,
    ...reportingRoutes(needs),
    ...followUpRoutes(needs),
    ...questionRoutes(needs),
  ];
  const sentences = {
    ...organisationRefusals,
    ...identityRefusals,
    ...refusals,
    ...reportingRefusals,
    ...followUpRefusals,
  };
  const doors = openDoors(town, routes, sentences);
  stepIn = (who) => doors.visitor().stepInAs(who);
  [yusuf, fatima, henk] = await Promise.all([stepIn('yusuf'), stepIn('fatima'), stepIn('henk')]);
});

async function design(content: questions.QuestionsContent) {
  const { body } = await yusuf.ask(questions.getQuestions, { params: threat });
  return yusuf.ask(questions.changeQuestions, { params: threat, body: { basedOnVersion: body.version, content } });
}

async function report(): Promise<string> {
  town.fastForward({ minutes: 1 });
  const told = threatAtTheCounter(town);
  expect((await fatima.ask(contract.reportIncident, { body: told })).status).toBe(200);
  await leads(town, 'henk', told.incidentId);
  return told.incidentId;
}

async function twoVersions() {
  await design(one('Belde iemand?'));
  await design(one('Heeft iemand gebeld?'));
}

const answer = (incidentId: string, question: string, given: questions.GivenAnswer | null, who = fatima) => {
  town.fastForward({ minutes: 1 });
  return who.ask(questions.answerQuestion, { params: { incidentId, question }, body: { answer: given } });
};
const read = async (incidentId: string, who = fatima) =>
  (await who.ask(questions.readQuestions, { params: { incidentId } })).body;
const given = async (incidentId: string, who = fatima) =>
  Object.fromEntries((await read(incidentId, who)).answers.map((each) => [each.question, each.answer]));

describe('the extra questions of an organisation', () => {
  it('are none, until the coordinator makes some', async () => {
    const incidentId = await report();
    expect(await read(incidentId)).toEqual({ version: 0, questions: [], answers: [], mayAnswer: false });
    expect((await answer(incidentId, 'calls', 'yes')).status).toBe(404);
  });

  it('are put in force by the coordinator, seen by everybody, and each version is kept', async () => {
    expect((await design(one('Belde iemand?'))).body).toMatchObject({ version: 1 });
    expect((await design(one('Heeft iemand gebeld?'))).body).toMatchObject({ version: 2 });
    expect((await henk.ask(questions.listQuestionSets)).body.sets).toEqual([
      { code: 'threat', version: 2, questionCount: 2 },
    ]);
    const { body } = await henk.ask(questions.listQuestionVersions, { params: threat });
    expect(body.versions.map(({ version, by }) => [version, by?.name])).toEqual([
      [2, 'Yusuf Kaya'],
      [1, 'Yusuf Kaya'],
    ]);
    const past = await henk.ask(questions.getQuestionVersion, { params: { ...threat, version: '1' } });
    expect(past.body.content.questions[0]?.label.nl).toBe('Belde iemand?');
  });

  it('are not for others to change, and the second of two is told', async () => {
    await twoVersions();
    const body = { basedOnVersion: 0, content: one('Anders?') };
    expect((await henk.ask(questions.changeQuestions, { params: threat, body })).status).toBe(403);
    expect(await yusuf.ask(questions.changeQuestions, { params: threat, body })).toMatchObject({
      status: 409,
      code: 'protocol-changed-meanwhile',
    });
  });

  it('are told what is wrong at the question where it is', async () => {
    const content = one('Belde iemand?');
    const [first, second] = content.questions;
    if (!first || !second) throw new Error('No questions');
    const waiting: questions.ShowWhen = {
      match: 'all',
      conditions: [{ kind: 'chosen', question: 'what', values: ['yes'] }],
    };
    const circular = { ...first, showWhen: waiting };
    const back = {
      ...second,
      showWhen: { match: 'all' as const, conditions: [{ kind: 'answered' as const, question: 'calls' }] },
    };
    expect(await design({ questions: [circular, back] })).toMatchObject({
      status: 400,
      body: {
        errors: [
          { pointer: '/content/questions/0/showWhen/conditions/0', code: 'waits-in-a-circle' },
          { pointer: '/content/questions/1/showWhen/conditions/0', nl: expect.stringMatching(/wachten op elkaar/) },
        ],
      },
    });
  });
});

describe('answering', () => {
  beforeEach(twoVersions);

  it('goes one by one, and the newest answer counts', async () => {
    const incidentId = await report();
    expect(await read(incidentId)).toMatchObject({ version: 2, mayAnswer: true });
    expect((await answer(incidentId, 'calls', 'yes')).body).toEqual({ incidentId, state: 'reported' });
    await answer(incidentId, 'what', 'Hij belde drie keer');
    await answer(incidentId, 'calls', 'no');
    expect(await given(incidentId)).toEqual({ calls: 'no', what: 'Hij belde drie keer' });
    await answer(incidentId, 'what', null);
    expect(await given(incidentId)).toEqual({ calls: 'no' });
    const kept = await town.look('select from incident.question_answer where incident_id = $1', [incidentId]);
    expect(kept).toHaveLength(4);
  });

  it('is read by who follows up, and every look and answer is on the record', async () => {
    const incidentId = await report();
    await answer(incidentId, 'what', 'Zwaluwstaart');
    expect(await read(incidentId, henk)).toMatchObject({
      mayAnswer: false,
      answers: [{ question: 'what', answer: 'Zwaluwstaart', by: { name: 'Fatima El Amrani' } }],
    });
    const audit = await town.look<{ action: string }>(
      `select action from platform.audit_entry where incident_id = $1 and action like '%answer%' order by action`,
      [incidentId],
    );
    expect(audit.map(({ action }) => action)).toEqual(['answers-read', 'question-answered']);
  });

  it('is sealed: nothing of it stands readable in the database', async () => {
    const incidentId = await report();
    await answer(incidentId, 'what', 'Zwaluwstaart');
    const [row] = await town.look<{ sealed_answer: Buffer }>(
      'select sealed_answer from incident.question_answer where incident_id = $1',
      [incidentId],
    );
    expect(row?.sealed_answer.toString('latin1')).not.toContain('Zwaluwstaart');
  });

  it('is for the reporter; nobody else learns more than they see already', async () => {
    const incidentId = await report();
    expect((await answer(incidentId, 'calls', 'yes', henk)).status).toBe(403);
    expect((await answer(incidentId, 'calls', 'yes', await stepIn('daan'))).status).toBe(404);
    expect((await (await stepIn('daan')).ask(questions.readQuestions, { params: { incidentId } })).status).toBe(404);
  });

  it('stops a citizen service number with its sentence', async () => {
    const incidentId = await report();
    expect(await answer(incidentId, 'what', 'Zijn nummer is 111222333')).toMatchObject({
      status: 400,
      body: {
        errors: [{ pointer: '/answer', code: 'citizen-service-number', nl: expect.stringMatching(/burgerservice/) }],
      },
    });
    expect(await given(incidentId)).toEqual({});
  });

  it('stops what is no answer to that question', async () => {
    const incidentId = await report();
    expect(await answer(incidentId, 'calls', 'perhaps')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/answer', code: 'answer-does-not-fit' }] },
    });
    expect((await answer(incidentId, 'nothing', 'yes')).status).toBe(404);
  });

  it('stops once the report was corrected, and the answers are gone with its key', async () => {
    const incidentId = await report();
    await answer(incidentId, 'what', 'Zwaluwstaart');
    await henk.ask(contract.correctIncident, { params: { incidentId }, body: { reason: 'wrong_person' } });
    expect(await answer(incidentId, 'calls', 'yes')).toMatchObject({ status: 409, code: 'incident-corrected' });
    expect(await read(incidentId)).toMatchObject({ answers: [], mayAnswer: false });
  });
});

describe('a new version', () => {
  beforeEach(twoVersions);

  it('leaves what was reported before as it was, answered or not', async () => {
    const [answered, silent] = [await report(), await report()];
    await answer(answered, 'calls', 'yes');
    town.fastForward({ minutes: 1 });
    expect((await design(assaultQuestions)).body).toMatchObject({ version: 3 });
    for (const incidentId of [answered, silent]) {
      expect(await read(incidentId)).toMatchObject({
        version: 2,
        questions: [{ label: { nl: 'Heeft iemand gebeld?' } }, { code: 'what' }],
      });
    }
    expect((await answer(silent, 'what', 'Alsnog')).status).toBe(200);
  });

  it('counts for what is reported from then on', async () => {
    await design(assaultQuestions);
    const incidentId = await report();
    expect(await read(incidentId)).toMatchObject({ version: 3 });
    expect((await answer(incidentId, 'place', 'gym')).status).toBe(200);
    expect((await answer(incidentId, 'injured', ['police', 'visitors'])).status).toBe(200);
    expect((await answer(incidentId, 'calls', 'yes')).status).toBe(404);
  });
});
