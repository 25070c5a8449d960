import { Button } from '@mantine/core';
import { useApplication } from '../../app/applications-store';
import { navigate } from '../../app/navigation';
import { EnvironmentBadge } from '../../components/environment-badge';
import { ErrorHelpLink } from '../../components/help-link';
import { richText } from '../../components/rich-text';
import { textsOf } from '../../texts';
import { setFilter, useAnalyses } from '../analysis/analysis-store';
import { questionName } from '../questions/questions-store';
import styles from './execution.module.css';
import { placeToFix } from './preflight-summary';
import type { PreflightRow } from './preflight-table';

const t = textsOf('preflight');

interface PreflightDetailProps {
  applicationId: number;
  row: PreflightRow;
}

/** The focused question's exact query and, where it was refused, why and where to mend it. */
export const PreflightDetail = ({ applicationId, row }: PreflightDetailProps) => {
  const { question, item, connectorName, environment, target, query } = row;
  return (
    <section className={styles.detail} aria-label={t('check.of', { question: questionName(question) })}>
      <div className={styles.detailHead}>
        <h2 className={styles.detailTitle}>
          {questionName(question)} {question.question}
        </h2>
        {connectorName !== null && (
          <div className={styles.runsOn}>
            {richText(t('check.runsOn', { connector: connectorName }), { strong: (text) => <strong>{text}</strong> })}{' '}
            <EnvironmentBadge environment={environment} />
            {target && <span className={styles.quiet}>{target}</span>}
          </div>
        )}
      </div>
      {item && item.reasons.length > 0 && (
        <div className={styles.reasons}>
          <div>
            <ul>
              {item.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {item.code && <ErrorHelpLink code={item.code} />}
          </div>
          {item.verdict === 'refused' && <FixButton applicationId={applicationId} row={row} />}
        </div>
      )}
      <pre className={styles.query}>{query || t('check.noQuery')}</pre>
    </section>
  );
};

const FixButton = ({ applicationId, row }: PreflightDetailProps) => {
  const ciId = useApplication(applicationId)?.ciId;
  const { item, question } = row;
  if (!item) return null;
  if (placeToFix(item) === 'connector' && item.connectorId !== null) {
    const { connectorId } = item;
    return (
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => void navigate({ page: 'settings', section: 'connectors', ciId, connectorId })}
      >
        {t('check.openConnector')}
      </Button>
    );
  }
  const openAnalysis = async () => {
    if (!(await navigate({ page: 'step', applicationId, step: 'analysis' }))) return;
    setFilter({ text: '', process: null, state: null });
    useAnalyses.setState({ focusedId: question.questionId });
  };
  return (
    <Button size="compact-sm" variant="default" onClick={() => void openAnalysis()}>
      {t('check.fix')}
    </Button>
  );
};
