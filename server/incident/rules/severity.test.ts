import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactTerm } from '../../../contract/protocol.ts';
import { aggressionForms, incidentKinds, matrixColumns, severities } from '../../../contract/protocol-words.ts';
import { contactTermFor, type SeverityFacts, severityOf, urgencyOf } from './severity.ts';

const nothingKnown: SeverityFacts = {
  kind: 'incident',
  column: null,
  form: null,
  unsafe: null,
  injured: null,
  weapon: null,
  sexual: null,
};
const nextWorkingDay: ContactTerm = { kind: 'working_days', days: 1 };
const withinTheHour: ContactTerm = { kind: 'minutes', minutes: 60 };

const answer = fc.constantFrom(true, false, null);
const anyFacts: fc.Arbitrary<SeverityFacts> = fc.record({
  kind: fc.constantFrom(...incidentKinds),
  column: fc.constantFrom(...matrixColumns, null),
  form: fc.constantFrom(...aggressionForms, null),
  unsafe: answer,
  injured: answer,
  weapon: answer,
  sexual: answer,
});

describe('severity', () => {
  it.each([
    ['nothing known', {}, 'none'],
    ['emotion', { column: 'self_directed_emotion' }, 'emotion'],
    ['criticism', { column: 'organisation_directed_emotion' }, 'emotion'],
    ['an insult', { column: 'verbal_aggression' }, 'verbal'],
    ['an insult in a letter', { column: 'verbal_aggression', form: 'written' }, 'verbal'],
    ['a threat', { column: 'threat' }, 'threat'],
    ['violence', { column: 'physical_violence' }, 'violence'],
    ['an insult with a weapon in sight', { column: 'verbal_aggression', weapon: true }, 'threat'],
    ['sexual remarks', { column: 'verbal_aggression', sexual: true }, 'threat'],
    ['somebody injured', { column: 'verbal_aggression', injured: true }, 'violence'],
    ['transgressive behaviour in a threatening form', { kind: 'transgressive', form: 'threat' }, 'threat'],
    ['a post that insults', { kind: 'social_media', column: 'verbal_aggression' }, 'verbal'],
    ['a missing child', { kind: 'missing_person', unsafe: true }, 'none'],
    ['a calamity with somebody injured', { kind: 'calamity', injured: true }, 'none'],
  ] as const)('of %s', (_what, facts, severity) => {
    expect(severityOf({ ...nothingKnown, ...facts })).toBe(severity);
  });

  it('never goes down when one more worrying fact is known', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom('unsafe' as const, 'injured' as const, 'weapon' as const, 'sexual' as const),
        (facts, fact) => {
          const before = severities.indexOf(severityOf({ ...facts, [fact]: false }));
          expect(severities.indexOf(severityOf({ ...facts, [fact]: true }))).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});

describe('the contact term', () => {
  it.each([
    ['an insult', { column: 'verbal_aggression' }, nextWorkingDay],
    ['a threat', { column: 'threat' }, withinTheHour],
    ['violence', { column: 'physical_violence' }, withinTheHour],
    ['an insult, but not safe yet', { column: 'verbal_aggression', unsafe: true }, withinTheHour],
    ['an insult, but somebody injured', { column: 'verbal_aggression', injured: true }, withinTheHour],
    ['not safe, and nothing else known', { unsafe: true }, withinTheHour],
    ['a calamity with somebody injured', { kind: 'calamity', injured: true }, withinTheHour],
  ] as const)('of %s', (_what, facts, term) => {
    expect(contactTermFor({ ...nothingKnown, ...facts }, nextWorkingDay)).toEqual(term);
  });

  it('is never longer than the playbook says', () => {
    const halfAnHour: ContactTerm = { kind: 'minutes', minutes: 30 };
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(contactTermFor(facts, halfAnHour)).toEqual(halfAnHour);
      }),
    );
  });

  it('in minutes counts at any hour, in working days during working time', () => {
    expect(urgencyOf(withinTheHour)).toBe('immediate');
    expect(urgencyOf(nextWorkingDay)).toBe('working_time');
  });
});
