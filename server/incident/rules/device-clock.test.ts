import { describe, expect, it } from 'vitest';
import { type DeviceClock, moveAlong, whenMade } from './device-clock.ts';

const YEAR_MS = 365 * 86_400_000;
const made = new Date('2026-03-10T13:00:00Z');
const received = new Date('2026-03-10T16:00:00Z');
const lastHeard = new Date('2026-03-10T12:00:00Z');
const offBy = (moment: Date, ms: number) => new Date(moment.getTime() + ms);

/** How far the device was off: when it last heard from us, when it sealed, and when it sent. */
function clock(off: { before: number; sealing: number; sending: number }): DeviceClock {
  const sealedOn = offBy(made, off.sealing);
  return {
    sealedOn,
    believedOn: offBy(sealedOn, -off.before),
    knownSince: lastHeard,
    sentOn: offBy(received, off.sending),
    receivedAt: received,
  };
}

describe('when a report was made without a connection', () => {
  it.each([
    ['on a phone that is right', { before: 0, sealing: 0, sending: 0 }],
    ['on a phone that is always a year ahead', { before: YEAR_MS, sealing: YEAR_MS, sending: YEAR_MS }],
    ['on a phone that is always a year behind', { before: -YEAR_MS, sealing: -YEAR_MS, sending: -YEAR_MS }],
    ['on a phone a year behind that is set right on the way', { before: -YEAR_MS, sealing: -YEAR_MS, sending: 0 }],
    ['on a phone a year ahead that is set right on the way', { before: YEAR_MS, sealing: YEAR_MS, sending: 0 }],
    ['on a phone that lost the time after it last heard from us', { before: 0, sealing: -YEAR_MS, sending: -YEAR_MS }],
    ['on a phone that jumped ahead after it last heard from us', { before: 0, sealing: YEAR_MS, sending: YEAR_MS }],
  ])('is known %s', (_phone, off) => {
    expect(whenMade(clock(off))).toEqual(made);
  });

  it('is when it arrived, where the clock of the phone jumped to and fro', () => {
    expect(whenMade(clock({ before: 0, sealing: YEAR_MS, sending: 0 }))).toEqual(received);
  });

  it('is never later than when it arrived', () => {
    expect(whenMade({ ...clock({ before: 0, sealing: 0, sending: 0 }), sentOn: made })).toEqual(received);
  });

  it('may be long ago: a report waits as long as it must', () => {
    const late = offBy(received, 3 * YEAR_MS);
    const right = clock({ before: 0, sealing: 0, sending: 0 });
    expect(whenMade({ ...right, sentOn: late, receivedAt: late })).toEqual(made);
  });
});

describe('a moment that was told by the clock of the device', () => {
  it('stays as it is when the device knew the time', () => {
    expect(moveAlong(made, clock({ before: YEAR_MS, sealing: YEAR_MS, sending: YEAR_MS }))).toEqual(made);
  });

  it('moves along when the device did not know that it was off', () => {
    const toldAs = offBy(made, -YEAR_MS);
    expect(moveAlong(toldAs, clock({ before: 0, sealing: -YEAR_MS, sending: -YEAR_MS }))).toEqual(made);
  });
});
