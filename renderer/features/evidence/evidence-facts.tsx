import type { ReactNode } from 'react';
import type { Execution, GuardLayer, Question } from '../../../preload/contract';
import { CopyButton } from '../../components/copy-button';
import { EnvironmentBadge } from '../../components/environment-badge';
import { FromMain } from '../../components/error-kind';
import { IdentityName } from '../../components/identity-name';
import { textsOf } from '../../texts';
import { QuestionLink } from '../analysis/question-link';
import styles from './evidence.module.css';

const t = textsOf('evidence');

interface EvidenceFactsProps {
  execution: Execution;
  question: Question | undefined;
  /** Whether the query is offered to be edited here: not in an archived audit, nor where the error above does. */
  leadsToQuery: boolean;
}

/** What proves which system answered, to which query, and that nothing was changed there. */
export const EvidenceFacts = ({ execution, question, leadsToQuery }: EvidenceFactsProps) => (
  <section className={styles.facts} aria-label={t('facts.label')}>
    <dl className={styles.list}>
      <Fact term={t('facts.question')}>{question?.question ?? t('facts.questionRemoved')}</Fact>
      <Fact term={t('facts.connector')}>
        <span className={styles.connector}>
          <strong>{execution.connectorName}</strong>
          <EnvironmentBadge environment={execution.environment} />
          <span className={styles.quiet}>{execution.toolType}</span>
        </span>
      </Fact>
      <Fact term={t('facts.target')}>{execution.target ?? t('facts.notRecorded')}</Fact>
      <Fact term={t('facts.resultHash')}>
        {execution.sha256 ? (
          <span className={styles.hash}>
            <code>{execution.sha256}</code>
            <CopyButton text={execution.sha256} what="SHA-256" />
          </span>
        ) : (
          t('facts.noFile')
        )}
      </Fact>
      <Fact term={t('facts.guard')}>
        <GuardLayers layers={execution.guard.layers} />
      </Fact>
      <Fact term={t('facts.identity')}>
        <IdentityText identity={execution.identity} />
      </Fact>
    </dl>
    <div className={styles.queryBox}>
      <div className={styles.queryHead}>
        <span className={styles.term}>{t('facts.exactQuery')}</span>
        <CopyButton text={execution.query} what={t('facts.queryToCopy')} />
        {question && leadsToQuery && (
          <QuestionLink applicationId={execution.applicationId} question={question}>
            {t('facts.editQuery')}
          </QuestionLink>
        )}
      </div>
      <pre className={styles.query}>{execution.query}</pre>
    </div>
  </section>
);

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt className={styles.term}>{term}</dt>
    <dd className={styles.definition}>{children}</dd>
  </>
);

const IdentityText = ({ identity }: { identity: Execution['identity'] }) => {
  const entries = Object.entries(identity ?? {});
  if (entries.length === 0) return <>{t('facts.notRecorded')}</>;
  return (
    <span className={styles.pairs}>
      {entries.map(([key, value]) => (
        <span key={key}>
          <span className={styles.quiet}>
            <IdentityName name={key} />
          </span>{' '}
          <span className={styles.identityValue}>{value}</span>
        </span>
      ))}
    </span>
  );
};

const GuardLayers = ({ layers }: { layers: readonly GuardLayer[] }) => (
  <ul className={styles.layers}>
    {layers.map(({ layer, verdict, reason }) => (
      <li key={layer}>
        <strong>
          {t(`layers.${layer}`)}: {t(`verdicts.${verdict}`)}
        </strong>{' '}
        <FromMain as="span" className={styles.quiet}>
          {reason}
        </FromMain>
      </li>
    ))}
  </ul>
);
