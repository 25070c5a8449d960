/** How the processes that touch evidence learn its key: as their first message, never by environment or arguments. */
import type { Port, StartProcess } from '../processes/port';
import { setEvidenceKey } from './evidence-file';

export interface EvidenceKey {
  key: Buffer;
  /** False while the data folder is on its way back to clear: old files are still read, new ones are in clear. */
  encryptNew: boolean;
}

type KeyMessage = { kind: 'evidence-key'; key: string; encryptNew: boolean };

/** Starts processes as before, and hands each the key before anything else. */
export const givingEvidenceKey = (start: StartProcess, evidenceKey: EvidenceKey | undefined): StartProcess => {
  if (!evidenceKey) return start;
  const { key, encryptNew } = evidenceKey;
  return (program) => {
    const child = start(program);
    child.post({ kind: 'evidence-key', key: key.toString('base64'), encryptNew } satisfies KeyMessage);
    return child;
  };
};

/** The child's side. */
export const receiveEvidenceKey = (port: Port): void =>
  port.onMessage((raw) => {
    const message = raw as KeyMessage;
    if (message.kind === 'evidence-key') setEvidenceKey(Buffer.from(message.key, 'base64'), message.encryptNew);
  });
