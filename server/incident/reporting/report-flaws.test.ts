import { describe, expect, it } from 'vitest';
import type { IncidentReport } from '../../../contract/incident.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { flawsIn } from './report-flaws.ts';

const now = new Date('2026-03-10T09:00:00Z');

const report: IncidentReport = {
  incidentId: '019cd000-0000-7000-8000-000000000001',
  kind: 'incident',
  safe: true,
  personGone: null,
  injured: null,
  columns: ['threat'],
  target: 'me',
  victimIds: [],
  witnessIds: [],
  occurredAt: '2026-03-10T08:30:00Z',
  occurredPrecision: 'about',
  place: { kind: 'phone' },
  actions: [],
  needs: [],
  route: 'manager',
};

const codesOf = (more: Partial<IncidentReport>) =>
  flawsIn({ ...report, ...more }, now).map(({ path, code }) => `${path.join('.')}: ${code}`);

describe('when it happened', () => {
  it('may be a little ahead of our clock, because telephones are', () => {
    expect(codesOf({ occurredAt: '2026-03-10T10:04:59+01:00' })).toEqual([]);
    expect(codesOf({ occurredAt: '2026-03-10T10:05:01+01:00' })).toEqual(['occurredAt: in-the-future']);
  });

  it('is at most two years ago', () => {
    expect(codesOf({ occurredAt: '2024-03-10T09:00:00Z' })).toEqual([]);
    expect(codesOf({ occurredAt: '2024-03-10T08:59:59Z' })).toEqual(['occurredAt: too-long-ago']);
  });
});

describe('the kind of report', () => {
  const child = {
    kind: 'missing_person',
    columns: [],
    child: { name: 'Sem' },
  } as const satisfies Partial<IncidentReport>;

  it('has no matrix and nobody who did it when a child is missing', () => {
    expect(codesOf(child)).toEqual([]);
    expect(codesOf({ ...child, columns: ['threat'], aggressor: { knowledge: 'named', text: 'X' } })).toEqual([
      'columns: no-matrix-for-this-kind',
      'aggressor: no-aggressor-for-this-kind',
    ]);
    expect(codesOf({ ...child, aggressor: { knowledge: 'unknown' } })).toEqual([]);
  });

  it('has no child when somebody was aggressive', () => {
    expect(codesOf({ child: child.child })).toEqual(['child: no-child-for-this-kind']);
  });

  it('puts nobody on record by name for emotion alone, unless it keeps on and happened before', () => {
    const emotion = {
      columns: ['organisation_directed_emotion'],
      aggressor: { knowledge: 'named', text: 'X' },
    } as const;
    const columns = [...emotion.columns];
    expect(codesOf({ ...emotion, columns })).toEqual(['aggressor: emotion-is-no-aggression']);
    const correction = { stopped: false, againInSameTalk: null, earlier: true };
    expect(codesOf({ ...emotion, columns, correction })).toEqual([]);
  });
});

describe('an empty report', () => {
  it('is asked for something, unless somebody is in danger', () => {
    expect(codesOf({ columns: [] })).toEqual(['story: nothing-told']);
    expect(codesOf({ columns: [], safe: false })).toEqual([]);
    expect(codesOf({ columns: [], injured: true })).toEqual([]);
  });
});

describe('a citizen service number', () => {
  it('is found in every text, each at its own place', () => {
    expect(
      codesOf({
        story: 'Zijn nummer is 111222333.',
        place: { kind: 'road', text: 'bij 111.222.333' },
        aggressor: { knowledge: 'named', text: '111 222 333' },
      }),
    ).toEqual([
      'place.text: citizen-service-number',
      'story: citizen-service-number',
      'aggressor.text: citizen-service-number',
    ]);
  });

  it('is not seen in ids and moments', () => {
    expect(citizenServiceNumbersIn({ id: '11122233-3111-4222-8333-111222333111', at: '2026-03-10T09:00:00Z' })).toEqual(
      [],
    );
  });
});
