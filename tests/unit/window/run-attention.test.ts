import { describe, expect, it } from 'vitest';
import { createRunAttention, type RunsEnded } from '../../../main/window/run-attention';
import type { ExecutionProgress } from '../../../preload/contract';

const watch = () => {
  const shares: number[] = [];
  const told: RunsEnded[] = [];
  const heard = createRunAttention({
    showProgress: (share) => shares.push(share),
    allEnded: (runs) => told.push(runs),
  });
  const send = (executionId: number, status: ExecutionProgress['status']) =>
    heard({ executionId, status, rowCount: 0, bytes: 0, elapsedMs: 0 });
  return { shares, told, send };
};

describe('attention for runs', () => {
  it('fills the bar as runs end and takes it away after the last', () => {
    const { shares, send } = watch();
    send(1, 'queued');
    send(2, 'queued');
    send(1, 'running');
    send(1, 'succeeded');
    send(2, 'failed');
    expect(shares).toEqual([0, 0, 0, 0.5, -1]);
  });

  it('tells once, when the last run has ended', () => {
    const { told, send } = watch();
    for (const id of [1, 2, 3]) send(id, 'running');
    send(1, 'succeeded');
    send(2, 'interrupted');
    expect(told).toEqual([]);
    send(3, 'succeeded');
    expect(told).toEqual([{ succeeded: 2, failed: 1 }]);
    send(4, 'running');
    send(4, 'succeeded');
    expect(told[1]).toEqual({ succeeded: 1, failed: 0 });
  });

  it('says nothing of what the person cancelled', () => {
    const { shares, told, send } = watch();
    send(1, 'running');
    send(1, 'cancelled');
    expect(shares.at(-1)).toBe(-1);
    expect(told).toEqual([]);
  });

  it('does not count the end of a run that it never saw, or a second end', () => {
    const { shares, told, send } = watch();
    send(9, 'succeeded');
    send(1, 'running');
    send(1, 'succeeded');
    send(1, 'succeeded');
    expect(shares).toEqual([0, -1]);
    expect(told).toEqual([{ succeeded: 1, failed: 0 }]);
  });
});
