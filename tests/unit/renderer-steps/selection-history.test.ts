import { describe, expect, it } from 'vitest';
import { noHistory, redoStep, remember, undoStep } from '../../../renderer/features/analysis/selection-history';

const choice = (toolType: string | null, connectorId: number | null = null) => ({ choice: { toolType, connectorId } });
const first = [new Map([['1', choice(null)]]), new Map([['1', choice('Jira')]])] as const;
const second = [
  new Map([
    ['1', choice('Jira')],
    ['2', choice(null)],
  ]),
  new Map([
    ['1', choice('Jira', 7)],
    ['2', choice('Jira', 7)],
  ]),
] as const;

describe('the history of selections', () => {
  const both = remember(remember(noHistory, ...first), ...second);

  it('takes a bulk assignment back in one step, each question to what it was', () => {
    expect(undoStep(both)?.edits).toEqual(second[0]);
  });

  it('goes back to the start and forth to the end', () => {
    const once = undoStep(both);
    const twice = once && undoStep(once.history);
    expect(twice?.edits).toEqual(first[0]);
    expect(twice && undoStep(twice.history)).toBeNull();
    const forth = twice && redoStep(twice.history);
    expect(forth?.edits).toEqual(first[1]);
    expect(forth && redoStep(forth.history)?.edits).toEqual(second[1]);
  });

  it('forgets what was undone once something else is chosen', () => {
    const undone = undoStep(both);
    const changed = undone && remember(undone.history, ...second);
    expect(changed && redoStep(changed)).toBeNull();
  });

  it('remembers at most two hundred steps', () => {
    const many = Array.from({ length: 250 }).reduce<typeof noHistory>(
      (history) => remember(history, ...first),
      noHistory,
    );
    expect(many.past).toHaveLength(200);
  });
});
