import { textsOf } from '../../texts';
import styles from './target-comparison.module.css';

const t = textsOf('settings');

interface TargetComparisonProps {
  connectorName: string;
  pinned: string | null;
  answering: string;
}

/** The system a connector was pinned to beside the one that answers now. */
export const TargetComparison = ({ connectorName, pinned, answering }: TargetComparisonProps) => (
  <div className={styles.root}>
    <p className={styles.text}>{t('target.why', { name: connectorName })}</p>
    <dl className={styles.pair}>
      <div className={styles.side}>
        <dt>{t('target.pinned')}</dt>
        <dd>{pinned ?? t('target.none')}</dd>
      </div>
      <div className={styles.side}>
        <dt>{t('target.answers')}</dt>
        <dd>{answering}</dd>
      </div>
    </dl>
    <p className={styles.text}>{t('target.advice')}</p>
  </div>
);
