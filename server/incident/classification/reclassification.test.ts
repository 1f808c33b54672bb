import { describe, expect, it } from 'vitest';
import type { Classification } from '../../../contract/incident.ts';
import { verbalAggression } from '../../../tests/fixtures/verbal-aggression.ts';
import { classifiedAs, flawsInClassification, reclassifyRefusal, responseDueAfter } from './reclassification.ts';

const filed = (more: Partial<Classification> = {}, isInjured = false) =>
  classifiedAs({ ...verbalAggression, ...more }, { isInjured });

describe('filed differently', () => {
  it('is as severe as the rules say', () => {
    expect(filed().severity).toBe('verbal');
    expect(filed({ columns: ['verbal_aggression', 'threat'] }).severity).toBe('threat');
    expect(filed({ flags: ['weapon'] }).severity).toBe('threat');
    expect(filed({ columns: ['self_directed_emotion'], form: null }).severity).toBe('emotion');
    expect(filed({ kind: 'missing_person', columns: [], form: null }).severity).toBe('none');
  });

  it('is violence for as long as somebody was hurt, whatever is ticked', () => {
    expect(filed({}, true).severity).toBe('violence');
  });

  it('as a missing child has no behaviour ticked, and anything else has', () => {
    const pathsOf = (more: Partial<Classification>) =>
      flawsInClassification({ ...verbalAggression, ...more }).map(({ code }) => code);
    expect(pathsOf({})).toEqual([]);
    expect(pathsOf({ kind: 'missing_person' })).toEqual(['no-matrix-for-this-kind']);
    expect(pathsOf({ kind: 'missing_person', columns: [], form: null })).toEqual([]);
    expect(pathsOf({ columns: [], form: null })).toEqual(['nothing-told']);
    expect(pathsOf({ columns: [] })).toEqual([]);
  });

  it('as it was filed already is nothing', () => {
    expect(reclassifyRefusal(filed(), filed(), null)).toBe('classified-like-this');
    const both: Classification['flags'] = ['sexual', 'weapon'];
    expect(reclassifyRefusal(filed({ flags: both }), filed({ flags: [...both].reverse() }), null)).toBe(
      'classified-like-this',
    );
    expect(reclassifyRefusal(filed(), filed({ cause: 'instrumental' }), 'named')).toBeNull();
  });

  it('as only anger does not keep somebody on record by name', () => {
    const anger = filed({ columns: ['organisation_directed_emotion'], form: null });
    expect(reclassifyRefusal(filed(), anger, 'named')).toBe('somebody-is-named');
    expect(reclassifyRefusal(filed(), anger, 'described')).toBeNull();
    expect(reclassifyRefusal(anger, { ...anger, cause: 'anger_about_policy' }, 'named')).toBeNull();
  });
});

describe('the clock', () => {
  const occurredAt = new Date('2026-03-10T09:00:00Z');
  const dueAt = new Date('2026-03-12T09:00:00Z');
  const facts = { dueAt, isSent: false, occurredAt, hours: 48 };

  it('goes on as it was', () => {
    expect(responseDueAfter(true, facts)).toEqual(dueAt);
  });

  it('that starts only now counts from the incident', () => {
    expect(responseDueAfter(true, { ...facts, dueAt: null })).toEqual(dueAt);
  });

  it('stops where nobody is answered any more, unless somebody was answered already', () => {
    expect(responseDueAfter(false, facts)).toBeNull();
    expect(responseDueAfter(false, { ...facts, isSent: true })).toEqual(dueAt);
  });
});
