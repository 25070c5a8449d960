import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { RenameSuggestion, Result } from '../../../preload/contract';
import { navigate } from '../../app/navigation';
import { bridge } from '../../bridge';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { addNotice } from '../../components/notices-store';
import { Page, PageHeader } from '../../components/page';
import { VirtualRows } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { connectorsChanged } from '../settings/connectors-store';
import styles from './legacy.module.css';
import { forgetName, loadNames, useNames } from './names-store';

const t = textsOf('legacy');

type Edits = Readonly<Record<number, string>>;

const giveName = ({ id, connectorName }: RenameSuggestion, name: string): Promise<Result<{ ciId: string }>> =>
  name === connectorName ? bridge.connectors.keepName({ id }) : bridge.connectors.update({ id, connectorName: name });

/** Gives names one after the other; answers what went wrong, by connector. */
const giveNames = async (
  names: readonly { row: RenameSuggestion; name: string }[],
): Promise<Record<number, string>> => {
  const problems: Record<number, string> = {};
  const touched = new Set<string>();
  for (const { row, name } of names) {
    const given = await giveName(row, name.trim());
    if (given.ok) touched.add(given.value.ciId);
    else problems[row.id] = fromMain(given.error.message);
    if (given.ok) forgetName(row.id);
  }
  await Promise.all([...[...touched].map(connectorsChanged), loadNames()]);
  const done = names.length - Object.keys(problems).length;
  if (done > 0) addNotice({ tone: 'success', title: t('names.done', { count: done }) });
  return problems;
};

const without = (problems: Record<number, string>, ids: ReadonlySet<number>): Record<number, string> =>
  Object.fromEntries(Object.entries(problems).filter(([id]) => !ids.has(Number(id))));

/** Made-up names of an import, each with a better one to take, to change or to leave. */
export const NamesPage = () => {
  const { suggestions, loaded, error } = useNames();
  const [edits, setEdits] = useState<Edits>({});
  const [problems, setProblems] = useState<Record<number, string>>({});
  const [busy, setBusy] = useState(false);
  useEffect(() => void loadNames(), []);

  const give = async (names: readonly { row: RenameSuggestion; name: string }[]) => {
    setBusy(true);
    const found = await giveNames(names);
    const given = new Set(names.map(({ row }) => row.id));
    setProblems((before) => ({ ...without(before, given), ...found }));
    setBusy(false);
  };
  const nameOf = (row: RenameSuggestion) => edits[row.id] ?? row.suggestion;
  const all = (name: (row: RenameSuggestion) => string) => give(suggestions.map((row) => ({ row, name: name(row) })));

  return (
    <Page
      layout="fill"
      header={
        <PageHeader
          context={t('names.context')}
          title={t('names.title')}
          summary={suggestions.length > 0 ? t('names.summary', { count: suggestions.length }) : undefined}
          actions={
            suggestions.length > 0 && (
              <>
                <Button variant="default" disabled={busy} onClick={() => void all((row) => row.connectorName)}>
                  {t('names.keepAll')}
                </Button>
                <Button loading={busy} onClick={() => void all(nameOf)}>
                  {t('names.acceptAll')}
                </Button>
              </>
            )
          }
        />
      }
    >
      {error && <ErrorNotice title={t('names.notShown')} error={error} onRetry={() => void loadNames()} />}
      {loaded && !error && suggestions.length === 0 && <NothingLeft />}
      {suggestions.length > 0 && (
        <VirtualRows
          label={t('names.title')}
          rows={suggestions}
          rowKey={(row) => row.id}
          rowHeight={() => 84}
          renderRow={(row) => (
            <NameRow
              row={row}
              name={nameOf(row)}
              problem={problems[row.id]}
              busy={busy}
              onChange={(name) => setEdits({ ...edits, [row.id]: name })}
              onGive={(name) => void give([{ row, name }])}
            />
          )}
        />
      )}
    </Page>
  );
};

interface NameRowProps {
  row: RenameSuggestion;
  name: string;
  problem: string | undefined;
  busy: boolean;
  onChange: (name: string) => void;
  onGive: (name: string) => void;
}

const NameRow = ({ row, name, problem, busy, onChange, onGive }: NameRowProps) => (
  <form
    className={styles.nameRow}
    aria-label={row.connectorName}
    onSubmit={(event) => {
      event.preventDefault();
      onGive(name);
    }}
  >
    <div className={styles.oldName}>
      <div className={styles.name}>{row.connectorName}</div>
      <div className={styles.because}>{row.because.split('; ').map(fromMain).join('; ')}</div>
    </div>
    <TextInput
      className={styles.newName}
      aria-label={t('names.newName', { name: row.connectorName })}
      value={name}
      maxLength={200}
      error={problem}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
    <Button
      type="submit"
      variant="default"
      disabled={busy || name.trim() === ''}
      aria-label={t('names.acceptName', { name: row.connectorName })}
    >
      {t('names.accept')}
    </Button>
    <Button
      variant="default"
      disabled={busy}
      aria-label={t('names.keepName', { name: row.connectorName })}
      onClick={() => onGive(row.connectorName)}
    >
      {t('names.keep')}
    </Button>
  </form>
);

const NothingLeft = () => (
  <EmptyState
    icon={<IconCheck size={32} stroke={1.5} />}
    title={t('names.nothing')}
    actions={
      <Button variant="default" onClick={() => void navigate({ page: 'settings', section: 'connectors' })}>
        {t('names.toConnectors')}
      </Button>
    }
  >
    {t('names.nothingText')}
  </EmptyState>
);
