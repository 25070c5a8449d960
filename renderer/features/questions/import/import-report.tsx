import { Button } from '@mantine/core';
import { Cell, HeaderCell } from '../../../components/cells';
import { DialogButtons } from '../../../components/dialog-buttons';
import { formatCount } from '../../../components/format';
import rows from '../../../components/rows.module.css';
import { VirtualRows } from '../../../components/virtual-rows';
import { textsOf } from '../../../texts';
import styles from '../questions.module.css';
import { columnLabel } from '../skip-reasons';
import type { ImportReport } from './import-store';

const t = textsOf('questions');

/** What came of an import, in numbers: those that are nought say nothing. */
export const reportCounts = ({ imported, updated, updatedColumns, unchanged, skipped }: ImportReport): string =>
  [
    imported > 0 && t('import.added', { count: imported }),
    updated > 0 && t('import.updated', { count: updated, columns: updatedColumns.map(columnLabel).join(', ') }),
    unchanged > 0 && t('import.unchanged', { count: unchanged }),
    skipped.length > 0 && t('import.leftOut', { count: skipped.length }),
  ]
    .filter(Boolean)
    .join(' · ');

/** What came of an import, and each row that was left out with its reason. */
export const ImportReportView = ({ report, onDone }: { report: ImportReport; onDone: () => void }) => {
  const { skipped } = report;
  return (
    <div className={styles.paste}>
      <div role="status" className={styles.pasteSummary}>
        {reportCounts(report)}
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
      <DialogButtons>
        <Button data-autofocus onClick={onDone} autoFocus>
          {t('import.done')}
        </Button>
      </DialogButtons>
    </div>
  );
};
