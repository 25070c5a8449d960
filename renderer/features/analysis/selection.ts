/**
 * Two-level selection: a question is pointed at a tool type first, then at exactly one connector of that type on the
 * application's CI. No React and no bridge in here.
 */
import type { Analysis, Connector, Resolution } from '../../../preload/contract';

/** A question's chosen pair. */
export interface ConnectorSelection {
  toolType: string;
  connectorId: number;
  connectorName: string;
}

/** What a person has chosen so far; the connector may be missing, the pair is never of two types. */
export interface Choice {
  toolType: string | null;
  connectorId: number | null;
}

/** What the connector dropdown of one question shows. */
export type Offer =
  | { kind: 'no-tool-type' }
  | { kind: 'selected'; selection: ConnectorSelection }
  | { kind: 'only-one-of-type'; selection: ConnectorSelection }
  | { kind: 'choose'; count: number }
  | { kind: 'missing' };

/** The connectors of a CI by tool type, each list sorted by name as the bridge answers it. */
export type ConnectorsByType = ReadonlyMap<string, readonly Connector[]>;

const none: readonly Connector[] = [];

/** Only the connectors of that type; none where no type is chosen. */
export const connectorsOfType = (connectors: ConnectorsByType, toolType: string | null): readonly Connector[] =>
  (toolType !== null && connectors.get(toolType)) || none;

/** The one connector that has changed among the same ones; undefined where more has changed than that. */
export const onlyChanged = (before: ConnectorsByType, after: ConnectorsByType): Connector | undefined => {
  const [old, now] = [[...before.values()].flat(), [...after.values()].flat()];
  const isSame = old.length === now.length && now.every(({ id }, index) => id === old[index]?.id);
  const [changed, another] = isSame ? now.filter((connector, index) => connector !== old[index]) : [];
  return another ? undefined : changed;
};

/** Changing the type clears the connector; choosing the same type again changes nothing. */
export const chooseToolType = (choice: Choice, toolType: string): Choice =>
  choice.toolType === toolType ? choice : { toolType, connectorId: null };

/** Choosing a connector fixes its type too, so that the pair can't disagree. */
export const chooseConnector = (connector: Connector): ConnectorSelection => ({
  toolType: connector.connectorType,
  connectorId: connector.id,
  connectorName: connector.connectorName,
});

/** How a choice resolves that a person has just made. What is stored resolves in main, which knows its history too. */
export const resolveChoice = (choice: Choice, connectors: ConnectorsByType): Resolution => {
  if (choice.toolType === null) return 'needs-selection';
  const candidates = connectorsOfType(connectors, choice.toolType);
  if (candidates.some((connector) => connector.id === choice.connectorId)) return 'selected';
  if (candidates.length === 0) return 'missing';
  return candidates.length === 1 ? 'only-one-of-type' : 'ambiguous';
};

/**
 * What to show for a question of that resolution. One connector of a type is offered only where main says
 * `only-one-of-type`: after a connector was deleted, the last one left must be chosen by a person.
 */
export const offerFor = (choice: Choice, resolution: Resolution, connectors: ConnectorsByType): Offer => {
  if (choice.toolType === null) return { kind: 'no-tool-type' };
  const candidates = connectorsOfType(connectors, choice.toolType);
  const chosen = candidates.find((connector) => connector.id === choice.connectorId);
  if (chosen) return { kind: 'selected', selection: chooseConnector(chosen) };
  const [only, second] = candidates;
  if (!only) return { kind: 'missing' };
  if (!second && resolution === 'only-one-of-type')
    return { kind: 'only-one-of-type', selection: chooseConnector(only) };
  return { kind: 'choose', count: candidates.length };
};

/** The pair an offer yields, or null while a person has to choose. */
export const selectionOf = (offer: Offer): ConnectorSelection | null => ('selection' in offer ? offer.selection : null);

/** What a person chose in an analysis. The only connector of a type is named there too, but nobody has chosen it yet. */
export const choiceOf = (analysis: Pick<Analysis, 'toolSuggestion' | 'connectorId' | 'resolution'>): Choice => ({
  toolType: analysis.toolSuggestion,
  connectorId: analysis.resolution === 'selected' ? analysis.connectorId : null,
});
