import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findToolType } from '../../../main/connectors/registry';
import type { ToolType } from '../../../main/connectors/types';
import { createGuard } from '../../../main/guard/guard-client';
import { type BuiltPrograms, buildPrograms, createNodeProcesses } from '../../support/node-process';

const postgresql = findToolType('PostgreSQL DB') as ToolType;
/** As long as can be, and slow for PostgreSQL's parser. */
const longQuery = `select a from t where b in (${'1234, '.repeat(32_000)}5)`;

const processorTime = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

describe('the guard as main asks it', () => {
  let programs: BuiltPrograms;
  beforeAll(async () => {
    programs = await buildPrograms('main/guard/guard-process.ts');
  });
  afterAll(() => programs.remove());

  const start = () => {
    const processes = createNodeProcesses(programs.folder);
    return { guard: createGuard(processes.startProcess), started: processes.started };
  };

  it('judges a long query in a process of its own, at a small part of the work for main', async () => {
    const { guard, started } = start();
    expect(await guard.judge(postgresql, 'select 1')).toEqual({ allowed: true });
    expect(started).toHaveLength(0);
    expect(await guard.judge(postgresql, longQuery)).toEqual({ allowed: true });
    expect(started).toHaveLength(1);
    const beside = await processorTime(() => guard.judge(postgresql, longQuery));
    const here = await processorTime(() => postgresql.guardQuery(longQuery));
    expect(beside).toBeLessThan(here / 3);
    const refusal = await guard.judge(postgresql, `${longQuery}; drop table t`);
    expect(refusal).toEqual(await postgresql.guardQuery(`${longQuery}; drop table t`));
    expect(refusal).toMatchObject({ allowed: false, reason: expect.stringContaining('2 statements') });
    guard.stop();
  });

  it('refuses what its process does not survive, and judges the next', async () => {
    const { guard, started } = start();
    const verdict = guard.judge(postgresql, longQuery);
    await vi.waitFor(() => expect(started).toHaveLength(1));
    started[0]?.kill('SIGKILL');
    expect(await verdict).toMatchObject({ allowed: false, reason: expect.stringContaining('memory') });
    expect(await guard.judge(postgresql, longQuery)).toEqual({ allowed: true });
    guard.stop();
  });

  it('refuses what it does not judge in time, and ends that process', async () => {
    vi.useFakeTimers();
    try {
      const kill = vi.fn();
      const guard = createGuard(() => ({ post: () => {}, onMessage: () => {}, onExit: () => {}, kill }));
      const verdict = guard.judge(postgresql, longQuery);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await verdict).toMatchObject({ allowed: false, reason: expect.stringContaining('20 seconds') });
      expect(kill).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });
});
