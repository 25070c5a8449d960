import { useMemo } from 'react';
import type { Question } from '../../../preload/contract';
import { textsOf } from '../../texts';
import { setFilter, useAnalyses, useLaterAnalyses } from './analysis-store';
import { SavingState } from './analysis-tools';
import { countParts, countStates } from './question-state';
import styles from './state-counts.module.css';

const t = textsOf('analysis');

/** How many questions stand where. Each part shows only its questions, as the filter by state does. */
export const StateCounts = ({ questions }: { questions: readonly Question[] }) => {
  const analyses = useLaterAnalyses();
  const filtered = useAnalyses((state) => state.filter.state);
  const counts = useMemo(() => countStates(questions, (questionId) => analyses.get(questionId)), [questions, analyses]);
  return (
    <div role="status" className={styles.counts}>
      <span>{t('counts.total', { count: counts.total })}</span>
      {countParts(counts, filtered).map(({ state, text }) => (
        <span key={state} className={styles.part}>
          <button
            type="button"
            className={styles.count}
            aria-pressed={filtered === state}
            aria-label={t('counts.filter', { questions: text })}
            title={filtered === state ? t('counts.showAll') : t(`meanings.${state}`)}
            onClick={() => setFilter({ state: filtered === state ? null : state })}
          >
            {text}
          </button>
          {state === 'ready' && counts.untried > 0 && ` ${t('counts.untried', { count: counts.untried })}`}
        </span>
      ))}
      <span className={styles.part}>
        <SavingState />
      </span>
    </div>
  );
};
