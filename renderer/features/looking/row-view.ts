/** Which rows of evidence are shown, and in which order. */
import type { RowCondition, RowFilter, RowSort } from '../../../preload/contract';

export interface RowView {
  sort: readonly RowSort[];
  filter: Required<RowFilter>;
}

/** All rows, as they are in the evidence. */
export const wholeView: RowView = { sort: [], filter: { text: '', conditions: [] } };

export const isWhole = ({ sort, filter }: RowView): boolean =>
  sort.length === 0 && filter.text === '' && filter.conditions.length === 0;

/**
 * The sort after a column was chosen once more: ascending, descending, not at all. As a further column it is sorted by
 * after those before it; else it is the only one.
 */
export const toggledSort = (sort: readonly RowSort[], column: number, further: boolean): RowSort[] => {
  const current = sort.find((each) => each.column === column);
  const others = further ? sort.filter((each) => each.column !== column) : [];
  if (!current) return [...others, { column, direction: 'ascending' }];
  if (current.direction === 'descending') return [...others];
  const descending: RowSort = { column, direction: 'descending' };
  return further ? sort.map((each) => (each.column === column ? descending : each)) : [descending];
};

export const withText = (view: RowView, text: string): RowView => ({ ...view, filter: { ...view.filter, text } });

export const withCondition = (view: RowView, condition: RowCondition): RowView => ({
  ...view,
  filter: { ...view.filter, conditions: [...view.filter.conditions, condition] },
});

export const withoutCondition = (view: RowView, position: number): RowView => ({
  ...view,
  filter: { ...view.filter, conditions: view.filter.conditions.filter((_, other) => other !== position) },
});

/** Upper and lower case alike, as main finds it. */
export const fold = (text: string): string => text.toLowerCase().replaceAll('ς', 'σ');

/** The first column from `from` on whose cell holds the text; -1 where there is none. */
export const findColumn = (cells: readonly (string | null)[], text: string, from: number): number => {
  const sought = fold(text);
  return cells.findIndex((cell, column) => column >= from && cell !== null && fold(cell).includes(sought));
};

/** Items with their positions, which tell columns of the same name apart. */
export const numbered = <Item>(items: readonly Item[]): { item: Item; position: number }[] =>
  items.map((item, position) => ({ item, position }));
