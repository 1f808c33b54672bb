import { describe, expect, it } from 'vitest';
import { type Happening, whichMayBeTheSame } from './may-be-same-event.ts';

const quarterPast = new Date('2026-03-10T09:15:00Z');
const after = (minutes: number) => new Date(quarterPast.getTime() + minutes * 60_000);

/** Fatima was threatened at Balie 2. */
const fatimas: Happening = {
  incidentId: 'fatimas',
  kind: 'incident',
  severity: 'threat',
  occurredAt: quarterPast,
  isDayOnly: false,
  reporterId: 'fatima',
  peopleIds: ['fatima'],
  teamId: 'publiekszaken',
  placeKind: 'location',
  locationId: 'stadskantoor',
  roomId: 'balie2',
  flags: [],
};
const sannes: Happening = { ...fatimas, incidentId: 'sannes', reporterId: 'sanne', peopleIds: ['sanne'] };
const somewhereElse = { locationId: 'wijkcentrum', roomId: null, teamId: 'wijkteam' } as const;
const isProposed = (more: Partial<Happening>, mine: Happening = fatimas) =>
  whichMayBeTheSame(mine, [{ ...sannes, ...more }]).length === 1;

describe('two reports', () => {
  it('of the same desk within a quarter of an hour may be one event, and say why', () => {
    expect(whichMayBeTheSame(fatimas, [{ ...sannes, occurredAt: after(12) }])).toEqual([
      { incidentId: 'sannes', why: ['room', 'team', 'form'], minutesApart: 12 },
    ]);
  });

  it('of desks beside each other may be one event, when it was as serious at both', () => {
    expect(isProposed({ roomId: 'balie3' })).toBe(true);
    expect(isProposed({ roomId: 'balie3', severity: 'verbal' })).toBe(false);
    expect(isProposed({ roomId: null, severity: 'verbal' })).toBe(true);
    expect(isProposed({ roomId: null, occurredAt: after(50), severity: 'verbal' })).toBe(false);
  });

  it('hours apart are two events', () => {
    expect(isProposed({ occurredAt: after(180) })).toBe(true);
    expect(isProposed({ occurredAt: after(181) })).toBe(false);
    expect(isProposed({ occurredAt: after(-181) })).toBe(false);
  });

  it('of which one knows only the day are near on that day', () => {
    expect(isProposed({ occurredAt: after(7 * 60), isDayOnly: true })).toBe(true);
    expect(isProposed({ occurredAt: after(24 * 60), isDayOnly: true })).toBe(false);
  });

  it('in two buildings are two events, unless the one stands on the report of the other', () => {
    expect(isProposed(somewhereElse)).toBe(false);
    expect(isProposed({ ...somewhereElse, peopleIds: ['sanne', 'fatima'] })).toBe(true);
  });

  it('by telephone are one event only when much else is the same', () => {
    const byPhone = { placeKind: 'phone', locationId: null, roomId: null } as const;
    const mine = { ...fatimas, ...byPhone };
    expect(isProposed({ ...byPhone }, mine)).toBe(true);
    expect(isProposed({ ...byPhone, teamId: 'wijkteam', severity: 'verbal' }, mine)).toBe(false);
    expect(isProposed({ ...byPhone, teamId: 'wijkteam', occurredAt: after(120) }, mine)).toBe(false);
  });

  it('at home or nobody knows where have no place in common', () => {
    const atHome = { placeKind: 'private_life', locationId: null, roomId: null } as const;
    expect(isProposed(atHome, { ...fatimas, ...atHome })).toBe(false);
  });

  it('of the same person within an hour may have been sent twice', () => {
    expect(isProposed({ reporterId: 'fatima', peopleIds: ['fatima'], roomId: null, occurredAt: after(40) })).toBe(true);
  });

  it('of a missing child and of a threat are never one event', () => {
    expect(isProposed({ kind: 'missing_person', severity: 'none' })).toBe(false);
    expect(isProposed({ kind: 'social_media' })).toBe(true);
  });
});

it('shows at most five, the most alike first', () => {
  const many = Array.from({ length: 8 }, (_, at) => ({ ...sannes, incidentId: `${at}`, occurredAt: after(20 - at) }));
  const found = whichMayBeTheSame(fatimas, [{ ...sannes, incidentId: 'far', occurredAt: after(170) }, ...many]);
  expect(found.map(({ minutesApart }) => minutesApart)).toEqual([13, 14, 15, 16, 17]);
});
