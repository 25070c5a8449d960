/** The columns of two pieces of evidence beside each other, by their names. */

export interface ComparedColumn {
  name: string;
  /** Position in each evidence; null where it has no such column. */
  left: number | null;
  right: number | null;
}

interface CommonColumn {
  name: string;
  left: number;
  right: number;
}

export interface AlignedColumns {
  /** The common columns in the left one's order, then those of the left only, then those of the right only. */
  columns: ComparedColumn[];
  common: CommonColumn[];
  /** The common columns that tell a row from the others. */
  key: CommonColumn[];
}

/**
 * Aligns columns by name; where a name repeats, the first with the first, the second with the second. A text says why the
 * two can't be compared by that key.
 */
export const alignColumns = (
  left: readonly string[],
  right: readonly string[],
  key: readonly string[],
): AlignedColumns | string => {
  const rightByName = new Map<string, number[]>();
  for (const [position, name] of right.entries()) rightByName.set(name, [...(rightByName.get(name) ?? []), position]);
  const columns = left.map((name, position) => ({
    name,
    left: position,
    right: rightByName.get(name)?.shift() ?? null,
  }));
  const common = columns.filter((column): column is CommonColumn => column.right !== null);
  if (common.length === 0) return 'The two have no column of the same name.';
  const missing = key.find((name) => !common.some((column) => column.name === name));
  if (missing !== undefined) return `There is no column “${missing}” on both sides.`;
  const onlyRight = [...rightByName].flatMap(([name, positions]) =>
    positions.map((position) => ({ name, left: null, right: position })),
  );
  return {
    columns: [
      ...common,
      ...columns.filter((column) => column.right === null),
      ...onlyRight.sort((a, b) => a.right - b.right),
    ],
    common,
    key: key.length === 0 ? common : common.filter(({ name }) => key.includes(name)),
  };
};
