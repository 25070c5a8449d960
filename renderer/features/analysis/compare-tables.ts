import { addNotice, noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { useConnectors } from '../settings/connectors-store';
import { readTables, setFilter, useAnalyses } from './analysis-store';
import { noFilter } from './question-filter';
import { stateOf } from './question-state';
import { useSchemas } from './schema-store';

const t = textsOf('analysis');

/** Of the connectors those that a test has reached, whose tables can be compared and were not read. */
export const unreadConnectors = (connectorIds: readonly number[]): number[] => {
  const { types } = useConnectors.getState();
  const { byConnector } = useSchemas.getState();
  const compares = (connectorType: string) => types.find(({ type }) => type === connectorType)?.comparesTables;
  return [...useAnalyses.getState().connectors.values()]
    .flat()
    .filter(({ id, status }) => connectorIds.includes(id) && status === 'active')
    .filter(({ id, connectorType }) => compares(connectorType) && byConnector.get(id)?.state !== 'known')
    .map(({ id }) => id);
};

/** Reads the tables of connectors and tells how many of the queries for them are to be corrected. */
export const compareTables = async (connectorIds: readonly number[]): Promise<void> => {
  const { applicationId } = useAnalyses.getState();
  await readTables(connectorIds);
  if (useAnalyses.getState().applicationId !== applicationId) return;
  for (const id of connectorIds) {
    const schema = useSchemas.getState().byConnector.get(id);
    if (schema?.state === 'failed') return noticeError(schema.error, t('tables.notRead'));
  }
  const analyses = [...useAnalyses.getState().analyses.values()];
  const toCorrect = analyses.filter(
    (analysis) => connectorIds.includes(analysis.connectorId ?? Number.NaN) && stateOf(analysis) === 'query-problem',
  );
  if (toCorrect.length === 0) {
    addNotice({ tone: 'success', title: t('suggest.tablesThere') });
    return;
  }
  addNotice({
    tone: 'information',
    title: t('suggest.tablesLacking', { count: toCorrect.length }),
    message: t('suggest.whereReasons'),
    action: { label: t('suggest.showLacking'), run: () => setFilter({ ...noFilter, state: 'query-problem' }) },
  });
};
