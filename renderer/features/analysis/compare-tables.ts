import { addNotice, noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { useConnectors } from '../settings/connectors-store';
import { readTables, setFilter, useAnalyses } from './analysis-store';
import { hasCompletion } from './query-language';
import { noFilter } from './question-filter';
import { stateOf } from './question-state';
import { useSchemas } from './schema-store';

const t = textsOf('analysis');

/** Of the connectors those that a test has reached, whose tables can be read and were not. */
export const unreadConnectors = (connectorIds: readonly number[]): number[] => {
  const { types } = useConnectors.getState();
  const { byConnector } = useSchemas.getState();
  const languageOf = (connectorType: string) => types.find(({ type }) => type === connectorType)?.queryLanguage;
  return [...useAnalyses.getState().connectors.values()]
    .flat()
    .filter(({ id, status }) => connectorIds.includes(id) && status === 'active')
    .filter(({ id, connectorType }) => hasCompletion(languageOf(connectorType)) && !byConnector.has(id))
    .map(({ id }) => id);
};

/** Reads the tables of connectors and tells how many of the queries for them are to be corrected. */
export const compareTables = async (connectorIds: readonly number[]): Promise<void> => {
  await readTables(connectorIds);
  for (const id of connectorIds) {
    const schema = useSchemas.getState().byConnector.get(id);
    if (schema?.state === 'failed') return noticeError(schema.error, t('completion.notRead'));
  }
  const analyses = [...useAnalyses.getState().analyses.values()];
  const lacking = analyses.filter(
    (analysis) => connectorIds.includes(analysis.connectorId ?? Number.NaN) && stateOf(analysis) === 'query-problem',
  );
  if (lacking.length === 0) {
    addNotice({ tone: 'success', title: t('suggest.tablesThere') });
    return;
  }
  addNotice({
    tone: 'information',
    title: t('suggest.tablesLacking', { count: lacking.length }),
    message: t('suggest.whereReasons'),
    action: { label: t('suggest.showLacking'), run: () => setFilter({ ...noFilter, state: 'query-problem' }) },
  });
};
