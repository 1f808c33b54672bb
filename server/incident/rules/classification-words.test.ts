import { describe, expect, it } from 'vitest';
import { reclassificationInWords } from './classification-words.ts';

describe('filed differently, in words', () => {
  it('says from what to what', () => {
    const verbal = { kind: 'incident', severity: 'verbal' } as const;
    expect(reclassificationInWords(verbal, { kind: 'incident', severity: 'threat' })).toEqual({
      nl: 'van schelden naar bedreiging',
      en: 'from verbal aggression to a threat',
    });
    expect(reclassificationInWords(verbal, { kind: 'missing_person', severity: 'none' })?.nl).toBe(
      'van schelden naar vermissing',
    );
  });

  it('says nothing where only something smaller changed', () => {
    const online = { kind: 'social_media', severity: 'threat' } as const;
    expect(reclassificationInWords(online, { ...online, severity: 'verbal' })).toBeNull();
  });
});
