import { nameKey } from '../../db';
import { findToolType } from '../connectors/registry';
import type { LegacyRow } from './source';
import { textOf } from './values';

export interface LegacyConnector {
  id: number;
  connectorName: string;
  connectorType: string;
  ciId: string;
}

export interface LegacyChoice {
  toolSuggestion: string | null;
  connectorId: number | null;
  connectorToUse: string | null;
  selectionLost: boolean;
}

export interface ConnectorLookup {
  byKey: ReadonlyMap<string, LegacyConnector>;
  /** By CI and name. */
  byName: ReadonlyMap<string, LegacyConnector>;
  /** The tool types of the source's connectors as `nameKey` has them, also those that this version can't reach. */
  types: ReadonlySet<string>;
}

export const lookupKey = (ciId: string, name: string): string => `${ciId}\n${nameKey(name)}`;

const typeNamed = (name: string): string | null => (name === '' ? null : (findToolType(name)?.type ?? name));

const chosen = ({ id, connectorName, connectorType }: LegacyConnector): LegacyChoice => ({
  toolSuggestion: connectorType,
  connectorId: id,
  connectorToUse: connectorName,
  selectionLost: false,
});

const typeOnly = (toolSuggestion: string | null, selectionLost = false): LegacyChoice => ({
  toolSuggestion,
  connectorId: null,
  connectorToUse: null,
  selectionLost,
});

/**
 * What an analysis of the source had chosen. A connector's id wins; `connector_to_use` was a tool type in older copies
 * and a connector's name in newer ones. A tool type alone stays one: Step 3 says whether it resolves. A connector that is
 * gone, or is of another CI, waits for a person.
 */
export const readChoice = (row: LegacyRow, ciId: string, { byKey, byName, types }: ConnectorLookup): LegacyChoice => {
  const toUse = textOf(row, 'connector_to_use');
  const suggested = textOf(row, 'tool_suggestion');
  const byUse = findToolType(toUse) ? undefined : byName.get(lookupKey(ciId, toUse));
  const type = typeNamed(findToolType(toUse) || suggested === '' ? toUse : suggested);

  const connectorKey = textOf(row, 'connector_id');
  if (connectorKey !== '') {
    const known = byKey.get(connectorKey);
    return known?.ciId === ciId ? chosen(known) : typeOnly(byUse?.connectorType ?? type, true);
  }
  if (byUse && toUse !== '') return chosen(byUse);
  const isType =
    findToolType(toUse) !== undefined || types.has(nameKey(toUse)) || nameKey(toUse) === nameKey(suggested);
  return typeOnly(type, toUse !== '' && !isType);
};
