import { Button, Loader } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { type RefObject, useId, useRef, useState } from 'react';
import type { Analysis, Connector } from '../../../preload/contract';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import styles from './analysis.module.css';
import { readTables, useAnalyses } from './analysis-store';
import dropdown from './dropdown.module.css';
import type { QueryEditorHandle } from './query-editor';
import { hasCompletion } from './query-language';
import { useSchemas } from './schema-store';
import { connectorsOfType } from './selection';
import { TableList } from './table-list';
import { useFileTables } from './use-file-tables';

const t = textsOf('analysis');

/** The connector whose tables can be asked for: the question's own. */
const useOwnConnector = (analysis: Analysis | undefined): Connector | undefined => {
  const connectors = useAnalyses((state) => state.connectors);
  const ofType = connectorsOfType(connectors, analysis?.toolSuggestion ?? null);
  return ofType.find(({ id }) => id === analysis?.connectorId);
};

interface KnownTablesProps {
  analysis: Analysis | undefined;
  queryLanguage: string | undefined;
  editor: RefObject<QueryEditorHandle | null>;
}

/** Offers to read the tables of the question's connector once a test has reached it, and lists them once they are known. */
export const KnownTables = ({ analysis, queryLanguage, editor }: KnownTablesProps) => {
  const connector = useOwnConnector(analysis);
  const schema = useSchemas((state) => connector && state.byConnector.get(connector.id));
  useFileTables(connector ? [connector] : []);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();
  if (!connector || !hasCompletion(queryLanguage)) return null;
  const tables = schema?.state === 'known' ? schema.tables : undefined;
  const reading = schema?.state === 'reading';
  // Only a test tells that its system can be reached, and which one it is.
  const untested = !tables && connector.status !== 'active';
  const show = async () => {
    if (!tables) await readTables([connector.id]);
    if (useSchemas.getState().byConnector.get(connector.id)?.state === 'known') setOpen(true);
  };
  const close = (hasWritten: boolean) => {
    setOpen(false);
    (hasWritten ? editor : button).current?.focus();
  };
  return (
    <>
      <div className={dropdown.anchor} data-open={open}>
        <Button
          ref={button}
          size="compact-sm"
          variant="subtle"
          disabled={untested || reading}
          title={tables ? undefined : t(untested ? 'tables.testFirst' : 'tables.readHelp')}
          leftSection={reading ? <Loader size={12} /> : <IconTable size={14} aria-hidden />}
          aria-haspopup="tree"
          aria-expanded={open}
          onClick={() => void show()}
        >
          {tables ? t('tables.button', { count: tables.length }) : t(reading ? 'tables.reading' : 'tables.read')}
        </Button>
        {open && tables && (
          <TableList
            listId={listId}
            tables={tables}
            queryLanguage={queryLanguage}
            editor={editor}
            onClose={close}
            onLeave={() => setOpen(false)}
          />
        )}
      </div>
      {schema?.state === 'failed' && (
        <span className={`${styles.tablesFailed} ${rows.line}`} title={fromMain(schema.error.message)} role="status">
          {t('tables.failed', { message: fromMain(schema.error.message) })}
        </span>
      )}
    </>
  );
};
