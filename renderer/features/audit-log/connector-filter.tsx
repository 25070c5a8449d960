import { Select } from '@mantine/core';
import { useEffect } from 'react';
import { inMainPart } from '../../components/floating';
import { textsOf } from '../../texts';
import { loadCis, loadConnectors, useConnectors } from '../settings/connectors-store';
import styles from './audit-log-page.module.css';

const t = textsOf('proof');

/** Narrows the log to one connector, of whichever CI. */
export const ConnectorFilter = (filter: { value: number | undefined; onChange: (id: number | undefined) => void }) => {
  const { cis, byCi } = useConnectors();
  useEffect(() => void loadCis(), []);
  const readMissing = () => {
    for (const { ciId } of cis) if (!useConnectors.getState().byCi[ciId]) void loadConnectors(ciId);
  };
  return (
    <Select
      aria-label={t('filter.connector')}
      classNames={{ input: styles.anything }}
      placeholder={t('filter.allConnectors')}
      clearable
      searchable
      comboboxProps={{ portalProps: inMainPart }}
      limit={200}
      w="13rem"
      data={cis.map(({ ciId }) => ({
        group: ciId,
        items: (byCi[ciId]?.groups ?? []).flatMap(({ connectors }) =>
          connectors.map(({ id, connectorName }) => ({ value: String(id), label: connectorName })),
        ),
      }))}
      value={filter.value === undefined ? null : String(filter.value)}
      onDropdownOpen={readMissing}
      onChange={(id) => filter.onChange(id === null ? undefined : Number(id))}
    />
  );
};
