import { onTestFinished } from 'vitest';
import { type Database, readFact, readStoreId, writeFact } from '../../../db';
import { readCheckpoint } from '../../../main/evidence/verification';
import { createFileTokens } from '../../../main/files/file-tokens';
import { createKeychain } from '../../../main/keychain/keychain';
import { type Result, success } from '../../../main/result';
import { createAuditService } from '../../../main/services/audit-service';
import type { EvidenceProcess } from '../../../main/services/evidence-service';
import { createSigningService } from '../../../main/services/signing-service';
import { createScriptedKeychain, type ScriptedKeychain } from '../keychain/scripted-keychain';

export const succeed = async <Value>(answer: Promise<Result<Value>>): Promise<Value> => {
  const result = await answer;
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
};

/** A store's signing and audit services over a scripted keychain, which several stores may share. */
export const openServices = (db: Database, scripted: ScriptedKeychain = createScriptedKeychain()) => {
  const storeId = readStoreId(db);
  const keychain = createKeychain({
    startProcess: scripted.startProcess,
    service: 'Tickmark test',
    storeId,
    sentinel: {
      written: () => readFact(db, 'sentinel') !== undefined,
      markWritten: () => writeFact(db, 'sentinel', 'yes'),
    },
    deadlineMs: 1_000,
    platform: 'linux',
  });
  onTestFinished(() => keychain.stop());
  const context = { db, actor: 'ada' };
  const signing = createSigningService(context, keychain, storeId);
  const fileTokens = createFileTokens();
  const chooses: { savePath: string | null } = { savePath: null };
  // The evidence process's own operation, in this process: reading one small file.
  const evidenceProcess = {
    request: async (_: string, { file }: { file: string }) => success(await readCheckpoint(file)),
  } as unknown as EvidenceProcess;
  const auditLog = createAuditService(context, {
    signing,
    evidenceProcess,
    fileTokens,
    dialogs: { savePath: async () => chooses.savePath },
  });
  const check = (path: string) => succeed(auditLog.checkCheckpoint({ fileToken: fileTokens.issue(path) }));
  return { scripted, keychain, storeId, signing, auditLog, chooses, check };
};
