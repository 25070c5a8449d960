import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { Connector, ConnectorType, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { inWindowLanguage } from '../../texts/type-words';

export interface ConnectorGroup {
  connectorType: string;
  connectors: Connector[];
}

export interface CiConnectors {
  groups: ConnectorGroup[];
  loaded: boolean;
  error: TickmarkError | null;
}

export interface CiSummary {
  ciId: string;
  applications: number;
  connectors: number;
}

interface ConnectorsState {
  types: ConnectorType[];
  typesError: TickmarkError | null;
  cis: CiSummary[];
  cisLoaded: boolean;
  byCi: Record<string, CiConnectors>;
}

export const useConnectors = create<ConnectorsState>(() => ({
  types: [],
  typesError: null,
  cis: [],
  cisLoaded: false,
  byCi: {},
}));

/** The tool types this version knows, read once at start, with their fields in the window's language. */
export const useConnectorTypes = (): ConnectorType[] => {
  const types = useConnectors((state) => state.types);
  return useMemo(() => types.map(inWindowLanguage), [types]);
};

/** A tool type as main names it; undefined where this version has none of that name. */
export const findConnectorType = (name: string): ConnectorType | undefined =>
  useConnectors.getState().types.find(({ type }) => type === name);

const notLoaded: CiConnectors = { groups: [], loaded: false, error: null };

/** The connectors of one CI, grouped by tool type; reads them when nobody has yet. */
export const useCiConnectors = (ciId: string | undefined): CiConnectors => {
  const known = useConnectors((state) => (ciId === undefined ? undefined : state.byCi[ciId]));
  const missing = ciId !== undefined && known === undefined;
  useEffect(() => {
    if (missing) void loadConnectors(ciId);
  }, [missing, ciId]);
  return known ?? notLoaded;
};

/** How many connectors a CI has, as far as that is known. */
export const useConnectorCount = (ciId: string | undefined): number | undefined =>
  useConnectors(({ cis }) => cis.find((ci) => ci.ciId === ciId)?.connectors);

/** Reads the tool types; called once at start and again when that failed. */
export const loadConnectorTypes = async (): Promise<void> => {
  const answer = await bridge.connectorTypes.list();
  if (answer.ok) useConnectors.setState({ types: answer.value, typesError: null });
  else useConnectors.setState({ typesError: answer.error });
};

/** Reads which CIs exist and how many connectors each has. A failure leaves what was known. */
export const loadCis = async (): Promise<void> => {
  const answer = await bridge.connectors.listCis();
  if (answer.ok) useConnectors.setState({ cis: answer.value, cisLoaded: true });
};

/** Reads the connectors of one CI again. */
export const loadConnectors = async (ciId: string): Promise<void> => {
  const answer = await bridge.connectors.listByCi({ ciId });
  useConnectors.setState((state) => {
    const before = state.byCi[ciId] ?? notLoaded;
    const after: CiConnectors = answer.ok
      ? { groups: answer.value.groups, loaded: true, error: null }
      : { ...before, loaded: true, error: answer.error };
    return { byCi: { ...state.byCi, [ciId]: after } };
  });
};

/** Reads a CI's connectors and the counts again, after connectors came, went or were renamed. */
export const connectorsChanged = async (ciId: string): Promise<void> => {
  await Promise.all([loadConnectors(ciId), loadCis()]);
};

/** Reads a CI's connectors again if they were read before, since runs change them too; their first reader reads them. */
export const refreshConnectors = async (ciId: string): Promise<void> => {
  const known = useConnectors.getState().byCi[ciId] !== undefined;
  await Promise.all([loadCis(), ...(known ? [loadConnectors(ciId)] : [])]);
};

const isListed = ({ ciId, id }: Connector): boolean => {
  const known = useConnectors.getState().byCi[ciId];
  return !known?.loaded || known.groups.some(({ connectors }) => connectors.some((other) => other.id === id));
};

/** Reads one connector again and puts it where it stands, without reading its thousands of neighbours. */
export const refreshConnector = async (id: number): Promise<Connector | undefined> => {
  const answer = await bridge.connectors.get({ id });
  if (!answer.ok) return undefined;
  if (isListed(answer.value)) replaceConnector(answer.value);
  else await connectorsChanged(answer.value.ciId);
  return answer.value;
};

/** Shows what tests and runs find, also those that the window did not ask for: the demo's systems join it when they are there. */
export const followConnectors = (): (() => void) => bridge.connectors.onMet(({ id }) => void refreshConnector(id));

/** Shows a connector's new state in its place. */
export const replaceConnector = (connector: Connector): void =>
  useConnectors.setState((state) => {
    const known = state.byCi[connector.ciId];
    if (!known) return {};
    const groups = known.groups.map((group) =>
      group.connectorType === connector.connectorType
        ? { ...group, connectors: group.connectors.map((other) => (other.id === connector.id ? connector : other)) }
        : group,
    );
    return { byCi: { ...state.byCi, [connector.ciId]: { ...known, groups } } };
  });
