import type { Connector, ConnectorType } from '../../../preload/contract';
import { environmentName } from '../../components/environment-badge';
import { formatAgo, formatDuration, formatTimeOfDay } from '../../components/format';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { describeConfiguredAddress } from './connector-address';
import type { ConnectorGroup } from './connectors-store';

const t = textsOf('settings');

export type ListRow =
  | { kind: 'group'; connectorType: string; label: string; known: boolean; count: number }
  | { kind: 'connector'; connector: Connector; type: ConnectorType | undefined };

/** What the target column says: the system that was met, or else where the configuration points. */
export const shownTarget = (connector: Connector): string =>
  connector.target ?? describeConfiguredAddress(connector.configuration);

// Ten thousand connectors are searched at each key stroke; a connector object never changes, so its text is kept with it.
const searchTexts = new WeakMap<Connector, string>();

const searchTextOf = (connector: Connector): string => {
  const known = searchTexts.get(connector);
  if (known !== undefined) return known;
  const text = [
    connector.connectorName,
    connector.connectorType,
    environmentName(connector.environment),
    shownTarget(connector),
    describeConfiguredAddress(connector.configuration),
    connector.status,
    connector.notes,
  ]
    .join('\n')
    .toLowerCase();
  searchTexts.set(connector, text);
  return text;
};

const wordsOf = (search: string): string[] => search.toLowerCase().split(/\s+/).filter(Boolean);

/** One flat list of group headings and connectors. A connector is found when it contains every word of the search. */
export const buildListRows = (groups: ConnectorGroup[], types: ConnectorType[], search: string): ListRow[] => {
  const words = wordsOf(search);
  const rows: ListRow[] = [];
  for (const { connectorType, connectors } of groups) {
    const found =
      words.length === 0 ? connectors : connectors.filter((connector) => containsAll(searchTextOf(connector), words));
    if (found.length === 0) continue;
    const type = types.find((candidate) => candidate.type === connectorType);
    const label = type?.label ?? connectorType;
    rows.push({ kind: 'group', connectorType, label, known: type !== undefined, count: found.length });
    for (const connector of found) rows.push({ kind: 'connector', connector, type });
  }
  return rows;
};

const containsAll = (text: string, words: string[]): boolean => words.every((word) => text.includes(word));

export const countConnectors = (rows: ListRow[]): number =>
  rows.reduce((sum, row) => (row.kind === 'group' ? sum + row.count : sum), 0);

/** The next connector's position from `from` in one direction, jumping over headings; `from` where there is none. */
export const nextConnectorRow = (rows: ListRow[], from: number, step: 1 | -1): number => {
  for (let index = from + step; index >= 0 && index < rows.length; index += step) {
    if (rows[index]?.kind === 'connector') return index;
  }
  return from;
};

/** Where one connector stands in the list; undefined while it is not there. */
export const findConnectorRow = (rows: ListRow[], connectorId: number | undefined): number | undefined => {
  const index = rows.findIndex((row) => row.kind === 'connector' && row.connector.id === connectorId);
  return index === -1 ? undefined : index;
};

/** "read-only access", "access can write", "opened read-only" of files, or nothing where the system does not tell. */
export const describeLogin = (canWrite: boolean | null, type: ConnectorType | undefined): string => {
  if (canWrite === null) return '';
  if (canWrite && type?.withoutLogin) return t('login.openedReadOnly');
  return t(canWrite ? 'login.canWrite' : 'login.readOnly');
};

const recentMs = 60_000;

/**
 * The status column in words: "active · read-only login · tested 5 min ago". Of a test a moment ago, which took `latencyMs`
 * where it succeeded, it says the second, so that testing once more can be seen. An unknown type has none.
 */
export const describeStatus = (
  connector: Connector,
  type: ConnectorType | undefined,
  now: number,
  latencyMs?: number,
): string => {
  if (!type) return t('status.unsupported');
  const { status, lastTestedAt } = connector;
  const at = lastTestedAt && Date.parse(lastTestedAt) > now - recentMs ? formatTimeOfDay(lastTestedAt) : undefined;
  const why = connector.statusMessage === null ? undefined : fromMain(connector.statusMessage);
  if (status === 'pending') return why ?? t('status.pending');
  if (status === 'failed') {
    const reason = why ?? t('status.lastTestFailed');
    return at ? t('status.failedAt', { at, why: reason }) : t('status.failed', { why: reason });
  }
  const ago = lastTestedAt ? t('status.tested', { ago: formatAgo(lastTestedAt, now) }) : '';
  const tested = at && latencyMs !== undefined ? t('status.reached', { at, time: formatDuration(latencyMs) }) : ago;
  return [t('status.active'), describeLogin(connector.canWrite, type), tested].filter(Boolean).join(' · ');
};
