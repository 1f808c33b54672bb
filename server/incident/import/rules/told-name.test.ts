import { describe, expect, it } from 'vitest';
import { isToldName } from './told-name.ts';

describe('in the column of who did it', () => {
  it.each([
    'Piet van der Berg',
    'Berg, Piet van der',
    'K. de Vries',
    'dhr. Kowalski',
    'Mevr. de Wit-Jansen',
    'Fatma Öztürk',
    'J.P. Bakker',
    "Sean O'Brien",
  ])('%s is a name', (text) => expect(isToldName(text)).toBe(true));

  it.each([
    '',
    'Jansen',
    'dhr.',
    'Man met hond',
    'man, grijze jas',
    'Onbekende Man',
    'Vader van leerling',
    'Jan Jansen?',
    '2 jongens',
    'Piet Jansen 06-12345678',
    'De heer',
    'Zie Dossier',
    'piet jansen',
    'Hij Kwam Binnen En Begon Te Schelden',
  ])('“%s” is none', (text) => expect(isToldName(text)).toBe(false));
});
