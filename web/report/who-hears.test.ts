import { describe, expect, it } from 'vitest';
import type { Me } from './api.ts';
import { type Draft, startDraft } from './draft.ts';
import { managerWhoHears } from './who-hears.ts';

const henk = { id: 'henk', name: 'Henk de Boer' };
const me = (id: string) => ({ person: { id }, teams: [{ managers: [henk] }] }) as unknown as Me;
const draft = (answers: Partial<Draft>): Draft => ({ ...startDraft(new Date(), () => 'id'), target: 'me', ...answers });

describe('who hears of a report first', () => {
  it('is the manager of who reports what happened to them', () => {
    expect(managerWhoHears(draft({}), me('fatima'))).toBe(henk);
  });

  it.each([
    ['is somebody else when the manager reports it', draft({}), 'henk'],
    ['is somebody else when the manager saw it', draft({ witnesses: [henk] }), 'fatima'],
    ['is not known when it happened to a colleague', draft({ target: 'colleague' }), 'fatima'],
    ['is the coordinator when that was asked', draft({ route: 'coordinator' }), 'fatima'],
  ])('%s', (_, report, reporter) => {
    expect(managerWhoHears(report, me(reporter))).toBeNull();
  });
});
