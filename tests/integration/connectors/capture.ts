/** Runs a query through a driver into real evidence, as the execution process does. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectorAccess, ConnectorDriver, RunReport, SessionIdentity } from '../../../main/connectors/types';
import { createEvidenceWriter, type EvidenceWriter, type SealedEvidence } from '../../../main/evidence/evidence-writer';
import type { Result } from '../../../main/result';

export interface Capture {
  result: Result<RunReport>;
  /** The sealed file, empty where there is none. */
  csv: Buffer;
  sealed: SealedEvidence;
  session: SessionIdentity | undefined;
}

export interface CaptureOptions {
  limits?: { rows: number; bytes: number };
  signal?: AbortSignal;
  accept?: boolean;
  /** Called with the sink, before the run. */
  watch?: (writer: EvidenceWriter) => void;
}

const unlimited = { rows: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };
let captures = 0;

export const capture = async (
  driver: ConnectorDriver,
  access: ConnectorAccess,
  query: string,
  { limits = unlimited, signal = new AbortController().signal, accept = true, watch }: CaptureOptions = {},
): Promise<Capture> => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-capture-'));
  captures += 1;
  const name = `evidence-${captures}`;
  const created = await createEvidenceWriter({ folder, name, limits, signal });
  if (!created.ok) throw new Error(created.error.message);
  const writer = created.value;
  watch?.(writer);
  let session: SessionIdentity | undefined;
  const confirmIdentity = (met: SessionIdentity) => {
    session = met;
    return accept;
  };
  const result = await driver.run(access, query, writer, { signal, confirmIdentity });
  const sealed = await writer.seal();
  const csv = sealed.sha256 === null ? Buffer.alloc(0) : readFileSync(join(folder, `${name}.csv`));
  rmSync(folder, { recursive: true });
  return { result, csv, sealed, session };
};

/** The error of a result that must be one. */
export const errorOf = (result: Result<unknown>) => {
  if (result.ok) throw new Error('It went well although it should not have.');
  return result.error;
};

/** The value of a result that must have one. */
export const answerOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.reason ?? ''}: ${result.error.message}`);
  return result.value;
};
