import { createRecordScanner, parseHeader } from './evidence-format';
import { createIndexBuilder, type EvidenceIndex, findMark, type IndexBuilder } from './evidence-index';

export interface EvidenceScan {
  /** Names of the header line. */
  columns: string[];
  /** What stands in whole, well-formed records from the start on; `index.bytes` is where the last of them ends. */
  index: EvidenceIndex;
  /** False where bytes follow that are no whole record, or not one of the header's width. */
  whole: boolean;
}

/** Reads evidence from its first byte and finds its whole records; undefined where not even the header is whole. */
export const scanEvidence = async (chunks: AsyncIterable<Buffer>): Promise<EvidenceScan | undefined> => {
  const header: Buffer[] = [];
  let width = 0;
  let rowCount = 0;
  let end = 0;
  let index: IndexBuilder | undefined;
  const scanner = createRecordScanner((recordEnd, cells) => {
    if (!index) {
      width = cells;
      index = createIndexBuilder(recordEnd);
    } else {
      if (cells !== width) return false;
      index.add(rowCount, end);
      rowCount += 1;
    }
    end = recordEnd;
    return true;
  });

  let scanned = 0;
  let wellFormed = true;
  for await (const chunk of chunks) {
    if (!index) header.push(chunk);
    wellFormed = scanner.push(chunk);
    scanned += chunk.length;
    if (!wellFormed) break;
  }
  if (!index) return undefined;
  const found = index.finish(rowCount, end);
  const headerEnd = findMark(found, 0).offset;
  return {
    columns: parseHeader(Buffer.concat(header).subarray(0, headerEnd - 1)),
    index: found,
    whole: wellFormed && end === scanned,
  };
};
