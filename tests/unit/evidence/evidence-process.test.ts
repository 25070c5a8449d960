import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceOperations } from '../../../main/evidence/evidence-process';
import { createRestartingProcess, type RestartingProcess } from '../../../main/processes/restarting-process';
import { verifyPack } from '../../../scripts/verify-pack.mjs';
import { type BuiltPrograms, buildPrograms, createNodeProcesses } from '../../support/node-process';
import { packInput } from './pack-support';
import { expectSuccess, randomRows, temporaryFolder, writeEvidence } from './support';

let programs: BuiltPrograms;
let evidence: RestartingProcess<EvidenceOperations>;

beforeAll(async () => {
  programs = await buildPrograms('main/evidence/evidence-process.ts');
  evidence = createRestartingProcess(createNodeProcesses(programs.folder).startProcess, 'evidence-process');
});

afterAll(() => {
  evidence.stop();
  programs.remove();
});

describe('the evidence process', () => {
  it('reads pages and verifies hashes', async () => {
    const rows = randomRows(12, 300, 4);
    const { file, sealed } = await writeEvidence(temporaryFolder(), rows);
    const page = expectSuccess(await evidence.request('readRows', { file, offset: 100, limit: 7 }));
    expect(page).toMatchObject({ rows: rows.slice(100, 107), total: 300 });
    expect(await evidence.request('verify', { file, sha256: sealed.sha256 ?? '' })).toMatchObject({ ok: true });
    expect(await evidence.request('verify', { file, sha256: '0'.repeat(64) })).toMatchObject({
      ok: false,
      error: { code: 'EVIDENCE_DAMAGED' },
    });
  });

  it('recovers what a crash left', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '5.csv.partial'), 'a,b\n1,2\n3,');
    const recovered = expectSuccess(await evidence.request('recover', { folder, name: '5' }));
    expect(recovered).toMatchObject({ rowCount: 1, bytes: 8, columns: ['a', 'b'] });
  });

  it('exports a pack from texts and from a file that main wrote, and tells how far it is', async () => {
    const folder = temporaryFolder();
    const { target, evidence: files, documents, modifiedAt } = await packInput(folder);
    const log = documents.find(({ name }) => name === 'audit-log.ndjson');
    const logFile = join(folder, 'log');
    writeFileSync(logFile, log?.content ?? '');
    const notices: unknown[] = [];
    const input = {
      target,
      evidence: files,
      documents: documents.map((document) => (document === log ? { name: log.name, file: logFile } : document)),
      modifiedAt: modifiedAt.toISOString(),
    };
    const onNotice = (notice: unknown) => notices.push(notice);
    expect(await evidence.request('exportPack', input, { onNotice })).toMatchObject({ ok: true, value: { files: 10 } });
    expect((await verifyPack(readFileSync(target))).problems).toEqual([]);
    expect(notices.length).toBeGreaterThan(0);

    rmSync(logFile);
    expect(await evidence.request('exportPack', input)).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL', message: expect.stringContaining(logFile) },
    });
  });
});
