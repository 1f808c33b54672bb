import { describe, expect, it } from 'vitest';
import { checkStep } from './check-step.ts';
import { type Draft, packDraft, startDraft, unpackDraft } from './draft.ts';
import { needsSeconds, subjectOf } from './draft-subjects.ts';
import { adviceFor, correctionQuestions, offersNote, stepsFor } from './steps.ts';
import { nl } from './text.nl.ts';
import { toReport } from './to-report.ts';

const now = new Date('2026-11-17T13:02:00Z');
const id = '0199aaaa-0000-7000-8000-000000000001';
const draft = (answers: Partial<Draft>): Draft => ({ ...startDraft(now, () => id), ...answers });

describe('the questions fit what happened', () => {
  it('asks at most five questions', () => {
    for (const kind of ['incident', 'missing_person', 'calamity', 'transgressive', 'social_media'] as const)
      expect(stepsFor(kind).length).toBeLessThanOrEqual(5);
  });

  it('asks nobody who is missing to whom it happened', () => {
    expect(stepsFor('missing_person')).not.toContain('whom');
  });

  it('asks about verbal aggression only as far as it decides something', () => {
    const verbal = { columns: ['verbal_aggression'] as const };
    expect(correctionQuestions(draft(verbal))).toEqual(['stopped']);
    expect(correctionQuestions(draft({ ...verbal, stopped: 'no' }))).toEqual(['stopped']);
    expect(correctionQuestions(draft({ ...verbal, stopped: 'yes', again: 'no' }))).toEqual([
      'stopped',
      'again',
      'earlier',
    ]);
    expect(correctionQuestions(draft({ columns: ['verbal_aggression', 'threat'] }))).toEqual([]);
  });
});

describe('a light note', () => {
  const corrected = { columns: ['verbal_aggression'], stopped: 'yes', again: 'no', earlier: 'no' } as const;

  it('is offered for an insult that was sincerely corrected', () => {
    expect(offersNote(draft(corrected))).toBe(true);
  });

  it('waits until the last question is answered', () => {
    expect(offersNote(draft({ ...corrected, earlier: null }))).toBe(false);
  });

  it('is never offered for a threat', () => {
    expect(offersNote(draft({ ...corrected, columns: ['verbal_aggression', 'threat'] }))).toBe(false);
    expect(adviceFor(draft({ columns: ['threat'] }))?.reason).toBe('always_reported');
  });

  it('is never offered to somebody in danger', () => {
    expect(offersNote(draft({ ...corrected, safe: 'no' }))).toBe(false);
  });

  it('gives way when the reporter chooses to report anyway', () => {
    expect(offersNote(draft({ ...corrected, reportAnyway: true }))).toBe(false);
  });
});

describe('what needs another look', () => {
  it('is satisfied with own words or with one tick', () => {
    expect(checkStep('what', draft({}), now)).toEqual([{ fieldId: 'columns', complaint: 'say-what-happened' }]);
    expect(checkStep('what', draft({ story: 'Hij dreigde.' }), now)).toEqual([]);
    expect(checkStep('what', draft({ columns: ['threat'] }), now)).toEqual([]);
  });

  it('stops a citizen service number in free text', () => {
    expect(checkStep('what', draft({ story: 'Zijn nummer is 123456782.' }), now)).toEqual([
      { fieldId: 'story', complaint: 'citizen-service-number' },
    ]);
  });

  it.each([
    ['2026-02-30', 'date-does-not-exist'],
    ['2026-12-01', 'in-the-future'],
    ['', 'date-does-not-exist'],
  ] as const)('refuses %s: %s', (date, complaint) => {
    expect(checkStep('when', draft({ when: 'other', date }), now)).toEqual([{ fieldId: 'date', complaint }]);
  });

  it('refuses a time later today', () => {
    expect(checkStep('when', draft({ when: 'today', time: '23:00' }), now)).toEqual([
      { fieldId: 'time', complaint: 'in-the-future' },
    ]);
  });

  it('asks nothing without a connection that cannot be answered then: who a colleague is, and what time it really is', () => {
    const offline = { isOffline: true };
    expect(checkStep('whom', draft({ target: 'colleague' }), now)).toHaveLength(1);
    expect(checkStep('whom', draft({ target: 'colleague' }), now, offline)).toEqual([]);
    expect(checkStep('when', draft({ when: 'other', date: '2026-12-01' }), now, offline)).toEqual([]);
    expect(checkStep('when', draft({ when: 'other', date: '2026-02-30' }), now, offline)).toHaveLength(1);
  });

  it('takes "weet ik niet" for an answer everywhere', () => {
    const unsure = draft({ when: 'unknown', place: 'unknown', target: 'unknown', aggressor: 'unknown' });
    for (const step of ['whom', 'when', 'where', 'who'] as const) expect(checkStep(step, unsure, now)).toEqual([]);
  });
});

