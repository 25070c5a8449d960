import { confirm } from '../../components/confirm-dialog';
import { EnvironmentBadge } from '../../components/environment-badge';
import { countOf } from '../../components/format';
import styles from './execution.module.css';
import type { PreflightSummary, ProductionConnector } from './preflight-summary';

/** Asks before production systems are queried, naming each of them. */
export const confirmProductionRun = ({ production, environments, ready }: PreflightSummary): Promise<boolean> => {
  const questions = environments.production || ready;
  return confirm({
    tone: 'production',
    title: production.length > 1 ? 'Run on production systems?' : 'Run on a production system?',
    body: <ProductionList production={production} />,
    confirmLabel: `Run ${countOf(questions, 'question')} on production`,
  });
};

const ProductionList = ({ production }: { production: readonly ProductionConnector[] }) => (
  <>
    <p className={styles.productionIntroduction}>
      These queries only read, but they run on systems that the client works with right now.
    </p>
    <ul className={styles.production} aria-label="Production connectors">
      {production.map(({ connectorId, connectorName, toolType, target, questions }) => (
        <li key={connectorId}>
          <div className={styles.productionName}>
            {connectorName} <EnvironmentBadge environment="production" />
          </div>
          <div>
            {toolType} · {target ?? 'target not known yet'}
          </div>
          <div className={styles.quiet}>{countOf(questions, 'question')}</div>
        </li>
      ))}
    </ul>
  </>
);
