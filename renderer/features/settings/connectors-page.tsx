import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconArrowLeft, IconPlug, IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useApplication } from '../../app/applications-store';
import { navigate, type Route, type Step, steps, useNavigation } from '../../app/navigation';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { Page, PageHeader } from '../../components/page';
import { Spoken } from '../../components/spoken';
import { textsOf } from '../../texts';
import { NamesBanner } from '../legacy/names-banner';
import { SecretsBanner } from '../legacy/secrets-banner';
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

const t = textsOf('settings');
const ofApp = textsOf('app');

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
          context={t('title')}
          title={t('list.label')}
          summary={<Summary ciId={ciId} />}
          actions={<BackToAudit />}
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
      <SecretsBanner />
      <NamesBanner />
      <ConnectorsOfCi ciId={ciId} askedFor={connectorId} search={search} onClearSearch={() => setSearch('')} />
      <NameDialog />
      <Announcement />
    </Page>
  );
};

const isOfAudit = (route: Route): route is Extract<Route, { page: 'step' | 'overview' }> =>
  route.page === 'step' || route.page === 'overview';

const backLabel = (step: Step): string =>
  t('list.backToStep', { number: steps.indexOf(step) + 1, step: ofApp(`steps.${step}`) });

/** The way back to the audit's page that one came from to make a connector. */
const BackToAudit = () => {
  const place = useNavigation(({ earlier }) => earlier.findLast(isOfAudit));
  const application = useApplication(place?.applicationId);
  if (!place || !application) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
      onClick={() => void navigate(place)}
    >
      {place.page === 'step' ? backLabel(place.step) : t('list.backToOverview')}
    </Button>
  );
};

const Summary = ({ ciId }: { ciId: string | undefined }) => {
  const cis = useConnectors((state) => state.cis);
  const ci = cis.find((candidate) => candidate.ciId === ciId);
  if (!ci) return t('list.noSummary');
  const connectors = t('list.connectors', { count: ci.connectors });
  const audits = t('usage.audits', { count: ci.applications });
  const here = t(ci.applications > 0 ? 'list.summary' : 'list.summaryWithoutAudits', {
    connectors,
    ci: ci.ciId,
    audits,
  });
  const elsewhere = cis.reduce((sum, each) => sum + each.connectors, 0) - ci.connectors;
  return elsewhere > 0 ? `${here} · ${t('list.elsewhere', { count: elsewhere })}` : here;
};

const SearchField = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <TextInput
    className={styles.search}
    type="search"
    aria-label={t('list.search')}
    placeholder={t('list.searchPlaceholder')}
    leftSection={<IconSearch size={15} aria-hidden />}
    rightSection={value && <CloseButton size="sm" aria-label={t('list.clearSearch')} onClick={() => onChange('')} />}
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
    {t('list.new')}
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
          title={t('list.notShown', { ci: ciId })}
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
          <ErrorNotice title={t('list.typesNotShown')} error={typesError} onRetry={() => void loadConnectorTypes()} />
        </div>
      )}
      {groups.length === 0 && <NoConnectors ciId={ciId} />}
      {groups.length > 0 && rows.length === 0 && <NothingFound search={search} onClear={onClearSearch} />}
      {rows.length > 0 && <ConnectorListView key={ciId} rows={rows} startAt={atConnector} />}
      {rows.length > 0 && deferredSearch !== '' && (
        <div className={styles.found} role="status">
          {t('list.found', { count: countConnectors(rows) })}
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
  <EmptyState icon={<IconPlug size={32} stroke={1.5} />} title={t('list.noCi.title')}>
    {t('list.noCi.text')}
  </EmptyState>
);

const NoConnectors = ({ ciId }: { ciId: string }) => (
  <EmptyState
    icon={<IconPlug size={32} stroke={1.5} />}
    title={t('list.none.title', { ci: ciId })}
    actions={<NewConnectorButton ciId={ciId} />}
  >
    {t('list.none.text')}
  </EmptyState>
);

const NothingFound = ({ search, onClear }: { search: string; onClear: () => void }) => (
  <EmptyState
    icon={<IconSearch size={32} stroke={1.5} />}
    title={t('list.nothing.title')}
    actions={
      <Button variant="default" onClick={onClear}>
        {t('list.clearSearch')}
      </Button>
    }
  >
    {t('list.nothing.text', { search: search.trim() })}
  </EmptyState>
);

const Announcement = () => {
  const announcement = useConnectorTests((state) => state.announcement);
  return (
    <div role="status">
      <Spoken>{announcement}</Spoken>
    </div>
  );
};
