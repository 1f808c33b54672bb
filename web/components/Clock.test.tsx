import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Clock } from './Clock.tsx';

const clock = (now: string) =>
  renderToStaticMarkup(
    <Clock
      title="Reactie aan de veroorzaker"
      startedAt="2026-11-17T13:55:00+01:00"
      dueAt="2026-11-19T13:55:00+01:00"
      now={new Date(now)}
      note="vóór donderdag 13.55 uur"
    />,
  );

describe('the clock of the response', () => {
  it('shows what is left, and tells it in whole words to a screen reader that comes by', () => {
    const html = clock('2026-11-19T00:00:00+01:00');
    expect(html).toContain('13 u 55');
    expect(html).toContain('Nog 13 uur en 55 minuten.');
  });

  it('never speaks by itself', () => {
    expect(clock('2026-11-19T00:00:00+01:00')).not.toMatch(/aria-live|role="(timer|status|alert)"/);
  });

  it('says in words that the time is over', () => {
    const html = clock('2026-11-19T15:00:00+01:00');
    expect(html).toContain('clock--late');
    expect(html).toContain('1 uur en 5 minuten te laat.');
  });
});
