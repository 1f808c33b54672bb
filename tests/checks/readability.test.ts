import { describe, expect, it } from 'vitest';
import { measure } from './readability.ts';

describe('Dutch at level B1', () => {
  it('counts the words of each sentence', () => {
    expect(measure(['Henk belt je. Je hoort het meteen van hem.']).meanWords).toBe(4.5);
  });

  it('finds a sentence of more than twenty words', () => {
    const long = `Je ${'heel '.repeat(20)}lang.`;
    expect(measure([long, 'Kort is goed.']).tooLong).toEqual([long]);
  });

  it('finds the passive voice', () => {
    expect(measure(['Je melding wordt door Henk gelezen.', 'Henk leest je melding.']).passive).toEqual([
      'Je melding wordt door Henk gelezen.',
    ]);
  });

  it('does not take "worden" with an adjective for the passive voice', () => {
    expect(measure(['Meneer werd boos.']).passive).toEqual([]);
  });

  it('names the plainer word', () => {
    expect(measure(['Bel ons indien je hulp nodig hebt.']).difficult).toEqual([
      { word: 'indien', plainer: 'als', sentence: 'Bel ons indien je hulp nodig hebt.' },
    ]);
  });
});
