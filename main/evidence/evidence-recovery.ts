import { type Result, success } from '../result';
import {
  answering,
  cutText,
  DamagedEvidence,
  type EvidencePaths,
  evidencePaths,
  exists,
  hashFile,
  readBytes,
  readBytesUntilTorn,
  removeFile,
  sealPartial,
  settleSealed,
} from './evidence-file';
import { saveIndex } from './evidence-index';
import { type EvidenceScan, scanEvidence } from './evidence-scan';

export interface RecoveredEvidence {
  /** Lower-case hex; null where nothing was kept. */
  sha256: string | null;
  bytes: number;
  rowCount: number;
  /** Names of the header line. */
  columns: string[];
}

const nothingKept: RecoveredEvidence = { sha256: null, bytes: 0, rowCount: 0, columns: [] };

/**
 * Seals what a crash left of `<name>.csv`: a torn last record is cut off, rows are counted, the file is hashed.
 * Where not even a header was kept, the answer is empty and no file remains. Fails with `DISK_FULL`, `INTERNAL`
 * or, for a file that had its final name already and is malformed, `EVIDENCE_DAMAGED`.
 */
export const recoverEvidence = async (folder: string, name: string): Promise<Result<RecoveredEvidence>> => {
  const paths = evidencePaths(folder, name);
  return answering(paths.sealed, async () => {
    if (await exists(paths.partial)) return success(await recoverPartial(paths));
    if (await exists(paths.sealed)) return success(await finishSealing(paths));
    return success(nothingKept);
  });
};

const recoverPartial = async (paths: EvidencePaths): Promise<RecoveredEvidence> => {
  const scan = await scanEvidence(untilHole(readBytesUntilTorn(paths.partial)));
  if (!scan) {
    await removeFile(paths.partial);
    return nothingKept;
  }
  await cutText(paths.partial, scan.index.bytes);
  const sha256 = await hashFile(paths.partial);
  await saveIndex(paths.sealed, scan.index);
  await sealPartial(paths);
  return recovered(scan, sha256);
};

/** The crash came between the final name and the answer. The file was whole on disk by then. */
const finishSealing = async (paths: EvidencePaths): Promise<RecoveredEvidence> => {
  const scan = await scanEvidence(readBytes(paths.sealed));
  if (!scan?.whole) throw new DamagedEvidence(`The evidence file ${paths.sealed} is not a whole CSV.`);
  const sha256 = await hashFile(paths.sealed);
  await saveIndex(paths.sealed, scan.index);
  await settleSealed(paths.sealed);
  return recovered(scan, sha256);
};

const recovered = ({ columns, index }: EvidenceScan, sha256: string): RecoveredEvidence => ({
  sha256,
  bytes: index.bytes,
  rowCount: index.rowCount,
  columns,
});

const unwrittenBlock = Buffer.alloc(4096);

/** After a power cut a file system may give back blocks that were never written, as zeros: what follows is no proof. */
async function* untilHole(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const hole = findHole(chunk);
    yield chunk.subarray(0, hole);
    if (hole < chunk.length) return;
  }
}

const findHole = (chunk: Buffer): number => {
  for (let start = 0; start + unwrittenBlock.length <= chunk.length; start += unwrittenBlock.length) {
    if (unwrittenBlock.equals(chunk.subarray(start, start + unwrittenBlock.length))) return start;
  }
  return chunk.length;
};
