import type { Connector, ConnectorType, Environment } from '../../../preload/contract';
import { textsOf } from '../../texts';
import { addressOf, shortenPath } from '../settings/connector-address';
import type { ConnectorsByType } from './selection';

const t = textsOf('analysis');

/** One line of a dropdown. */
export interface PickerOption {
  key: string;
  label: string;
  /** Said more quietly after the label. */
  detail?: string;
  environment?: Environment;
  state?: Connector['status'];
}

/** The types with connectors on this CI first, each with their number; then the others that this version knows. */
export const toolTypeOptions = (
  types: readonly Pick<ConnectorType, 'type' | 'label'>[],
  connectors: ConnectorsByType,
): PickerOption[] => {
  const known = types.map(({ type, label }) => ({ type, label, count: connectors.get(type)?.length ?? 0 }));
  const sorted = known.toSorted((a, b) => Number(b.count > 0) - Number(a.count > 0) || a.label.localeCompare(b.label));
  return sorted.map(({ type, label, count }) => ({
    key: type,
    label,
    detail: count === 0 ? t('picker.noneOnCi') : t('picker.onCi', { count }),
  }));
};

export const connectorOptions = (connectors: readonly Connector[]): PickerOption[] =>
  connectors.map(({ id, connectorName, target, environment, status }) => ({
    key: String(id),
    label: connectorName,
    detail: target === null ? undefined : shortenPath(addressOf(target)),
    environment,
    state: status,
  }));

/** The options in which every word of the search is found. */
export const searchOptions = (options: readonly PickerOption[], search: string): readonly PickerOption[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  return options.filter(({ label, detail = '', environment = '' }) => {
    const text = `${label} ${detail} ${environment}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
