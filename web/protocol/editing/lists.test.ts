import { describe, expect, it } from 'vitest';
import { moved, newCode, removed, replaced } from './lists.ts';

const list = ['call', 'camera', 'police'];

describe('a list that is changed', () => {
  it('moves one up or down', () => {
    expect(moved(list, 2, -1)).toEqual(['call', 'police', 'camera']);
    expect(moved(list, 0, 1)).toEqual(['camera', 'call', 'police']);
  });

  it('keeps what stands at the edge', () => {
    expect(moved(list, 0, -1)).toEqual(list);
    expect(moved(list, 2, 1)).toEqual(list);
  });

  it('leaves the list of before as it was', () => {
    expect(removed(list, 1)).toEqual(['call', 'police']);
    expect(replaced(list, 1, 'door')).toEqual(['call', 'door', 'police']);
    expect(list).toEqual(['call', 'camera', 'police']);
  });
});

describe('a new code', () => {
  it('fits the contract, whatever chance says', () => {
    for (let time = 0; time < 50; time++) expect(newCode()).toMatch(/^[a-z][a-z0-9_]{1,39}$/);
  });
});
