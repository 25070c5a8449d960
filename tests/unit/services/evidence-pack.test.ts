import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findExecution,
  findVerifiedPack,
  insertApplication,
  insertExecution,
  insertQuestions,
  updateExecution,
  updateQuestions,
} from '../../../db';
import type { ExportPackInput } from '../../../main/evidence/evidence-process';
import type { PackDocumentsInput } from '../../../main/evidence/pack-documents';
import { createEvidenceService } from '../../../main/services/evidence-service';
import { record } from '../../../main/services/service-context';
import { ownKey } from '../../support/evidence-pack';
import { openTestStore, temporaryFolder } from '../../support/store';

const sha256 = 'a'.repeat(64);
const asked = {
  questionId: '1.10',
  fileType: 'primary' as const,
  questionNumber: '1.10',
  process: 'Access',
  subProcess: '',
  question: 'List all accounts',
};

/** An audit with one question, and runs of it that end when they are told to. */
const openAudit = () => {
  const { db } = openTestStore();
  const context = { db, actor: 'ada' };
  const application = { auditName: 'Q2', name: 'Stark', ciId: 'CI1', startDate: null, endDate: null };
  const applicationId = insertApplication(db, application);
  insertQuestions(db, applicationId, [asked]);
  const run = ({ questionNumber, question } = { questionNumber: asked.questionNumber, question: asked.question }) => {
    const id = insertExecution(db, {
      ...{ applicationId, questionId: asked.questionId, questionNumber, question, query: 'select 1', guard: {} },
      ...{ toolType: 'SQLite File', connectorId: null, connectorName: 'Production', environment: 'production' },
      ...{ connectorFingerprint: 'f', evidenceName: `${question} ${Math.random()}`, target: null },
      ...{ preflightHash: 'p', expectedFingerprint: null },
    });
    const execution = findExecution(db, id);
    if (execution) updateExecution(db, { ...execution, status: 'succeeded', complete: true, sha256 });
    record(context, 'execution.succeeded', `execution/${id}`, { applicationId, ciId: 'CI1' });
  };
  return { db, context, applicationId, run };
};

type Audit = ReturnType<typeof openAudit>;

/** Exports the audit's pack; `meanwhile` happens while its documents are written. Answers what was put into it. */
const exportPack = async ({ context, applicationId }: Audit, meanwhile = () => {}) => {
  const folder = temporaryFolder();
  const put: { documents?: PackDocumentsInput; pack?: ExportPackInput } = {};
  const answers: Record<string, (input: never) => unknown> = {
    writePackDocuments: (documents: PackDocumentsInput) => {
      put.documents = documents;
      meanwhile();
      return { documents: [], redacted: [] };
    },
    exportPack: (pack: ExportPackInput) => {
      put.pack = pack;
      return { fileName: 'pack.zip', files: 4, sha256 };
    },
  };
  const service = createEvidenceService(context, {
    dataFolder: folder,
    appVersion: '0.1.0',
    evidenceProcess: {
      request: async (name: string, input: unknown) => ({ ok: true, value: answers[name]?.(input as never) }) as never,
    },
    dialogs: { savePath: async () => join(folder, 'pack.zip') },
    fileTokens: { issue: (path: string) => `token of ${path}` } as never,
    signing: { signingKey: async () => ({ ok: true, value: ownKey }) } as never,
  });
  expect(await service.exportPack({ applicationId })).toEqual({
    ok: true,
    value: {
      fileName: 'pack.zip',
      files: 4,
      sha256,
      displayPath: join(folder, 'pack.zip'),
      fileToken: `token of ${join(folder, 'pack.zip')}`,
      fingerprint: put.documents?.facts.auditLog.fingerprint,
    },
  });
  const [manifest] = put.pack?.documents ?? [];
  return {
    executions: put.documents?.facts.executions,
    manifest: JSON.parse(manifest && 'content' in manifest ? String(manifest.content) : ''),
    names: put.pack?.evidence.map(({ name }) => name),
  };
};

describe('the pack that an audit may be purged after', () => {
  const purgeable = async (audit: Audit, meanwhile?: () => void) => {
    await exportPack(audit, meanwhile);
    const { context, applicationId } = audit;
    record(context, 'evidence.packVerified', `application/${applicationId}`, { applicationId, sha256, valid: true });
    return findVerifiedPack(audit.db, applicationId);
  };

  it('is one that was exported and verified since the last run', async () => {
    const audit = openAudit();
    audit.run();
    expect(await purgeable(audit)).toEqual({ fileName: 'pack.zip', sha256 });
  });

  it('is none that was being written while a run ended', async () => {
    const audit = openAudit();
    audit.run();
    expect(await purgeable(audit, audit.run)).toBeUndefined();
  });
});

describe('a question that was changed after its run', () => {
  const since = { ...asked, questionNumber: '1.11', question: 'State the password policy' };

  it('stands in the pack as it was asked, with what it reads since', async () => {
    const audit = openAudit();
    audit.run();
    updateQuestions(audit.db, audit.applicationId, [since]);
    const { manifest, names } = await exportPack(audit);
    expect(manifest.executions[0]).toMatchObject({
      question: {
        questionId: '1.10',
        questionNumber: '1.10',
        text: 'List all accounts',
        changedSince: { questionNumber: '1.11', text: 'State the password policy' },
      },
      evidence: { file: `evidence/${names?.[0]}` },
    });
    expect(names).toEqual(['1_1.10_Production.csv']);
  });

  it('reads as today where history that was taken over does not tell what was asked', async () => {
    const audit = openAudit();
    audit.run({ questionNumber: '7', question: '' });
    expect((await exportPack(audit)).manifest.executions[0].question).toMatchObject({
      questionNumber: '1.10',
      text: 'List all accounts',
      changedSince: null,
    });
  });
});
