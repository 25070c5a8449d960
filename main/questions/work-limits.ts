/**
 * How much of a file is read. The limits are on work, not on time: a hostile file is refused after the same work on a busy
 * computer as on an idle one, and no honest file is refused because the computer was busy.
 */
export const limits = {
  fileBytes: 32 * 1024 * 1024,
  /** Of all parts of a workbook that are read, unpacked. */
  unpackedBytes: 64 * 1024 * 1024,
  zipEntries: 10_000,
  sheets: 100,
  rows: 25_000,
  /** Cells with text, of all sheets. */
  cells: 500_000,
  columns: 256,
  sharedStrings: 500_000,
  /** Cells that merged areas are looked through for. */
  mergedCells: 500_000,
} as const;
