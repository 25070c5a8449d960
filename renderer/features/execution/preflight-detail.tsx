import { EnvironmentBadge } from '../../components/environment-badge';
import { FromMain } from '../../components/error-kind';
import { ErrorHelpLink } from '../../components/help-link';
import { richText } from '../../components/rich-text';
import { textsOf } from '../../texts';
import { questionName } from '../questions/questions-store';
import styles from './execution.module.css';
import { FixButton } from './fix-button';
import type { PreflightRow } from './preflight-table';

const t = textsOf('preflight');

interface PreflightDetailProps {
  applicationId: number;
  row: PreflightRow;
}

/** The focused question's exact query and, where it was refused, why and where to mend it. */
export const PreflightDetail = ({ applicationId, row }: PreflightDetailProps) => {
  const { question, item, connectorName, environment, target, query, notAnswerable } = row;
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
      {!item && notAnswerable !== undefined && <div>{t('table.notAnswerable', { why: notAnswerable })}</div>}
      {item && item.reasons.length > 0 && (
        <div className={styles.reasons}>
          <div>
            <ul>
              {item.reasons.map((reason) => (
                <FromMain key={reason} as="li">
                  {reason}
                </FromMain>
              ))}
            </ul>
            {item.code && <ErrorHelpLink code={item.code} />}
          </div>
          {item.verdict === 'refused' && (
            <FixButton
              applicationId={applicationId}
              questionId={question.questionId}
              failed={item}
              label={t('check.fix')}
            />
          )}
        </div>
      )}
      <pre className={styles.query}>{query || t('check.noQuery')}</pre>
    </section>
  );
};
