import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { findAuditHash, findSigningKey, listAuditEntries, readHead, verifyAuditLog } from '../../db';
import type { Input, Value } from '../../preload/contract';
import { fileFailure } from '../evidence/evidence-file';
import { type CheckpointHead, headFingerprint, headText, type PackProblem } from '../evidence/verification';
import type { Dialogs } from '../files/dialogs';
import type { FileTokens } from '../files/file-tokens';
import { type Result, success } from '../result';
import type { EvidenceProcess } from './evidence-service';
import { record, type ServiceContext } from './service-context';
import type { SigningService } from './signing-service';

interface AuditServiceOptions {
  signing: SigningService;
  evidenceProcess: EvidenceProcess;
  fileTokens: FileTokens;
  dialogs: Pick<Dialogs, 'savePath'>;
}

type Head = Value<'auditLog', 'head'>;

export const createAuditService = (context: ServiceContext, options: AuditServiceOptions) => {
  const { db } = context;

  const list = async (filter: Input<'auditLog', 'list'>): Promise<Result<Value<'auditLog', 'list'>>> =>
    success(await listAuditEntries(db, filter ?? {}));

  const verify = async (): Promise<Result<Value<'auditLog', 'verify'>>> => success(await verifyAuditLog(db));

  /** The newest entry's number and hash, signed: what a log that is cut or rebuilt later no longer matches. */
  const head = async (): Promise<Result<Head>> => {
    const opened = await options.signing.signingKey();
    if (!opened.ok) return opened;
    const { keyId, publicKey, sign } = opened.value;
    const { seq: entries, hash } = readHead(db);
    const signedAt = new Date().toISOString();
    return success({
      entries,
      hash,
      fingerprint: headFingerprint({ entries, hash }, publicKey),
      signature: sign(headText({ entries, hash, signedAt })).toString('base64'),
      signedAt,
      keyId,
      publicKey,
    });
  };

  /** Signs the head and saves it to a file that the client keeps; null when the person cancels. */
  const saveCheckpoint = async (): Promise<Result<Value<'auditLog', 'saveCheckpoint'>>> => {
    const signed = await head();
    if (!signed.ok) return signed;
    const { entries, fingerprint } = signed.value;
    const target = await options.dialogs.savePath(`Tickmark checkpoint ${entries}.json`, 'Save the checkpoint');
    if (target === null) return success(null);
    const checkpoint = { format: 'tickmark-checkpoint', schemaVersion: 1, ...signed.value };
    try {
      await writeFile(target, `${JSON.stringify(checkpoint, null, 2)}\n`, { flush: true });
    } catch (error) {
      return fileFailure(error, target);
    }
    record(context, 'auditLog.checkpointSaved', 'audit-log', { fileName: basename(target), entries, fingerprint });
    return success({ fileName: basename(target) });
  };

  /** Whether all that the log held at a checkpoint, a file or a pack, is still there as it was. */
  const checkCheckpoint = async ({
    fileToken,
  }: Input<'auditLog', 'checkCheckpoint'>): Promise<Result<Value<'auditLog', 'checkCheckpoint'>>> => {
    const path = options.fileTokens.resolve(fileToken);
    if (!path.ok) return path;
    const read = await options.evidenceProcess.request('readCheckpoint', { file: path.value });
    if (!read.ok) return read;
    const { head: found, problems } = read.value;
    if (!found) return success({ valid: false, problems, head: null, entriesSince: 0 });
    const all = [...problems, ...whoseProblems(found), ...(await logProblems(found))];
    const { entries, hash, fingerprint, signedAt, keyId } = found;
    return success({
      valid: all.length === 0,
      problems: all,
      head: { entries, hash, fingerprint, signedAt, keyId },
      entriesSince: Math.max(0, readHead(db).seq - entries),
    });
  };

  const whoseProblems = ({ keyId, publicKey }: CheckpointHead): PackProblem[] => {
    if (findSigningKey(db, keyId)?.publicKey === publicKey) return [];
    const message = `It is signed with the key ${keyId}, which never signed for this store: it is of another log, or somebody else made it.`;
    return [{ where: 'the checkpoint', message }];
  };

  const logProblems = async ({ entries, hash }: CheckpointHead): Promise<PackProblem[]> => {
    const last = readHead(db).seq;
    if (last < entries) {
      const message = `It was cut short: the checkpoint states ${entries} entries, ${last} are there.`;
      return [{ where: 'the audit log', message }];
    }
    const verdict = await verifyAuditLog(db, entries);
    const firstBad = verdict.firstBadSeq !== undefined && verdict.firstBadSeq <= entries ? verdict.firstBadSeq : null;
    if (firstBad !== null) {
      const message = 'It was changed: this entry does not follow from the one before it.';
      return [{ where: `the audit log, entry ${firstBad}`, message }];
    }
    if (findAuditHash(db, entries) === hash) return [];
    const message = `It was rewritten: up to entry ${entries} it is not the log that the checkpoint was taken of.`;
    return [{ where: 'the audit log', message }];
  };

  return { list, verify, head, saveCheckpoint, checkCheckpoint };
};
