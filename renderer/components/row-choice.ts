/** Rows ticked in a list: one by one, or from the last one ticked to this one with Shift. */
export interface RowChoice<Key> {
  chosen: ReadonlySet<Key>;
  /** The row that the next range starts from. */
  anchor: Key | null;
}

export const noRows = { chosen: new Set<never>(), anchor: null };

const between = <Key>(order: readonly Key[], first: Key, last: Key): readonly Key[] => {
  const start = order.indexOf(first);
  const end = order.indexOf(last);
  if (start === -1 || end === -1) return [last];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
};

/** Ticks or unticks a row; as a range, every row up to the anchor becomes what this one becomes. */
export const toggleRow = <Key>(
  choice: RowChoice<Key>,
  order: readonly Key[],
  key: Key,
  asRange: boolean,
): RowChoice<Key> => {
  const ticked = !choice.chosen.has(key);
  const keys = asRange && choice.anchor !== null ? between(order, choice.anchor, key) : [key];
  const chosen = new Set(choice.chosen);
  for (const each of keys) {
    if (ticked) chosen.add(each);
    else chosen.delete(each);
  }
  return { chosen, anchor: key };
};

/** Ticks all shown rows, or unticks them when all of them are ticked already; rows not shown stay as they are. */
export const toggleAll = <Key>(choice: RowChoice<Key>, order: readonly Key[]): RowChoice<Key> => {
  const chosen = new Set(choice.chosen);
  const allTicked = order.length > 0 && order.every((key) => chosen.has(key));
  for (const key of order) {
    if (allTicked) chosen.delete(key);
    else chosen.add(key);
  }
  return { chosen, anchor: null };
};

/** How many of the shown rows are ticked, for the tick box of the header. */
export const tickState = <Key>(chosen: ReadonlySet<Key>, order: readonly Key[]): 'none' | 'some' | 'all' => {
  if (chosen.size === 0) return 'none';
  let count = 0;
  for (const key of order) if (chosen.has(key)) count += 1;
  if (count === 0) return 'none';
  return count === order.length ? 'all' : 'some';
};
