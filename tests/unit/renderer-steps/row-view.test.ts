import { describe, expect, it } from 'vitest';
import {
  findColumn,
  isWhole,
  toggledSort,
  wholeView,
  withCondition,
  withoutCondition,
  withText,
} from '../../../renderer/features/looking/row-view';

describe('the sort of a view', () => {
  it('goes from ascending to descending to none', () => {
    const once = toggledSort([], 2, false);
    expect(once).toEqual([{ column: 2, direction: 'ascending' }]);
    const twice = toggledSort(once, 2, false);
    expect(twice).toEqual([{ column: 2, direction: 'descending' }]);
    expect(toggledSort(twice, 2, false)).toEqual([]);
  });

  it('is by one column, unless a further one is asked for', () => {
    const one = toggledSort([], 0, false);
    expect(toggledSort(one, 3, false)).toEqual([{ column: 3, direction: 'ascending' }]);
    const both = toggledSort(one, 3, true);
    expect(both.map(({ column }) => column)).toEqual([0, 3]);
    expect(toggledSort(both, 0, true)).toEqual([
      { column: 0, direction: 'descending' },
      { column: 3, direction: 'ascending' },
    ]);
  });
});

describe('the filter of a view', () => {
  it('grows and shrinks by conditions, and is whole without any', () => {
    const filtered = withCondition(withText(wholeView, 'x'), { column: 1, test: 'is-null' });
    expect(isWhole(filtered)).toBe(false);
    expect(isWhole(withText(withoutCondition(filtered, 0), ''))).toBe(true);
  });
});

describe('finding in a row', () => {
  it('starts at a column, takes upper and lower case alike, and passes over NULL', () => {
    const cells = ['Admin', null, 'the ADMIN', 'ΟΔΟΣ'];
    expect(findColumn(cells, 'admin', 0)).toBe(0);
    expect(findColumn(cells, 'admin', 1)).toBe(2);
    expect(findColumn(cells, 'admin', 3)).toBe(-1);
    expect(findColumn(cells, 'οδος', 0)).toBe(3);
  });
});
