import { describe, expect, it } from 'vitest';
import type { Connector } from '../../../preload/contract';
import {
  type ConnectorsByType,
  chooseConnector,
  chooseToolType,
  connectorsOfType,
  offerFor,
  onlyChanged,
  resolveChoice,
  selectionOf,
} from '../../../renderer/features/analysis/selection';

const connector = (id: number, connectorType: string, connectorName: string): Connector => ({
  id,
  applicationId: null,
  ciId: 'CI21324354',
  connectorName,
  connectorType,
  environment: 'production',
  configuration: {},
  notes: '',
  secretKeys: [],
  sessionOnlyKeys: [],
  status: 'active',
  statusMessage: null,
  lastTestedAt: null,
  target: null,
  canWrite: null,
  nameGenerated: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});

const production = connector(1, 'Alpha DB', 'Production');
const development = connector(2, 'Alpha DB', 'Development');
const tickets = connector(3, 'Tickets', 'Service desk');
const connectors: ConnectorsByType = new Map([
  ['Alpha DB', [production, development]],
  ['Tickets', [tickets]],
]);

describe('connectorsOfType', () => {
  it('answers only the connectors of that type', () => {
    expect(connectorsOfType(connectors, 'Alpha DB')).toEqual([production, development]);
    expect(connectorsOfType(connectors, 'Tickets')).toEqual([tickets]);
  });

  it('answers none for a type without connectors and for no type', () => {
    expect(connectorsOfType(connectors, 'Beta DB')).toEqual([]);
    expect(connectorsOfType(connectors, null)).toEqual([]);
  });
});

describe('chooseToolType', () => {
  it('clears the connector when the type changes', () => {
    expect(chooseToolType({ toolType: 'Alpha DB', connectorId: 2 }, 'Tickets')).toEqual({
      toolType: 'Tickets',
      connectorId: null,
    });
  });

  it('keeps the connector when the same type is chosen again', () => {
    const choice = { toolType: 'Alpha DB', connectorId: 2 };
    expect(chooseToolType(choice, 'Alpha DB')).toBe(choice);
  });
});

describe('chooseConnector', () => {
  it('yields the pair with the connector’s own type and name', () => {
    expect(chooseConnector(development)).toEqual({
      toolType: 'Alpha DB',
      connectorId: 2,
      connectorName: 'Development',
    });
  });
});

describe('resolveChoice', () => {
  it('is selected when the connector is one of the type', () => {
    expect(resolveChoice({ toolType: 'Alpha DB', connectorId: 2 }, connectors)).toBe('selected');
  });

  it('does not take a connector of another type', () => {
    expect(resolveChoice({ toolType: 'Tickets', connectorId: 2 }, connectors)).toBe('only-one-of-type');
    expect(resolveChoice({ toolType: 'Alpha DB', connectorId: 3 }, connectors)).toBe('ambiguous');
  });

  it('tells one, several and no connectors apart', () => {
    expect(resolveChoice({ toolType: 'Tickets', connectorId: null }, connectors)).toBe('only-one-of-type');
    expect(resolveChoice({ toolType: 'Alpha DB', connectorId: null }, connectors)).toBe('ambiguous');
    expect(resolveChoice({ toolType: 'Beta DB', connectorId: null }, connectors)).toBe('missing');
    expect(resolveChoice({ toolType: null, connectorId: null }, connectors)).toBe('needs-selection');
  });
});

describe('offerFor', () => {
  it('offers the only connector of a type and marks it', () => {
    const offer = offerFor({ toolType: 'Tickets', connectorId: null }, 'only-one-of-type', connectors);
    expect(offer.kind).toBe('only-one-of-type');
    expect(selectionOf(offer)).toEqual({ toolType: 'Tickets', connectorId: 3, connectorName: 'Service desk' });
  });

  it('preselects none of several', () => {
    const offer = offerFor({ toolType: 'Alpha DB', connectorId: null }, 'ambiguous', connectors);
    expect(offer).toEqual({ kind: 'choose', count: 2 });
    expect(selectionOf(offer)).toBeNull();
  });

  it('says when the CI has no connector of the type', () => {
    expect(offerFor({ toolType: 'Beta DB', connectorId: null }, 'missing', connectors)).toEqual({ kind: 'missing' });
  });

  it('does not rebind a question whose connector was deleted to the last one left', () => {
    const offer = offerFor({ toolType: 'Tickets', connectorId: null }, 'needs-selection', connectors);
    expect(offer).toEqual({ kind: 'choose', count: 1 });
  });

  it('shows the chosen connector under its present name', () => {
    const renamed = new Map([['Tickets', [{ ...tickets, connectorName: 'IT service desk' }]]]);
    const offer = offerFor({ toolType: 'Tickets', connectorId: 3 }, 'selected', renamed);
    expect(offer).toMatchObject({ kind: 'selected', selection: { connectorName: 'IT service desk' } });
  });

  it('asks for a tool type first', () => {
    expect(offerFor({ toolType: null, connectorId: null }, 'needs-selection', connectors).kind).toBe('no-tool-type');
  });
});

describe('onlyChanged', () => {
  const tested = { ...development, lastTestedAt: '2026-01-02T00:00:00.000Z' };
  const withDatabases = (ofType: readonly Connector[]): ConnectorsByType =>
    new Map([...connectors, ['Alpha DB', ofType]]);

  it('tells the one connector that was met', () => {
    expect(onlyChanged(connectors, withDatabases([production, tested]))).toBe(tested);
  });

  it('tells nothing where none changed, more than one, or where one came or went', () => {
    expect(onlyChanged(connectors, withDatabases([production, development]))).toBeUndefined();
    expect(onlyChanged(connectors, withDatabases([{ ...production }, tested]))).toBeUndefined();
    expect(onlyChanged(connectors, withDatabases([tested]))).toBeUndefined();
    expect(onlyChanged(new Map(), connectors)).toBeUndefined();
  });
});
