import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../preload/contract';
import { hostileFiles } from '../../question-files/hostile';
import { bigWorkbook, textRows, workbookOf } from '../../question-files/workbook';
import { withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value } from '../../support/program';

type Mapping = Input<'questions', 'import'>['mapping'];

const mapping: Mapping = { questionNumber: 'No.', process: 'Process', subProcess: 'Sub-process', question: 'Question' };
const header = ['No.', 'Process', 'Sub-process', 'Question'];
const first = [
  ['1.10', 'Access', 'Accounts', 'List all user accounts'],
  ['1.11', 'Access', 'Accounts', 'List privileged accounts'],
  ['1.11', 'Access', 'Roles', 'List roles'],
  ['', 'Change', '', 'Approved changes'],
];

describe('questions.readFile and questions.import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-question-files-'));
  let programs: BuiltPrograms;
  let program: TestProgram;
  let applicationId: number;

  beforeAll(async () => {
    programs = await buildTickmarkPrograms();
    program = startProgram({ programs, dataFolder: join(folder, 'data'), env: withoutBus().env });
  });
  beforeEach(async () => {
    const application = { auditName: 'Q2CA2025', name: 'Stark G4', ciId: 'CI1' };
    applicationId = (await value(program.bridge.applications.create(application))).id;
  });
  afterAll(async () => {
    await program?.close();
    programs?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const pick = async (fileName: string, bytes: Buffer) => {
    const path = join(folder, fileName);
    writeFileSync(path, bytes);
    return program.pick(path);
  };
  const pickRows = (rows: string[][], fileName = 'requests.xlsx') =>
    pick(fileName, workbookOf({ sheets: [{ name: 'Requests', rows: textRows([['Data request'], header, ...rows]) }] }));
  const importRows = async (rows: string[][], fileType: 'primary' | 'followup' = 'primary') =>
    program.bridge.questions.import({ applicationId, ...(await pickRows(rows)), sheet: 'Requests', mapping, fileType });
  const listed = async () =>
    (await value(program.bridge.questions.list({ applicationId }))).map((each) => [
      each.questionId,
      each.subProcess,
      each.question,
    ]);

  it('shows a file and takes its lines, with ids as the file says where they are unique', async () => {
    const { fileToken } = await pickRows(first);
    const shown = await value(program.bridge.questions.readFile({ fileToken }));
    expect(shown).toMatchObject({
      fileName: 'requests.xlsx',
      suggestedSheet: 'Requests',
      suggestedMapping: mapping,
      sheets: [
        {
          name: 'Requests',
          columns: header,
          headerRow: 2,
          rowCount: 4,
          sampleRows: first,
          sampleRowNumbers: [3, 4, 5, 6],
        },
      ],
    });
    const input = { applicationId, fileToken, sheet: 'Requests', headerRow: 2, mapping, fileType: 'primary' } as const;
    expect(await value(program.bridge.questions.import(input))).toEqual({
      imported: 4,
      updated: 0,
      updatedColumns: [],
      unchanged: 0,
      skipped: [],
    });
    expect(await listed()).toEqual([
      ['1.10', 'Accounts', 'List all user accounts'],
      ['1.11', 'Accounts', 'List privileged accounts'],
      ['1.11-primary-2', 'Roles', 'List roles'],
      ['Q1', '', 'Approved changes'],
    ]);
  });

  it('updates when the file comes again, and keeps what was chosen for a question', async () => {
    await importRows(first);
    const save = { questionId: '1.11', toolSuggestion: 'SQLite File', connectorId: null, query: 'select 1' };
    await value(program.bridge.analyses.save({ applicationId, items: [save] }));
    const again = first.with(1, ['1.11', 'Access', 'Privileges', 'List privileged accounts and who approved them']);
    const more = [...again, ['3.1', 'Change', '', 'Emergency changes']];
    expect(await value(importRows(more))).toEqual({
      imported: 1,
      updated: 1,
      updatedColumns: ['subProcess', 'question'],
      unchanged: 3,
      skipped: [],
    });
    expect(await listed()).toEqual([
      ['1.10', 'Accounts', 'List all user accounts'],
      ['1.11', 'Privileges', 'List privileged accounts and who approved them'],
      ['1.11-primary-2', 'Roles', 'List roles'],
      ['Q1', '', 'Approved changes'],
      ['3.1', '', 'Emergency changes'],
    ]);
    const analyses = await value(program.bridge.analyses.list({ applicationId }));
    expect(analyses.find(({ questionId }) => questionId === '1.11')).toMatchObject({
      toolSuggestion: 'SQLite File',
      query: 'select 1',
      subcategory: 'Privileges',
      originalQuestion: 'List privileged accounts and who approved them',
    });
    expect(await value(importRows(more))).toMatchObject({ imported: 0, updated: 0, unchanged: 5 });
  });

  it('keeps the questions of a follow-up file beside those of the primary one', async () => {
    await importRows(first.slice(0, 1));
    const followup = [['1.10', 'Access', 'Accounts', 'Why is account 7 still active?']];
    expect(await value(importRows(followup, 'followup'))).toMatchObject({ imported: 1 });
    expect(await value(importRows(followup, 'followup'))).toMatchObject({ imported: 0, unchanged: 1 });
    expect((await value(program.bridge.questions.list({ applicationId }))).map((each) => each.fileType)).toEqual([
      'primary',
      'followup',
    ]);
    expect((await listed()).map(([questionId]) => questionId)).toEqual(['1.10', '1.10-followup-2']);
  });

  it('writes down which file it was, what came of it and what was left out', async () => {
    const rows = [...first, ['2.1', 'Change', '', '']];
    expect(await value(importRows(rows))).toMatchObject({
      skipped: [{ row: 7, reason: 'There is no text in the question column.' }],
    });
    const [entry] = await value(program.bridge.auditLog.list({ applicationId, limit: 1 }));
    expect(entry).toMatchObject({
      action: 'questions.imported',
      details: {
        file: {
          name: 'requests.xlsx',
          sheet: 'Requests',
          headerRow: 2,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        added: [{ questionId: '1.10' }, {}, {}, {}],
        skipped: [{ row: 7 }],
      },
    });
  });

  it('imports nothing of a file that changed after it was shown', async () => {
    const { fileToken } = await pickRows(first);
    await value(program.bridge.questions.readFile({ fileToken }));
    await pickRows([...first, ['9', '', '', 'One more']]);
    const input = { applicationId, fileToken, sheet: 'Requests', mapping, fileType: 'primary' } as const;
    expect(await program.bridge.questions.import(input)).toMatchObject({ ok: false, error: { code: 'FILE_REJECTED' } });
    expect(await listed()).toEqual([]);
  });

  it('refuses a token it never gave, an application that is archived, a file that is gone and a folder', async () => {
    const unknown = await program.bridge.questions.readFile({ fileToken: '/etc/passwd' });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'TOKEN_EXPIRED' } });
    const { fileToken } = await program.pick(join(folder, 'nowhere.xlsx'));
    const gone = await program.bridge.questions.readFile({ fileToken });
    expect(gone).toMatchObject({ ok: false, error: { code: 'FILE_REJECTED' } });
    const aFolder = await program.bridge.questions.readFile(await program.pick(folder));
    expect(aFolder).toMatchObject({ ok: false, error: { code: 'FILE_REJECTED' } });
    const file = await pickRows(first);
    await value(program.bridge.applications.archive({ id: applicationId }));
    const input = { applicationId, ...file, sheet: 'Requests', mapping, fileType: 'primary' } as const;
    expect(await program.bridge.questions.import(input)).toMatchObject({ ok: false });
  });

  it.each(hostileFiles)(
    'answers $what with its reason, and reads the next file as if nothing had been',
    async (file) => {
      const answer = await program.bridge.questions.readFile(await pick(file.fileName, file.bytes()));
      const message = file.says && expect.stringMatching(file.says);
      expect(answer).toMatchObject(message ? { ok: false, error: { code: 'FILE_REJECTED', message } } : { ok: true });
      expect(await program.bridge.questions.readFile(await pickRows(first))).toMatchObject({ ok: true });
    },
  );

  it('says so when the process ends before it answered, as it does where memory is out', async () => {
    const reading = program.bridge.questions.readFile(await pick('big.xlsx', bigWorkbook(20_000)));
    const killing = setInterval(program.killProcesses, 5);
    const answer = await reading.finally(() => clearInterval(killing));
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'FILE_REJECTED', message: expect.stringContaining('memory') },
    });
  });

  it('reads and imports 2,000 questions', async () => {
    const file = await pick('two-thousand.xlsx', bigWorkbook(2_000));
    const input = { ...file, sheet: 'Requests', mapping, fileType: 'primary' } as const;
    const application = { auditName: 'Big', name: 'Everything', ciId: 'CI1' };
    const { id } = await value(program.bridge.applications.create(application));
    await value(program.bridge.questions.readFile(file));
    expect(await value(program.bridge.questions.import({ ...input, applicationId: id }))).toMatchObject({
      imported: 2_000,
    });
  });
});
