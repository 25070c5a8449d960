import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { inMainPart } from '../../components/floating';
import { textsOf } from '../../texts';
import type { LogFilter } from './audit-log-store';
import { ConnectorFilter } from './connector-filter';

const t = textsOf('proof');

const kinds = [
  'application',
  'connector',
  'questions',
  'analysis',
  'execution',
  'evidence',
  'auditLog',
  'signingKey',
  'preferences',
  'store',
] as const;

/** The first moment of a day that was written as YYYY-MM-DD; of the day after, for an end. */
const momentOf = (day: string, daysLater: number): string | undefined => {
  const start = Date.parse(`${day}T00:00:00`);
  return Number.isNaN(start) ? undefined : new Date(start + daysLater * 86_400_000).toISOString();
};

/** Looks for a text in the log. */
export const LogSearch = ({ filter, onChange }: LogFiltersProps) => (
  <TextInput
    aria-label={t('filter.text')}
    placeholder={t('filter.text')}
    leftSection={<IconSearch size={16} aria-hidden />}
    w="14rem"
    value={filter.text ?? ''}
    onChange={({ currentTarget }) => onChange({ text: currentTarget.value || undefined })}
  />
);

interface LogFiltersProps {
  filter: LogFilter;
  onChange: (changes: LogFilter) => void;
}

/** Narrows the log by kind of action, connector, person and period. */
export const LogFilters = ({ filter, onChange }: LogFiltersProps) => (
  <>
    <Select
      aria-label={t('filter.kind')}
      placeholder={t('filter.kind')}
      clearable
      comboboxProps={{ portalProps: inMainPart }}
      w="11rem"
      data={kinds.map((kind) => ({ value: kind, label: t(`filter.kinds.${kind}`) }))}
      value={filter.action ?? null}
      onChange={(action) => onChange({ action: action ?? undefined })}
    />
    <ConnectorFilter value={filter.connectorId} onChange={(connectorId) => onChange({ connectorId })} />
    <TextInput
      aria-label={t('filter.person')}
      placeholder={t('filter.person')}
      w="8rem"
      value={filter.actor ?? ''}
      onChange={({ currentTarget }) => onChange({ actor: currentTarget.value || undefined })}
    />
    <TextInput
      type="date"
      aria-label={t('filter.from')}
      leftSection={t('filter.from')}
      leftSectionWidth="3.5rem"
      w="12.5rem"
      onChange={({ currentTarget }) => onChange({ from: momentOf(currentTarget.value, 0) })}
    />
    <TextInput
      type="date"
      aria-label={t('filter.until')}
      leftSection={t('filter.until')}
      leftSectionWidth="3.5rem"
      w="12.5rem"
      onChange={({ currentTarget }) => onChange({ until: momentOf(currentTarget.value, 1) })}
    />
  </>
);
