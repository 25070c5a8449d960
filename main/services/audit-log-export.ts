import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AuditEntry, canonicalJson, type Database, listAuditEntriesAfter, readHead } from '../../db';

const entriesAtOnce = 500;

/** One client's entries are shown whole; of all others only what the chain needs. */
const lineFor = (ciId: string, entry: AuditEntry): string => {
  const { entryHash: entry_hash, prevHash: prev_hash, ...rest } = entry;
  const shown = rest.details.ciId === ciId ? { ...rest, entry_hash, prev_hash } : { seq: rest.seq, entry_hash };
  return `${canonicalJson(shown)}\n`;
};

const writeEntries = async (file: FileHandle, db: Database, ciId: string, lastSeq: number): Promise<void> => {
  let seq = 0;
  while (seq < lastSeq) {
    const entries = listAuditEntriesAfter(db, seq, entriesAtOnce).filter((entry) => entry.seq <= lastSeq);
    await file.write(entries.map((entry) => lineFor(ciId, entry)).join(''));
    seq = entries.at(-1)?.seq ?? lastSeq;
    // A long log is read in turns, so that nothing else has to wait for it.
    await nextTurn();
  }
};

/** Writes the log, one entry a line, as the client with that CI may see it; answers the head it ends with. */
export const exportAuditLog = async (
  db: Database,
  ciId: string,
  target: string,
): Promise<{ entries: number; hash: string }> => {
  const head = readHead(db);
  const file = await open(target, 'wx');
  try {
    await writeEntries(file, db, ciId, head.seq);
  } finally {
    await file.close();
  }
  return { entries: head.seq, hash: head.hash };
};
