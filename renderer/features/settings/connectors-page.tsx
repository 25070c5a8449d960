import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconPlug, IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { countOf, formatCount } from '../../components/format';
import { Page, PageHeader } from '../../components/page';
import { CiSelect } from './ci-select';
import { openConnectorForm } from './connector-form-store';
import { buildListRows, countConnectors } from './connector-list';
import { ConnectorListView } from './connector-list-view';
import { useConnectorTests } from './connector-tests-store';
import styles from './connectors-page.module.css';
import {
  connectorsChanged,
  loadConnectorTypes,
  refreshConnectors,
  useCiConnectors,
  useConnectors,
} from './connectors-store';
import { NameDialog } from './name-dialog';
import { useSelectedCi } from './selected-ci';

/** Settings › Connectors: the connectors of one CI, by tool type. */
export const ConnectorsPage = ({ ciId: askedCi, connectorId }: { ciId?: string; connectorId?: number }) => {
  const [ciId, selectCi] = useSelectedCi(askedCi);
  const [search, setSearch] = useState('');
  useEffect(() => {
    if (ciId !== undefined) void refreshConnectors(ciId);
  }, [ciId]);
  return (
    <Page
      layout="fill"
      header={
        <PageHeader
          context="Settings"
          title="Connectors"
          summary={<Summary ciId={ciId} />}
          toolbar={
            <>
              <CiSelect value={ciId} onChange={selectCi} />
              <SearchField value={search} onChange={setSearch} />
              <div className={styles.spring} />
              <NewConnectorButton ciId={ciId} />
            </>
          }
        />
      }
    >
      <ConnectorsOfCi ciId={ciId} askedFor={connectorId} search={search} onClearSearch={() => setSearch('')} />
      <NameDialog />
      <Announcement />
    </Page>
  );
};

const Summary = ({ ciId }: { ciId: string | undefined }) => {
  const ci = useConnectors((state) => state.cis.find((candidate) => candidate.ciId === ciId));
  if (!ci) return 'Named accesses to the systems behind one audited application.';
  return `${countOf(ci.connectors, 'connector')} on ${ci.ciId}, shared by ${countOf(ci.applications, 'audit')}`;
};

const SearchField = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <TextInput
    className={styles.search}
    type="search"
    aria-label="Search connectors"
    placeholder="Search name, target, status"
    leftSection={<IconSearch size={15} aria-hidden />}
    rightSection={value && <CloseButton size="sm" aria-label="Clear the search" onClick={() => onChange('')} />}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

const NewConnectorButton = ({ ciId }: { ciId: string | undefined }) => (
  <Button
    leftSection={<IconPlus size={15} aria-hidden />}
    disabled={ciId === undefined}
    onClick={() => ciId !== undefined && openConnectorForm({ mode: 'create', ciId })}
  >
    New connector
  </Button>
);

interface ConnectorsOfCiProps {
  ciId: string | undefined;
  /** The connector that another page sent the person to. */
  askedFor: number | undefined;
  search: string;
  onClearSearch: () => void;
}

const ConnectorsOfCi = ({ ciId, askedFor, search, onClearSearch }: ConnectorsOfCiProps) => {
  const { groups, loaded, error } = useCiConnectors(ciId);
  const types = useConnectors((state) => state.types);
  const typesError = useConnectors((state) => state.typesError);
  const deferredSearch = useDeferredValue(search);
  const rows = useMemo(() => buildListRows(groups, types, deferredSearch), [groups, types, deferredSearch]);

  const atConnector = useOnce(askedFor, rows.length > 0);

  if (ciId === undefined) return <NoCi />;
  if (error) {
    return (
      <div className={styles.notice}>
        <ErrorNotice
          title={`The connectors of ${ciId} can’t be shown`}
          error={error}
          onRetry={() => void connectorsChanged(ciId)}
        />
      </div>
    );
  }
  if (!loaded) return null;
  return (
    <>
      {typesError && (
        <div className={styles.notice}>
          <ErrorNotice
            title="The tool types can’t be shown"
            error={typesError}
            onRetry={() => void loadConnectorTypes()}
          />
        </div>
      )}
      {groups.length === 0 && <NoConnectors ciId={ciId} />}
      {groups.length > 0 && rows.length === 0 && <NothingFound search={search} onClear={onClearSearch} />}
      {rows.length > 0 && <ConnectorListView key={ciId} rows={rows} startAt={atConnector} />}
      {rows.length > 0 && deferredSearch !== '' && (
        <div className={styles.found} role="status">
          {formatCount(countConnectors(rows))} found
        </div>
      )}
    </>
  );
};

// The list starts at the connector the first time it is shown, and not again after each search.
const useOnce = (value: number | undefined, shown: boolean): number | undefined => {
  const used = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (shown) used.current = value;
  }, [shown, value]);
  return used.current === value ? undefined : value;
};

const NoCi = () => (
  <EmptyState icon={<IconPlug size={32} stroke={1.5} />} title="Choose a CI">
    Connectors belong to a configuration item, the client’s identifier of the audited application. Choose one above, or
    write a new one.
  </EmptyState>
);

const NoConnectors = ({ ciId }: { ciId: string }) => (
  <EmptyState
    icon={<IconPlug size={32} stroke={1.5} />}
    title={`No connectors on ${ciId} yet`}
    actions={<NewConnectorButton ciId={ciId} />}
  >
    A connector is a named, read-only access to one system. Create one for each database or server that answers
    questions, and give each its environment: production never looks like development.
  </EmptyState>
);

const NothingFound = ({ search, onClear }: { search: string; onClear: () => void }) => (
  <EmptyState
    icon={<IconSearch size={32} stroke={1.5} />}
    title="Nothing found"
    actions={
      <Button variant="default" onClick={onClear}>
        Clear the search
      </Button>
    }
  >
    No connector of this CI contains “{search.trim()}” in its name, tool type, environment, target, status or notes.
  </EmptyState>
);

const Announcement = () => {
  const announcement = useConnectorTests((state) => state.announcement);
  return (
    <div className={styles.announcement} role="status">
      {announcement}
    </div>
  );
};
