import { Button } from '@mantine/core';
import type { Analysis, Connector } from '../../../preload/contract';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { readTables, useAnalyses } from './analysis-store';
import { hasCompletion } from './query-language';
import { useSchemas } from './schema-store';
import { connectorsOfType } from './selection';

const t = textsOf('analysis');

/** The connector whose tables can be asked for: the question's own, once a test has reached it. */
const useTestedConnector = (analysis: Analysis | undefined): Connector | undefined => {
  const connectors = useAnalyses((state) => state.connectors);
  const ofType = connectorsOfType(connectors, analysis?.toolSuggestion ?? null);
  return ofType.find(({ id, status }) => id === analysis?.connectorId && status === 'active');
};

interface CompletionOfferProps {
  analysis: Analysis | undefined;
  queryLanguage: string | undefined;
}

/** Offers to read the tables of the question's connector, and says when they are known. */
export const CompletionOffer = ({ analysis, queryLanguage }: CompletionOfferProps) => {
  const connector = useTestedConnector(analysis);
  const schema = useSchemas((state) => connector && state.byConnector.get(connector.id));
  if (!connector || !hasCompletion(queryLanguage)) return null;
  if (schema?.state === 'known') {
    return <span className={rows.dimmed}>{t('completion.known', { count: schema.tables.length })}</span>;
  }
  return (
    <>
      {schema?.state === 'failed' && (
        <span className={`${rows.dimmed} ${rows.line}`} title={fromMain(schema.error.message)} role="status">
          {t('completion.failed', { message: fromMain(schema.error.message) })}
        </span>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        title={t('completion.readHelp')}
        loading={schema?.state === 'reading'}
        onClick={() => void readTables([connector.id])}
      >
        {t('completion.read')}
      </Button>
    </>
  );
};
