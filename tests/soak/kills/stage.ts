import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Execution } from '../../../preload/contract';
import { startProgram, type TestProgram, value, whenEnded } from '../../support/test-program';

/** Rows of the two questions' whole results. */
export const wholeRows = { big: 300_000, small: 50 } as const;
export type QuestionSize = keyof typeof wholeRows;

export interface Stage {
  dataFolder: string;
  packFolder: string;
  applicationId: number;
  questionIds: Record<QuestionSize, string>;
  /** One whole run of the big question, from before any kill. */
  firstRun: Execution;
  remove(): void;
}

const createSystem = (path: string): void => {
  const db = new SqliteDatabase(path);
  db.exec(`
    CREATE TABLE accounts (id INTEGER PRIMARY KEY, name TEXT, note TEXT);
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${wholeRows.big})
    INSERT INTO accounts SELECT n, 'account ' || n, 'said "no, thanks" in line ' || n FROM numbers;
  `);
  db.close();
};

const addQuestions = async (program: TestProgram, applicationId: number, connectorId: number) => {
  const queries = Object.entries(wholeRows).map(([size, rows]) => ({
    size,
    query: `select id, name, note from accounts where id <= ${rows} order by id`,
  }));
  const questions = await value(
    program.bridge.questions.add({
      applicationId,
      items: queries.map(({ size }, position) => ({
        questionNumber: String(position + 1),
        question: `The ${size} list.`,
      })),
    }),
  );
  const idOf = (wanted: string) =>
    questions.find(({ question }) => question === `The ${wanted} list.`)?.questionId ?? '';
  await value(
    program.bridge.analyses.save({
      applicationId,
      items: queries.map(({ size, query }) => ({
        questionId: idOf(size),
        toolSuggestion: 'SQLite File',
        connectorId,
        query,
      })),
    }),
  );
  return { big: idOf('big'), small: idOf('small') };
};

/** An audit with one system and two questions, of which one has been run. */
export const buildStage = async (programsFolder: string, env = process.env): Promise<Stage> => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-soak-'));
  const dataFolder = join(folder, 'data');
  const packFolder = join(folder, 'packs');
  mkdirSync(packFolder);
  createSystem(join(folder, 'system.db'));
  const program = startProgram({ programs: { folder: programsFolder }, dataFolder, env });
  try {
    const { bridge } = program;
    const { id: applicationId } = await value(
      bridge.applications.create({ auditName: 'Soak', name: 'Stark', ciId: 'CI1' }),
    );
    const { id: connectorId } = await value(
      bridge.connectors.create({
        ciId: 'CI1',
        connectorName: 'System',
        connectorType: 'SQLite File',
        configuration: { path: await program.pick(join(folder, 'system.db')) },
      }),
    );
    const questionIds = await addQuestions(program, applicationId, connectorId);
    const { preflightToken } = await value(
      bridge.executions.preflight({ applicationId, questionIds: [questionIds.big] }),
    );
    const { started } = await value(bridge.executions.start({ preflightToken }));
    const [firstRun] = await whenEnded(
      bridge,
      started.map(({ executionId }) => executionId),
    );
    if (firstRun?.status !== 'succeeded') throw new Error(`The first run failed: ${JSON.stringify(firstRun?.error)}`);
    const remove = () => rmSync(folder, { recursive: true, force: true });
    return { dataFolder, packFolder, applicationId, questionIds, firstRun, remove };
  } finally {
    await program.close();
  }
};
