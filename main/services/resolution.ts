import type { Resolution } from '../../preload/contract';
import { findToolType } from '../connectors/registry';

interface Choice {
  toolSuggestion: string | null;
  connectorId: number | null;
  selectionLost: boolean;
}

interface Candidate {
  id: number;
  connectorName: string;
  connectorType: string;
}

/** A CI's connectors, by id and by tool type. */
export interface ConnectorDirectory {
  byId: ReadonlyMap<number, Candidate>;
  byType: ReadonlyMap<string, readonly Candidate[]>;
}

export interface ResolvedChoice {
  resolution: Resolution;
  /** The connector that the question would run on: the chosen one, or the only one of its type. */
  connectorId: number | null;
  connectorName: string | null;
}

export const createDirectory = (connectors: readonly Candidate[]): ConnectorDirectory => {
  const byType = new Map<string, Candidate[]>();
  for (const connector of connectors) {
    const ofType = byType.get(connector.connectorType);
    if (ofType) ofType.push(connector);
    else byType.set(connector.connectorType, [connector]);
  }
  return { byId: new Map(connectors.map((connector) => [connector.id, connector])), byType };
};

const unresolved = (resolution: Resolution): ResolvedChoice => ({ resolution, connectorId: null, connectorName: null });

const resolvedTo = (resolution: Resolution, { id, connectorName }: Candidate): ResolvedChoice => ({
  resolution,
  connectorId: id,
  connectorName,
});

/**
 * How a question's stored choice resolves against the connectors of its CI. The chosen id wins over the name; a choice
 * whose connector is gone, or is of another CI or type, waits for a person, also when only one of the type is left.
 */
export const resolveChoice = (choice: Choice, directory: ConnectorDirectory): ResolvedChoice => {
  if (choice.toolSuggestion === null || choice.selectionLost) return unresolved('needs-selection');
  if (choice.connectorId !== null) {
    const chosen = directory.byId.get(choice.connectorId);
    const fits = chosen?.connectorType === choice.toolSuggestion;
    return chosen && fits ? resolvedTo('selected', chosen) : unresolved('needs-selection');
  }
  // Kept from earlier data, and nothing to run it with: a person has to choose another kind of system.
  if (!findToolType(choice.toolSuggestion)) return unresolved('needs-selection');
  const [only, another] = directory.byType.get(choice.toolSuggestion) ?? [];
  if (!only) return unresolved('missing');
  return another ? unresolved('ambiguous') : resolvedTo('only-one-of-type', only);
};
