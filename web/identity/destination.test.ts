import { describe, expect, it } from 'vitest';
import { destinationOf } from './destination.ts';

describe('where somebody goes after signing in', () => {
  it('is where they wanted to go', () => {
    expect(destinationOf('/meldingen/1?state=open')).toBe('/meldingen/1?state=open');
  });

  it.each([
    undefined,
    '',
    'https://elders.example',
    '//elders.example',
    '/\\elders.example',
    'javascript:alert(1)',
  ])('is never outside our own pages: %s', (wanted) => {
    expect(destinationOf(wanted)).toBe('/');
  });
});
