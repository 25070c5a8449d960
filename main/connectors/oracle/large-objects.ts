/** CLOB, NCLOB and BLOB: read piece by piece, up to a cap. */
import type { Lob } from 'oracledb';
import { hexText } from './cells';

/** Characters (UTF-16 units) of a CLOB. */
export const clobCap = 128 * 1024 * 1024;
/** Bytes of a BLOB, which take two characters each. */
export const blobCap = 64 * 1024 * 1024;

const pieceLength = 256 * 1024;

export interface LargeCell {
  text: string;
  /** Set when there was more than the cap allows. */
  cut: boolean;
}

/** The text of a large object; what is beyond the cap is left out, and the text says so. */
export const readLargeObject = async (
  lob: Lob,
  kind: 'text' | 'bytes',
  cap = kind === 'text' ? clobCap : blobCap,
): Promise<LargeCell> => {
  const { length } = lob;
  const pieces: (string | Buffer)[] = [];
  let read = 0;
  while (read < Math.min(cap, length)) {
    const piece = await lob.getData(read + 1, Math.min(pieceLength, cap - read));
    if (piece === null || piece.length === 0) break;
    pieces.push(piece);
    read += piece.length;
  }
  lob.destroy();
  const text = kind === 'text' ? pieces.join('') : hexText(Buffer.concat(pieces as Buffer[]));
  const cut = length > read;
  return { text: cut ? `${text} … [cut by Tickmark: ${read} of ${length}]` : text, cut };
};