describe('what is sent', () => {
  it('says the date that was filled in, also where the phone thinks that it is still to come', () => {
    const report = toReport(draft({ when: 'other', date: '2027-11-16', time: '10:00' }), now);
    expect(report.occurredAt).toBe('2027-11-16T09:00:00.000Z');
  });

  it('says the day, not a made-up minute, when the moment is not known', () => {
    expect(toReport(draft({ when: 'unknown' }), now)).toMatchObject({ occurredPrecision: 'day' });
  });

  it('happened when the report was begun if it happens now', () => {
    const later = new Date(now.getTime() + 4 * 60_000);
    expect(toReport(draft({ when: 'now' }), later).occurredAt).toBe('2026-11-17T13:02:00.000Z');
  });

  it('never makes an unknown person of a colleague', () => {
    expect(toReport(draft({ aggressor: 'colleague' }), now).aggressor).toEqual({ knowledge: 'colleague', text: null });
  });

  it('names no aggressor, columns or victims for a missing child', () => {
    const report = toReport(
      draft({ kind: 'missing_person', childName: 'Mees', aggressor: 'named', aggressorText: 'X', columns: ['threat'] }),
      now,
    );
    expect(report).toMatchObject({ aggressor: null, columns: [], victimIds: [], child: { name: 'Mees' } });
  });

  it('forgets the room of a place that was left', () => {
    const report = toReport(draft({ place: 'road', locationId: 'a', roomId: 'b', placeText: 'Kerkstraat' }), now);
    expect(report.place).toEqual({ kind: 'road', locationId: null, roomId: null, text: 'Kerkstraat' });
  });

  it('opens a draft that an older page kept', () => {
    const kept = JSON.stringify({ ...JSON.parse(packDraft(draft({ story: 'Hij dreigde.' }))), route: undefined });
    expect(unpackDraft(kept, now)).toMatchObject({ story: 'Hij dreigde.', route: 'manager' });
  });
});

describe('drafts beside each other', () => {
  const words = { text: nl, language: 'nl' as const, surroundings: { matrix: null, locations: [], words: [] } };

  it('tell what they are about, and nothing of the story', () => {
    const threat = draft({ kind: 'calamity', place: 'road', placeText: 'Kerkstraat', story: 'Hij dreigde.' });
    expect(subjectOf(threat, words)).toBe('Een ernstig ongeluk of calamiteit, Onderweg of op straat: Kerkstraat');
    expect(subjectOf(draft({ story: 'Hij dreigde.' }), words)).toBe('');
  });

  it('tell the second at which they were begun when the minute is the same', () => {
    const begun = (startedAt: string) => ({ draftId: id, startedAt, savedAt: startedAt });
    const drafts = ['2026-11-17T13:02:04.000Z', '2026-11-17T13:02:41.000Z', '2026-11-17T13:03:00.000Z'].map(begun);
    expect(drafts.map(({ startedAt }) => needsSeconds(drafts, startedAt))).toEqual([true, true, false]);
  });
});
