import type { Environment, ErrorCode, PreflightItem } from '../../../preload/contract';

export interface PreflightSummary {
  ready: number;
  refused: number;
  /** The ready ones by environment. */
  environments: Record<Environment, number>;
  /** Production connectors among the ready ones, each once, in the order of the questions. */
  production: ProductionConnector[];
}

export interface ProductionConnector {
  connectorId: number | null;
  connectorName: string;
  toolType: string;
  /** What the system said it is; null for a connector that was never tested. */
  target: string | null;
  questions: number;
}

const listProduction = (ready: readonly PreflightItem[]): ProductionConnector[] => {
  const found = new Map<number | null, ProductionConnector>();
  for (const { environment, connectorId, connectorName, toolType, target } of ready) {
    if (environment !== 'production') continue;
    const known = found.get(connectorId);
    if (known) known.questions += 1;
    else
      found.set(connectorId, {
        connectorId,
        connectorName: connectorName ?? '',
        toolType: toolType ?? '',
        target,
        questions: 1,
      });
  }
  return [...found.values()];
};

/** What a pre-flight comes to: how many can run, where, and which production systems would be asked. */
export const summarise = (items: readonly PreflightItem[]): PreflightSummary => {
  const ready = items.filter((item) => item.verdict === 'ready');
  const environments = { production: 0, 'non-production': 0, unspecified: 0 };
  for (const item of ready) environments[item.environment ?? 'unspecified'] += 1;
  return {
    ready: ready.length,
    refused: items.length - ready.length,
    environments,
    production: listProduction(ready),
  };
};

/** Where a person can mend what made the pre-flight refuse a question. */
export type PlaceToFix = 'analysis' | 'connector';

const connectorCodes: readonly ErrorCode[] = [
  'KEYCHAIN_UNAVAILABLE',
  'CONNECTION_FAILED',
  'TARGET_CHANGED',
  'NOT_FOUND',
  'VALIDATION',
];

/** A query or a selection is mended in Step 3, a connector in Settings; with no connector there is only Step 3. */
export const placeToFix = (item: Pick<PreflightItem, 'code' | 'connectorId' | 'query'>): PlaceToFix => {
  const concernsConnector = item.code !== undefined && connectorCodes.includes(item.code);
  return concernsConnector && item.connectorId !== null && item.query.trim() !== '' ? 'connector' : 'analysis';
};
