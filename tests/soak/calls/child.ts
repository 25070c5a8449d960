/** Makes every call of the bridge that writes, one after the other as chance has it, until it is killed. */
import { writeSync } from 'node:fs';
import { createRandom } from '../../../main/demo/random';
import { startProgram, value } from '../../support/test-program';
import { type Call, createCalls } from './calls';
import type { AreaName, Statement } from './model';
import { areaNames, readArea } from './model';

export interface Orders {
  programsFolder: string;
  dataFolder: string;
  packFile: string;
  questionFile: string;
  applicationId: number;
  questionId: string;
  seed: string;
}

const orders = JSON.parse(process.argv[2] ?? '') as Orders;

const say = (statement: Statement): void => {
  writeSync(1, `${JSON.stringify(statement)}\n`);
};

const work = async (): Promise<void> => {
  const { programsFolder, dataFolder } = orders;
  const program = startProgram({ programs: { folder: programsFolder }, dataFolder, env: process.env });
  const random = createRandom(orders.seed);
  const calls = createCalls(program, random, orders);
  for (;;) {
    const call: Call | undefined = await random.pick(calls)();
    if (!call) continue;
    say({ kind: 'calling', call: call.name, touched: call.touched });
    const secrets = await call.make();
    const areas: Partial<Record<AreaName, Awaited<ReturnType<typeof readArea>>>> = {};
    for (const name of areaNames) if (call.touched[name]) areas[name] = await readArea(program.bridge, name);
    const [entry] = await value(program.bridge.auditLog.list({ limit: 1 }));
    const logged = { seq: entry?.seq ?? 0, hash: entry?.hash ?? '' };
    say({ kind: 'answered', areas, secrets: secrets ?? {}, logged });
  }
};

work().catch((error: unknown) => {
  say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  process.exit(1);
});
