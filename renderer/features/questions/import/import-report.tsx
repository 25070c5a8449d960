import { Button, Group } from '@mantine/core';
import { Cell, HeaderCell } from '../../../components/cells';
import { formatCount } from '../../../components/format';
import rows from '../../../components/rows.module.css';
import { VirtualRows } from '../../../components/virtual-rows';
import { textsOf } from '../../../texts';
import styles from '../questions.module.css';
import type { ImportReport } from './import-store';

const t = textsOf('questions');

/** What came of an import, and each row that was left out with its reason. */
export const ImportReportView = ({ report, onDone }: { report: ImportReport; onDone: () => void }) => {
  const { imported, updated, unchanged, skipped } = report;
  const counts = [
    t('import.added', { count: imported }),
    t('import.updated', { count: updated }),
    t('import.unchanged', { count: unchanged }),
    t('import.leftOut', { count: skipped.length }),
  ];
  return (
    <div className={styles.paste}>
      <div role="status" className={styles.pasteSummary}>
        {counts.join(' · ')}
      </div>
      {/* As high as its rows, as long as they fit. */}
      <div className={styles.preview} style={{ maxHeight: `${(skipped.length + 1) * 2.25 + 0.25}rem` }}>
        <VirtualRows
          role="table"
          label={t('import.leftOutName')}
          rows={skipped}
          rowKey={({ row }) => row}
          rowHeight={() => 34}
          header={
            <div className={`${rows.header} ${styles.reportColumns}`}>
              <HeaderCell>{t('preview.line')}</HeaderCell>
              <HeaderCell>{t('import.reason')}</HeaderCell>
            </div>
          }
          renderRow={({ row, reason }) => (
            <div className={`${rows.row} ${styles.reportColumns}`}>
              <Cell className={rows.dimmed}>{formatCount(row)}</Cell>
              <Cell className={rows.line}>{reason}</Cell>
            </div>
          )}
        />
      </div>
      <Group justify="flex-end">
        <Button data-autofocus onClick={onDone} autoFocus>
          {t('import.done')}
        </Button>
      </Group>
    </div>
  );
};
