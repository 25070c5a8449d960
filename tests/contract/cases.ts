/** What every tool type promises, one case after the other, in the order of the matrix. */
import { expect } from 'vitest';
import type { ConnectionFailureReason } from '../../preload/contract';
import { answerOf } from '../integration/connectors/capture';
import { eventually } from '../servers/server-process';
import { runMeasured } from './measured-run';
import type { CaseName, Needs } from './needs';
import { createSlowSink } from './slow-sink';
import { expectNoSecret, never, type Stage } from './stage';

export interface ContractCase<Name extends CaseName> {
  promise: string;
  /** Plays the case with what the harness gives; `give` may be called again where things are used up. */
  play(give: () => Promise<Needs[Name]>, stage: Stage): Promise<void>;
}

const hundredMegabytes = 100_000_000;
/** Of memory, in bytes; where the type can have such rows, 400 MB of them pass. */
const mostGrowth = 300_000_000;

const tellsFailure = (
  reason: ConnectionFailureReason,
  promise: string,
): ContractCase<`failure ${ConnectionFailureReason}`> => ({
  promise,
  play: async (give, stage) => {
    const { access, address, query, onlyInRun = false } = await give();
    const { result, evidence } = await stage.run({ access, query });
    const error = stage.errorOf(result, access);
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', reason });
    expect(error.message).toContain(address);
    expect(error.hint).toMatch(/^.{10,}\.$/);
    expect(evidence?.rowCount ?? 0).toBe(0);
    if (onlyInRun) return;
    expect(evidence).toBeNull();
    const driver = await stage.toolType.loadDriver();
    expect(stage.errorOf(await driver.test(access, never), access)).toMatchObject({
      code: 'CONNECTION_FAILED',
      reason,
    });
  },
});

/** Runs a query whose rows keep coming, disturbs it once some have come, and answers how it ended. */
const disturbed = async (
  { access, query, disturb }: Needs['cut'],
  stage: Stage,
  cancel?: AbortController,
): Promise<string> => {
  const onRows = () => {
    disturb();
    cancel?.abort();
  };
  const { result, evidence } = await stage.run({ access, query }, { onRows, ...(cancel && { signal: cancel.signal }) });
  expect(evidence?.rowCount).toBeGreaterThan(0);
  const { code, reason } = stage.errorOf(result, access);
  return reason ?? code;
};

const breaks = (promise: string): ContractCase<'cut' | 'garbage'> => ({
  promise,
  play: async (give, stage) => {
    const { code = 'PROTOCOL', ...disturbance } = await give();
    expect(await disturbed(disturbance, stage)).toBe(code);
  },
});

const mostWaitingRows = 5_000;

/** Less than the case asks for is fine where the type itself can't have more, and only when it says so. */
const noteLimit = (limit: string | undefined, isLess: boolean, stage: Stage): void => {
  if (isLess) expect(limit).toMatch(/.{10,}/);
  if (limit) stage.notes.push(limit);
};

const linesOf = (csv: Buffer) => csv.toString().split('\n');

