import { describe, expect, it } from 'vitest';
import { all, nothing, press, stillThere } from './chosen.ts';

const list = ['a', 'b', 'c', 'd', 'e'];
const on = (id: string, withShift = false) => ({ id, isOn: true, withShift });

describe('choosing several of a list', () => {
  it('takes one at a time', () => {
    const chosen = press(press(nothing, list, on('b')), list, on('d'));
    expect(stillThere(chosen, list)).toEqual(['b', 'd']);
    expect(stillThere(press(chosen, list, { id: 'b', isOn: false, withShift: false }), list)).toEqual(['d']);
  });

  it('takes everything in between with Shift, in both directions', () => {
    expect(stillThere(press(press(nothing, list, on('b')), list, on('d', true)), list)).toEqual(['b', 'c', 'd']);
    expect(stillThere(press(press(nothing, list, on('d')), list, on('b', true)), list)).toEqual(['b', 'c', 'd']);
  });

  it('leaves out everything in between as well', () => {
    const chosen = press(all(list, 100), list, { id: 'b', isOn: false, withShift: false });
    expect(stillThere(press(chosen, list, { id: 'd', isOn: false, withShift: true }), list)).toEqual(['a', 'e']);
  });

  it('with Shift takes only this one when there was no first, or the first has gone', () => {
    expect(stillThere(press(nothing, list, on('c', true)), list)).toEqual(['c']);
    expect(stillThere(press({ ids: new Set(), anchor: 'gone' }, list, on('c', true)), list)).toEqual(['c']);
  });

  it('takes no more than go in one time, and forgets what left the list', () => {
    expect(stillThere(all(list, 3), list)).toEqual(['a', 'b', 'c']);
    expect(stillThere(all(list, 100), ['b', 'z'])).toEqual(['b']);
  });
});
