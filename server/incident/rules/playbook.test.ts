import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaybookContent } from '../../../contract/protocol.ts';
import {
  aggressionForms,
  incidentKinds,
  playbookCodes,
  severities,
  type TaskCondition,
  taskConditions,
} from '../../../contract/protocol-words.ts';
import { officeWeek, workingCalendar } from '../../organisation/working-time.ts';
import { defaultPlaybooks } from '../../protocol/content/playbooks.ts';
import { addMinutes } from './deadlines.ts';
import { type PlanningFacts, type PlaybookFacts, planTasks, playbookFor } from './playbook.ts';

const reportedAt = new Date('2026-11-24T10:00:00+01:00');
const planning: PlanningFacts = {
  reportedAt,
  occurredAt: addMinutes(reportedAt, -30),
  conditions: new Set(),
  contactDueAt: addMinutes(reportedAt, 60),
  responseDueAt: addMinutes(reportedAt, 48 * 60 - 30),
  alreadyPlanned: new Set(),
};
const calendar = workingCalendar(officeWeek);

const codesOf = (playbook: PlaybookContent, changes: Partial<PlanningFacts> = {}) =>
  planTasks(playbook, { ...planning, ...changes }, calendar).map(({ task }) => task.code);

describe('the playbook', () => {
  const facts: PlaybookFacts = { kind: 'incident', severity: 'none', form: null, isWrittenOrOnline: false };

  it.each([
    ['a threat at the counter', { severity: 'threat', form: 'threat' }, 'threat'],
    ['a threat in a letter', { severity: 'threat', form: 'written' }, 'written_online_threat'],
    [
      'a threat online, whatever form was ticked',
      { severity: 'threat', isWrittenOrOnline: true },
      'written_online_threat',
    ],
    ['a threat on social media', { kind: 'social_media', severity: 'threat' }, 'written_online_threat'],
    ['an insult', { severity: 'verbal' }, 'verbal'],
    ['emotion that persists', { severity: 'emotion' }, 'emotion_persistent'],
    ['violence', { severity: 'violence' }, 'physical_violence'],
    ['an insult on social media', { kind: 'social_media', severity: 'verbal' }, 'social_media'],
    ['a report of which the severity is unknown', {}, 'own_safety'],
    ['transgressive behaviour', { kind: 'transgressive', severity: 'threat' }, 'transgressive'],
    ['transgressive behaviour with violence', { kind: 'transgressive', severity: 'violence' }, 'physical_violence'],
    ['a missing child', { kind: 'missing_person' }, 'missing_person'],
    ['a calamity', { kind: 'calamity' }, 'calamity'],
  ] as const)('for %s is %s', (_what, changes, code) => {
    expect(playbookFor({ ...facts, ...changes })).toBe(code);
  });

  it('exists for everything that can be reported', () => {
    const anything = fc.record({
      kind: fc.constantFrom(...incidentKinds),
      severity: fc.constantFrom(...severities),
      form: fc.constantFrom(...aggressionForms, null),
      isWrittenOrOnline: fc.boolean(),
    });
    fc.assert(
      fc.property(anything, (each) => {
        expect(playbookCodes).toContain(playbookFor(each));
      }),
    );
  });
});

describe('the playbook for a threat', () => {
  const threat = defaultPlaybooks.threat;
  const planned = (conditions: readonly TaskCondition[]) =>
    Object.fromEntries(
      planTasks(threat, { ...planning, conditions: new Set(conditions) }, calendar).map(({ task, dueAt }) => [
        task.code,
        dueAt,
      ]),
    );

  it('becomes tasks with their deadlines', () => {
    const endOfToday = new Date('2026-11-24T23:59:59+01:00');
    expect(planned(['aggressor_known'])).toEqual({
      contact: addMinutes(reportedAt, 60),
      safe_way_home: addMinutes(reportedAt, 60),
      footage: endOfToday,
      evidence: endOfToday,
      warn_colleagues: endOfToday,
      first_care: endOfToday,
      police: addMinutes(reportedAt, 24 * 60),
      agree_measure: addMinutes(reportedAt, 24 * 60),
      hear_other_side: addMinutes(reportedAt, 48 * 60 - 30),
      response: addMinutes(reportedAt, 48 * 60 - 30),
      care_talk: addMinutes(reportedAt, 72 * 60),
      team_meeting: new Date('2026-12-08T17:00:00+01:00'),
      safer_place: new Date('2026-12-08T17:00:00+01:00'),
    });
  });

  it('asks nobody to hear an unknown person', () => {
    expect(Object.keys(planned([]))).not.toContain('hear_other_side');
  });

  it('asks about the Labour Inspectorate only when somebody is injured', () => {
    expect(Object.keys(planned([]))).not.toContain('labour_inspectorate');
    expect(Object.keys(planned(['injured']))).toContain('labour_inspectorate');
  });

  it('opens to reception no more than the place', () => {
    const ofReception = threat.tasks.filter(({ owner }) => owner === 'reception');
    expect(ofReception.flatMap(({ needs }) => needs)).toEqual(['place']);
  });
});

it('doubles no task when more becomes known later', () => {
  const before = codesOf(defaultPlaybooks.threat);
  const after = codesOf(defaultPlaybooks.threat, {
    conditions: new Set<TaskCondition>(['aggressor_known', 'injured']),
    alreadyPlanned: new Set(before),
  });
  expect(after).toEqual(['warn_colleagues', 'hear_other_side', 'labour_inspectorate']);
});

describe.each(playbookCodes)('the playbook %s, as organisations get it', (code) => {
  const playbook = defaultPlaybooks[code];

  it('holds', () => {
    expect(PlaybookContent.safeParse(playbook).error).toBeUndefined();
    expect(playbook.code).toBe(code);
  });

  it('asks first of all to talk to the colleague', () => {
    expect(codesOf(playbook)[0]).toBe('contact');
  });

  it('brings it before the team', () => {
    expect(codesOf(playbook)).toContain('team_meeting');
  });

  it('has a response exactly when its clock runs', () => {
    expect(codesOf(playbook, { conditions: new Set(taskConditions) }).includes('response')).toBe(playbook.response);
  });
});

it('sends no response where a child is missing or hurt', () => {
  const without = playbookCodes.filter((code) => !defaultPlaybooks[code].response);
  expect(without).toEqual(['missing_person', 'calamity']);
});
