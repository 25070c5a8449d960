import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { AuditEntry } from '../../../preload/contract';
import { formatExactTime } from '../../components/format';
import headings from '../../components/rows.module.css';
import { VirtualRows } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import styles from './audit-log-page.module.css';
import { loadOlderEntries, useAuditLog } from './audit-log-store';
import { describeEntry } from './sentences';

const t = textsOf('audit-log');

type Row = AuditEntry | 'older';

const rowHeight = 36;

/** The entries that were read, and at their end a way to read older ones. */
export const AuditEntries = ({ entries }: { entries: AuditEntry[] }) => {
  const hasOlder = useAuditLog((state) => state.hasOlder);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const rows = useMemo<Row[]>(() => (hasOlder ? [...entries, 'older'] : entries), [entries, hasOlder]);
  const toggle = (seq: number) => {
    const next = new Set(open);
    if (!next.delete(seq)) next.add(seq);
    setOpen(next);
  };
  return (
    <VirtualRows
      role="table"
      label={t('title')}
      rows={rows}
      rowKey={(row) => (row === 'older' ? row : row.seq)}
      rowHeight={() => rowHeight}
      header={<Header />}
      renderRow={(row) =>
        row === 'older' ? (
          <OlderEntries />
        ) : (
          <Entry entry={row} open={open.has(row.seq)} onToggle={() => toggle(row.seq)} />
        )
      }
    />
  );
};

const Header = () => (
  <div role="presentation" className={`${headings.heading} ${styles.header}`}>
    <span role="columnheader">{t('table.number')}</span>
    <span role="columnheader">{t('table.time')}</span>
    <span role="columnheader">{t('table.who')}</span>
    <span role="columnheader">{t('table.what')}</span>
  </div>
);

const OlderEntries = () => {
  const { loadingOlder, error } = useAuditLog();
  return (
    <div role="cell" className={styles.older}>
      <Button variant="default" size="compact-sm" loading={loadingOlder} onClick={() => void loadOlderEntries()}>
        {t('table.older')}
      </Button>
      {error && <span role="alert">{fromMain(error.message)}</span>}
    </div>
  );
};

const Entry = ({ entry, open, onToggle }: { entry: AuditEntry; open: boolean; onToggle: () => void }) => (
  <div role="presentation" className={styles.entry}>
    <div role="presentation" className={styles.line}>
      <span role="cell" className={styles.seq}>
        {entry.seq}
      </span>
      <time role="cell" dateTime={entry.at} className={styles.time}>
        {formatExactTime(entry.at)}
      </time>
      <span role="cell" className={styles.actor} title={entry.actor}>
        {entry.actor}
      </span>
      <span role="cell" className={styles.what}>
        <button type="button" className={styles.sentence} aria-expanded={open} onClick={onToggle}>
          <IconChevronRight size={14} className={styles.chevron} data-open={open} aria-hidden />
          <span>{describeEntry(entry)}</span>
        </button>
      </span>
    </div>
    {open && <EntryDetails entry={entry} />}
  </div>
);

const EntryDetails = ({ entry }: { entry: AuditEntry }) => (
  <div role="cell" className={styles.details}>
    <dl className={styles.hashes}>
      <dt>{t('details.action')}</dt>
      <dd>{entry.action}</dd>
      <dt>{t('details.subject')}</dt>
      <dd>{entry.subject}</dd>
      <dt>{t('details.time')}</dt>
      <dd>{entry.at}</dd>
      <dt>{t('details.hash')}</dt>
      <dd>{entry.hash}</dd>
      <dt>{t('details.hashBefore')}</dt>
      <dd>{entry.prevHash}</dd>
    </dl>
    <pre className={styles.json}>{JSON.stringify(entry.details, null, 2)}</pre>
  </div>
);
