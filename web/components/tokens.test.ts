import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Colours as they are by day and in the dark, read from the style sheet itself. */
function colour(token: string): { day: string; dark: string } {
  const pair = css.match(new RegExp(`${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`));
  if (pair?.[1] && pair[2]) return { day: pair[1], dark: pair[2] };
  const single = css.match(new RegExp(`${token}: (#[0-9a-f]{6});`))?.[1];
  if (!single) throw new Error(`tokens.css has no colour ${token}`);
  return { day: single, dark: single };
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const text: [string, string][] = [
  ...['--ground', '--paper', '--sunken', '--raised', '--neutral-wash'].flatMap((ground): [string, string][] => [
    ['--ink', ground],
    ['--ink-soft', ground],
  ]),
  ...['--ground', '--paper', '--raised', '--teal-wash'].map((ground): [string, string] => ['--teal', ground]),
  ['--teal-deep', '--teal-wash'],
  ['--ink-soft', '--teal-wash'],
  ...['--paper', '--ground', '--amber-wash', '--raised'].map((ground): [string, string] => ['--amber', ground]),
  ['--ink', '--amber-wash'],
  ['--green', '--paper'],
  ['--green', '--green-wash'],
  ['--red', '--paper'],
  ['--red', '--red-wash'],
  ['--on-teal', '--teal'],
  ['--on-teal', '--teal-hover'],
  ['--on-teal', '--teal-active'],
  ['--on-green', '--green'],
  ['--on-help', '--help'],
  ['--on-help', '--help-hover'],
];

const shapes: [string, string][] = [
  ['--edge', '--paper'],
  ['--edge', '--ground'],
  ['--focus', '--ground'],
  ['--amber-fill', '--paper'],
];

describe('the colours', () => {
  it.each(text)('%s can be read on %s, by day and in the dark', (ink, ground) => {
    expect(contrast(colour(ink).day, colour(ground).day)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(ink).dark, colour(ground).dark)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s can be told apart from %s', (shape, ground) => {
    expect(contrast(colour(shape).day, colour(ground).day)).toBeGreaterThanOrEqual(3);
    expect(contrast(colour(shape).dark, colour(ground).dark)).toBeGreaterThanOrEqual(3);
  });
});