export const contractCases: { [Name in CaseName]: ContractCase<Name> } = {
  'test connection': {
    promise: 'says which system answers, which login asks, and what that login may do',
    play: async (give, stage) => {
      const { access, address, target = address, canWrite } = await give();
      const report = answerOf(await (await stage.toolType.loadDriver()).test(access, never));
      expectNoSecret(report, access);
      expect(report.target).toContain(target);
      expect(stage.toolType.describeAddress(access.configuration)).toContain(address);
      expect(report).toMatchObject({ canWrite, readOnly: true });
      expect(report.serverVersion).not.toBe('');
      expect(Object.keys(report.identity).length).toBeGreaterThan(0);
      expect(Object.keys(report.fingerprint).length).toBeGreaterThan(0);
    },
  },
  'failure DNS': tellsFailure('DNS', 'tells an unknown host name'),
  'failure REFUSED': tellsFailure('REFUSED', 'tells that nothing lets anyone in there'),
  'failure TIMEOUT': tellsFailure('TIMEOUT', 'gives up on a system that says nothing'),
  'failure TLS': tellsFailure('TLS', 'refuses a certificate of an unknown authority'),
  'failure AUTH': tellsFailure('AUTH', 'tells a wrong login'),
  'failure NO_DATABASE': tellsFailure('NO_DATABASE', 'tells that what the connector names is not there'),
  'failure PROTOCOL': tellsFailure('PROTOCOL', 'tells that something else answers'),
  'failure PERMISSION': tellsFailure('PERMISSION', 'tells that the login may not come in'),
  'another target': {
    promise: 'asks nothing of another system under the same configuration',
    play: async (give, stage) => {
      const { replace, wasSent, ...ask } = await give();
      const driver = await stage.toolType.loadDriver();
      const first = answerOf(await driver.test(ask.access, never));
      const second = answerOf(await driver.test(ask.access, never));
      expect([second.fingerprint, second.target]).toEqual([first.fingerprint, first.target]);
      const same = await stage.run(ask, { pinned: first });
      expect(answerOf(same.result).complete).toBe(true);
      expect([same.session?.fingerprint, same.session?.target]).toEqual([first.fingerprint, first.target]);
      await replace();
      const other = answerOf(await driver.test(ask.access, never));
      expect(other.fingerprint).not.toEqual(first.fingerprint);
      expect(other.target).not.toBe(first.target);
      const { result, evidence } = await stage.run(ask, { pinned: first });
      const error = stage.errorOf(result, ask.access);
      expect(error).toMatchObject({ code: 'TARGET_CHANGED', hint: expect.any(String) });
      for (const target of [first.target, other.target]) expect(error.message).toContain(target);
      expect(evidence).toBeNull();
      expect(wasSent?.() ?? false).toBe(false);
    },
  },
  schema: {
    promise: 'describes what can be asked for',
    play: async (give, stage) => {
      const { access } = await give();
      const tables = answerOf(await (await stage.toolType.loadDriver()).describeSchema(access, never));
      expect(tables.length).toBeGreaterThan(0);
      for (const { columns } of tables) expect(columns.length).toBeGreaterThan(0);
    },
  },
  'read-only': {
    promise: 'sends the query once, inside the system’s read-only measure',
    play: async (give, stage) => {
      const { verify, ...ask } = await give();
      const { result, session } = await stage.run(ask);
      expect(answerOf(result).complete).toBe(true);
      expect(session?.readOnlyMeasure).toMatch(/.{10,}/);
      await verify();
    },
  },
  guard: {
    promise: 'refuses a query that could write, and sends nothing',
    play: async (give, stage) => {
      const { access, queries, wasSent } = await give();
      expect(queries.length).toBeGreaterThan(0);
      for (const query of queries) {
        const { result, evidence, session } = await stage.run({ access, query });
        expect(stage.errorOf(result, access)).toMatchObject({ code: 'QUERY_REJECTED' });
        expect([query, evidence, session, wasSent?.(query) ?? false]).toEqual([query, null, undefined, false]);
      }
    },
  },
  cells: {
    promise: 'writes cells of every kind by the rules of the type',
    play: async (give, stage) => {
      const { csv, ...ask } = await give();
      const ran = await stage.run(ask);
      expect(answerOf(ran.result).complete).toBe(true);
      expect(ran.csv().toString()).toBe(csv);
    },
  },
  'column names': {
    promise: 'keeps duplicate and odd column names',
    play: async (give, stage) => {
      const { header, ...ask } = await give();
      const ran = await stage.run(ask);
      expect(answerOf(ran.result).complete).toBe(true);
      expect(linesOf(ran.csv())[0]).toBe(header);
    },
  },
  'many columns': {
    promise: 'holds 2,000 columns, or as many as the type can have',
    play: async (give, stage) => {
      const { columns, limit, ...ask } = await give();
      noteLimit(limit, columns < 2_000, stage);
      const { result, evidence } = await stage.run(ask);
      expect(answerOf(result).complete).toBe(true);
      expect(evidence?.columns).toHaveLength(columns);
      expect(evidence?.rowCount).toBeGreaterThan(0);
    },
  },
  'huge cell': {
    promise: 'holds a cell of 100 MB, or says why not',
    play: async (give, stage) => {
      const { limit, ...ask } = await give();
      const { result, evidence } = await stage.run(ask);
      if (limit) {
        stage.notes.push(limit.because);
        expect(stage.errorOf(result, ask.access).message).toContain(limit.said);
        return;
      }
      expect(answerOf(result).complete).toBe(true);
      expect(evidence?.bytes).toBeGreaterThan(hundredMegabytes);
    },
  },
  'many rows': {
    promise: 'streams 200,000 rows in bounded memory',
    play: async (give, stage) => {
      const { rows, limit, ...ask } = await give();
      noteLimit(limit, rows < 200_000, stage);
      const { outcome, growth } = await runMeasured(stage.toInput(ask));
      if (outcome.kind !== 'ended') throw new Error('The execution process ended.');
      expect(answerOf(outcome.result).complete).toBe(true);
      expect(outcome.evidence?.rowCount).toBe(rows);
      stage.notes.push(`${Math.round(growth / 1_000_000)} MB above idle`);
      expect(growth).toBeLessThan(mostGrowth);
    },
  },
  'slow disk': {
    promise: 'waits for a slow disk instead of collecting rows, and stops at a limit',
    play: async (give, stage) => {
      const { access, query } = await give();
      const driver = await stage.toolType.loadDriver();
      const { sink, mostWaiting } = createSlowSink();
      const ran = await driver.run(access, query, sink, { signal: never, confirmIdentity: () => true });
      expect(answerOf(ran)).toMatchObject({ complete: false, truncatedBy: 'rows' });
      expect(mostWaiting()).toBeLessThan(mostWaitingRows);
    },
  },
  'side by side': {
    promise: 'does not mix what several connectors run side by side',
    play: async (give, stage) => {
      const { systems } = await give();
      expect(systems.length).toBeGreaterThan(1);
      const runs = [...systems, ...systems, ...systems].map(async ({ rows, isOwn, ...ask }) => {
        const ran = await stage.run(ask);
        expect(answerOf(ran.result).complete).toBe(true);
        const lines = linesOf(ran.csv()).slice(1, -1);
        expect(lines).toHaveLength(rows);
        expect(lines.filter((line) => !isOwn(line))).toEqual([]);
        return ran.session?.target;
      });
      expect(new Set(await Promise.all(runs)).size).toBe(systems.length);
    },
  },
  cancel: {
    promise: 'ends rows that keep coming when cancelled, and keeps those that came',
    play: async (give, stage) => {
      const ask = await give();
      const cancel = new AbortController();
      const { result, evidence } = await stage.run(ask, { signal: cancel.signal, onRows: () => cancel.abort() });
      expect(stage.errorOf(result, ask.access).code).toBe('CANCELLED');
      expect(evidence?.rowCount).toBeGreaterThan(0);
      const early = await stage.run(ask, { signal: AbortSignal.abort() });
      expect(stage.errorOf(early.result, ask.access).code).toBe('CANCELLED');
      expect(early.evidence).toBeNull();
    },
  },
  'cancel at the server': {
    promise: 'stops at the server what is cancelled here',
    play: async (give, stage) => {
      const { isRunning, ...ask } = await give();
      const cancel = new AbortController();
      const running = stage.run(ask, { signal: cancel.signal });
      await eventually(isRunning, 'the query runs at the server');
      cancel.abort();
      expect(stage.errorOf((await running).result, ask.access).code).toBe('CANCELLED');
      await eventually(async () => !(await isRunning()), 'the server has stopped');
    },
  },
  'query timeout': {
    promise: 'stops a query at its timeout, at the server too',
    play: async (give, stage) => {
      const { isRunning, mostSecondsLeft, ...ask } = await give();
      const error = stage.errorOf((await stage.run(ask)).result, ask.access);
      expect(error).toMatchObject({ code: 'QUERY_TIMEOUT', hint: expect.any(String) });
      expect(error.message).toContain('1 s');
      await eventually(async () => !(await isRunning()), 'the query has ended', mostSecondsLeft);
    },
  },
  stall: {
    promise: 'keeps what came, and can be cancelled, when the system falls silent',
    play: async (give, stage) => {
      const [first, second] = [await give(), await give()];
      const [late, cancelled] = await Promise.all([
        disturbed(first, stage),
        disturbed(second, stage, new AbortController()),
      ]);
      expect(['QUERY_TIMEOUT', 'TIMEOUT']).toContain(late);
      expect(cancelled).toBe('CANCELLED');
    },
  },
  cut: breaks('keeps what came when the line is cut, and says that it is not whole'),
  garbage: breaks('keeps what came when garbage follows, and says that it is not whole'),
};

export const caseNames = Object.keys(contractCases) as CaseName[];
