import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { DateField } from '../../components/date-field';
import { readDay } from '../../components/days';
import { inMainPart } from '../../components/floating';
import { textsOf } from '../../texts';
import styles from './audit-log-page.module.css';
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

/** The first moment of a day, of the day after for an end; undefined while none is written. */
const momentOf = (text: string, daysLater: number): string | undefined => {
  const day = readDay(text);
  return day && new Date(Date.parse(`${day}T00:00:00`) + daysLater * 86_400_000).toISOString();
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
      classNames={{ input: styles.anything }}
      placeholder={t('filter.allKinds')}
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
    <DayFilter label={t('filter.from')} onChange={(day) => onChange({ from: momentOf(day, 0) })} />
    <DayFilter label={t('filter.until')} onChange={(day) => onChange({ until: momentOf(day, 1) })} />
  </>
);

const DayFilter = ({ label, onChange }: { label: string; onChange: (day: string) => void }) => {
  const [day, setDay] = useState('');
  return (
    <DateField
      aria-label={label}
      leftSection={label}
      leftSectionWidth="3.5rem"
      leftSectionProps={{ className: styles.dateLabel }}
      w="11rem"
      value={day}
      onChange={(written) => {
        setDay(written);
        if (readDay(written) !== readDay(day)) onChange(written);
      }}
    />
  );
};
