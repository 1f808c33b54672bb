import { describe, expect, it } from 'vitest';
import { type Joinable, joinRefusal, workThatStops } from './joining.ts';

const alone: Joinable = { state: 'reported', isJoined: false, leads: false };

describe('two dossiers', () => {
  it('can be joined while each stands alone, or where the one leads others already', () => {
    expect(joinRefusal(alone, alone)).toBeNull();
    expect(joinRefusal({ ...alone, leads: true }, alone)).toBeNull();
    expect(joinRefusal({ ...alone, state: 'closed' }, { ...alone, state: 'closed' })).toBeNull();
  });

  it('cannot be joined to one that is joined itself, nor take others along', () => {
    expect(joinRefusal({ ...alone, isJoined: true }, alone)).toBe('joined-elsewhere');
    expect(joinRefusal(alone, { ...alone, isJoined: true })).toBe('joined-elsewhere');
    expect(joinRefusal(alone, { ...alone, leads: true })).toBe('joined-elsewhere');
  });

  it('cannot be joined once one of them was set right', () => {
    expect(joinRefusal({ ...alone, state: 'corrected' }, alone)).toBe('incident-corrected');
  });
});

describe('of the joined dossier', () => {
  const task = (code: string) => ({ taskId: code, code });
  const everything = new Set(['contact', 'first_care', 'police', 'response', 'footage', 'own']);
  const joined = { openTasks: [...everything].map(task), hasClock: true };

  it('what is done once goes on in the other, and the colleague keeps contact, care and the police', () => {
    expect(workThatStops(joined, { taskCodes: everything, hasClock: true })).toEqual({
      taskIds: ['response', 'footage'],
      stopsClock: true,
    });
  });

  it('nothing stops that the leading dossier does not have', () => {
    expect(workThatStops(joined, { taskCodes: new Set(['contact']), hasClock: true }).taskIds).toEqual([]);
  });

  it('the response stays where the leading dossier has no clock for it', () => {
    expect(workThatStops(joined, { taskCodes: everything, hasClock: false })).toEqual({
      taskIds: ['footage'],
      stopsClock: false,
    });
  });
});
