import { damaged } from '../file-rejected';

export interface CellPlace {
  /** From 1, as a spreadsheet program shows it. */
  row: number;
  /** From 0. */
  column: number;
}

export interface CellArea {
  first: CellPlace;
  last: CellPlace;
}

const reference = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

const columnOf = (letters: string): number => {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

/** The place that a reference such as `B12` names. */
export const readPlace = (text: string): CellPlace => {
  const [, letters, digits] = reference.exec(text) ?? [];
  if (!letters || !digits) throw damaged('it names a cell that cannot be');
  return { row: Number(digits), column: columnOf(letters) };
};

/** The area that a reference such as `A2:A7` names; one cell is an area too. */
export const readArea = (text: string): CellArea => {
  const [first = '', last = first] = text.split(':');
  return { first: readPlace(first), last: readPlace(last) };
};
