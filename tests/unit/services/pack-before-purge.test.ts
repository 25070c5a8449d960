import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findVerifiedPack, insertApplication } from '../../../db';
import { createEvidenceService } from '../../../main/services/evidence-service';
import { record } from '../../../main/services/service-context';
import { ownKey } from '../../support/evidence-pack';
import { openTestStore, temporaryFolder } from '../../support/store';

const sha256 = 'a'.repeat(64);

/** An audit with one ended run; `meanwhile` happens while the pack's documents are written. */
const exportAndVerify = async (meanwhile: (ended: () => void) => void) => {
  const { db } = openTestStore();
  const folder = temporaryFolder();
  const context = { db, actor: 'ada' };
  const applicationId = insertApplication(db, {
    auditName: 'Q2',
    name: 'Stark',
    ciId: 'CI1',
    startDate: null,
    endDate: null,
  });
  const ended = () => record(context, 'execution.succeeded', 'execution/1', { applicationId, ciId: 'CI1' });
  ended();
  const answers: Record<string, () => unknown> = {
    writePackDocuments: () => {
      meanwhile(ended);
      return { documents: [], redacted: [] };
    },
    exportPack: () => ({ fileName: 'pack.zip', files: 4, sha256 }),
  };
  const service = createEvidenceService(context, {
    dataFolder: folder,
    appVersion: '0.1.0',
    evidenceProcess: { request: async (name: string) => ({ ok: true, value: answers[name]?.() }) as never },
    dialogs: { savePath: async () => join(folder, 'pack.zip') },
    fileTokens: {} as never,
    signing: { signingKey: async () => ({ ok: true, value: ownKey }) } as never,
  });
  expect(await service.exportPack({ applicationId })).toMatchObject({ ok: true, value: { sha256 } });
  record(context, 'evidence.packVerified', `application/${applicationId}`, { applicationId, sha256, valid: true });
  return findVerifiedPack(db, applicationId);
};

describe('the pack that an audit may be purged after', () => {
  it('is one that was exported and verified since the last run', async () => {
    expect(await exportAndVerify(() => undefined)).toEqual({ fileName: 'pack.zip', sha256 });
  });

  it('is none that was being written while a run ended', async () => {
    expect(await exportAndVerify((ended) => ended())).toBeUndefined();
  });
});
