import { describe, expect, it } from 'vitest';
import { noRows, tickState, toggleAll, toggleRow } from '../../../renderer/components/row-choice';

const order = ['a', 'b', 'c', 'd', 'e'];
const chosen = (...keys: string[]) => ({ chosen: new Set(keys), anchor: null });

describe('toggleRow', () => {
  it('ticks and unticks one row', () => {
    const ticked = toggleRow(noRows, order, 'b', false);
    expect([...ticked.chosen]).toEqual(['b']);
    expect([...toggleRow(ticked, order, 'b', false).chosen]).toEqual([]);
  });

  it('ticks a range with Shift in both directions', () => {
    const first = toggleRow(noRows, order, 'd', false);
    expect([...toggleRow(first, order, 'b', true).chosen].sort()).toEqual(['b', 'c', 'd']);
    const other = toggleRow(noRows, order, 'b', false);
    expect([...toggleRow(other, order, 'd', true).chosen].sort()).toEqual(['b', 'c', 'd']);
  });

  it('unticks a range when the row reached was ticked', () => {
    const choice = { chosen: new Set(order), anchor: 'b' };
    expect([...toggleRow(choice, order, 'd', true).chosen].sort()).toEqual(['a', 'e']);
  });

  it('takes the row alone when the anchor is not shown any more', () => {
    const choice = { chosen: new Set(['x']), anchor: 'x' };
    expect([...toggleRow(choice, order, 'c', true).chosen].sort()).toEqual(['c', 'x']);
  });
});

describe('toggleAll', () => {
  it('ticks what is shown and keeps what is not', () => {
    expect([...toggleAll(chosen('x', 'a'), order).chosen].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'x']);
  });

  it('unticks what is shown when all of it was ticked', () => {
    expect([...toggleAll(chosen('x', ...order), order).chosen]).toEqual(['x']);
  });
});

describe('tickState', () => {
  it('tells none, some and all of the shown rows apart', () => {
    expect(tickState(new Set(['x']), order)).toBe('none');
    expect(tickState(new Set(['a']), order)).toBe('some');
    expect(tickState(new Set(order), order)).toBe('all');
    expect(tickState(new Set(), [])).toBe('none');
  });
});
