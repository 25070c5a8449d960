import styles from './target-comparison.module.css';

interface TargetComparisonProps {
  connectorName: string;
  pinned: string | null;
  answering: string;
}

/** The system a connector was pinned to beside the one that answers now. */
export const TargetComparison = ({ connectorName, pinned, answering }: TargetComparisonProps) => (
  <div className={styles.root}>
    <p className={styles.text}>
      “{connectorName}” was pinned to one system, and another one answers at its address. This happens after a planned
      move or upgrade, and when an address was redirected, for example from production to a copy.
    </p>
    <dl className={styles.pair}>
      <div className={styles.side}>
        <dt>Pinned</dt>
        <dd>{pinned ?? 'none yet'}</dd>
      </div>
      <div className={styles.side}>
        <dt>Answers now</dt>
        <dd>{answering}</dd>
      </div>
    </dl>
    <p className={styles.text}>
      Confirm only if you know why it changed. From then on questions run against the new system; evidence that exists
      keeps naming the old one.
    </p>
  </div>
);
