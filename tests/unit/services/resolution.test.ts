import { describe, expect, it } from 'vitest';
import { createDirectory, resolveChoice } from '../../../main/services/resolution';

const connector = (id: number, connectorType = 'PostgreSQL DB') => ({ id, connectorName: `C${id}`, connectorType });
const choice = (
  connectorId: number | null,
  toolSuggestion: string | null = 'PostgreSQL DB',
  selectionLost = false,
) => ({
  connectorId,
  toolSuggestion,
  selectionLost,
});

const unresolved = { connectorId: null, connectorName: null };

describe('how a question resolves to a connector', () => {
  it('takes the chosen one, however many there are', () => {
    const directory = createDirectory([connector(1), connector(2), connector(3)]);
    expect(resolveChoice(choice(2), directory)).toEqual({
      resolution: 'selected',
      connectorId: 2,
      connectorName: 'C2',
    });
  });

  it('offers the only one of its type', () => {
    const directory = createDirectory([connector(1), connector(2, 'MySQL DB')]);
    expect(resolveChoice(choice(null), directory)).toEqual({
      resolution: 'only-one-of-type',
      connectorId: 1,
      connectorName: 'C1',
    });
  });

  it('chooses none of several', () => {
    const directory = createDirectory([connector(1), connector(2)]);
    expect(resolveChoice(choice(null), directory)).toEqual({ resolution: 'ambiguous', ...unresolved });
  });

  it('says that there is none of the type', () => {
    const directory = createDirectory([connector(1, 'MySQL DB')]);
    expect(resolveChoice(choice(null), directory)).toEqual({ resolution: 'missing', ...unresolved });
  });

  it('needs a selection while no tool type is chosen', () => {
    const directory = createDirectory([connector(1)]);
    expect(resolveChoice(choice(null, null), directory)).toEqual({ resolution: 'needs-selection', ...unresolved });
  });

  it('offers no connector that this version can’t run, though it is the only one of its type', () => {
    const directory = createDirectory([connector(1, 'Punch Cards')]);
    expect(resolveChoice(choice(null, 'Punch Cards'), directory)).toEqual({
      resolution: 'needs-selection',
      ...unresolved,
    });
  });

  it('never rebinds a question whose connector was deleted, not even to the only one left', () => {
    const directory = createDirectory([connector(1)]);
    expect(resolveChoice(choice(null, 'PostgreSQL DB', true), directory)).toEqual({
      resolution: 'needs-selection',
      ...unresolved,
    });
  });

  it('does not run a question on a connector of another type than it says', () => {
    const directory = createDirectory([connector(1, 'MySQL DB'), connector(2)]);
    expect(resolveChoice(choice(1), directory)).toEqual({ resolution: 'needs-selection', ...unresolved });
  });

  it('does not offer another connector for one that is not of this CI', () => {
    const directory = createDirectory([connector(2)]);
    expect(resolveChoice(choice(1), directory)).toEqual({ resolution: 'needs-selection', ...unresolved });
  });
});
