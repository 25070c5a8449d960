import { join } from 'node:path';
import { writePack } from '../../../main/evidence/pack';
import type { PackExecution } from '../../../main/evidence/pack-facts';
import { assemblePack, execution, finishingEntry, type LogEntry, writeCsv } from '../../support/evidence-pack';
import { expectSuccess, randomRows, temporaryFolder } from './support';

export { application, execution, ownKey, questions, sha256, strangersKey } from '../../support/evidence-pack';

/** Two runs with evidence, one that failed without any, and a log in which another client's entries are hidden. */
export const packInput = async (folder: string) => {
  const columns = [
    { name: 'id', type: 'int' },
    { name: 'na"me,', type: 'text' },
    { name: '', type: 'text' },
  ];
  const runs: PackExecution[] = [];
  for (const id of [1, 2]) {
    runs.push(execution(id, { columns, ...(await writeCsv(folder, String(id), columns, randomRows(id, 200, 3))) }));
  }
  runs.push(execution(3, { status: 'failed', complete: false, columns: [] }));
  const log: LogEntry[] = [
    'another client',
    {
      action: 'application.created',
      subject: 'application/3',
      details: { note: 'ümläut "quoted"', nested: [1, { b: 2, a: null }] },
    },
    'another client',
    ...runs.map(finishingEntry),
    'another client',
  ];
  return {
    ...(await assemblePack({ folder, runs: [...runs, execution(4, { status: 'running' })], log })),
    target: join(folder, 'pack.zip'),
    executions: runs,
  };
};

/** A good pack, its input and where it lies. */
export const writeGoodPack = async () => {
  const input = await packInput(temporaryFolder());
  return { input, report: expectSuccess(await writePack(input)) };
};
