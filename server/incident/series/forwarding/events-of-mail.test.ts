import { describe, expect, it } from 'vitest';
import { SERIES_LONGEST_TEXT, SERIES_MOST_AT_ONCE } from '../../../../contract/incident-series.ts';
import { eventsOf } from './events-of-mail.ts';

const arrivedAt = new Date('2026-03-10T09:00:00Z');
const event = (more: object = {}) =>
  ({ day: '2026-03-03', time: '23:10', way: 'mail', text: 'Ik weet waar je werkt.', ...more }) as const;

describe('the events of a mail', () => {
  it('stand at the moment they were sent, on our clock', () => {
    expect(eventsOf([event()], arrivedAt)).toMatchObject({
      reading: 'read',
      numbersLeftOut: 0,
      events: [
        {
          way: 'mail',
          occurredAt: '2026-03-03T22:10:00.000Z',
          occurredPrecision: 'exact',
          text: 'Ik weet waar je werkt.',
        },
      ],
    });
  });

  it('stand at noon where only the day is known', () => {
    const [found] = eventsOf([event({ time: null })], arrivedAt).events;
    expect(found).toMatchObject({ occurredAt: '2026-03-03T11:00:00.000Z', occurredPrecision: 'day' });
  });

  it.each([
    ['is still to come', { day: '2031-01-01' }],
    ['was before there was mail', { day: '1903-01-01' }],
    ['is none', { day: '2026-02-31' }],
  ])('stand at their coming in when the moment %s', (_what, more) => {
    expect(eventsOf([event(more)], arrivedAt).events[0]?.occurredAt).toBe(arrivedAt.toISOString());
  });

  it('hold no citizen service number, and say where one stood', () => {
    const { events, numbersLeftOut } = eventsOf([event({ text: 'BSN 111222333, tel. 0612345678' })], arrivedAt);
    expect(events[0]?.text).toBe('BSN [hier stond een burgerservicenummer], tel. 0612345678');
    expect(numbersLeftOut).toBe(1);
  });

  it('are no more and no longer than a series holds', () => {
    const long = event({ text: `${'111222333 '.repeat(1000)}` });
    const { events } = eventsOf(
      Array.from({ length: 300 }, () => long),
      arrivedAt,
    );
    expect(events).toHaveLength(SERIES_MOST_AT_ONCE);
    expect(events[0]?.text.length).toBeLessThanOrEqual(SERIES_LONGEST_TEXT);
  });

  it.each([
    ['has no words', [], 'no_words', 'Een mail zonder tekst.'],
    ['cannot be read', null, 'unreadable', 'Een mail die we niet konden lezen.'],
  ] as const)('are one plain sentence when it %s', (_what, found, reading, text) => {
    const told = eventsOf(found, arrivedAt);
    expect(told).toMatchObject({ reading, events: [{ occurredAt: arrivedAt.toISOString(), text }] });
    expect(told.events).toHaveLength(1);
  });
});
