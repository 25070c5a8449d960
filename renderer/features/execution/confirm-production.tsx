import { confirm } from '../../components/confirm-dialog';
import { EnvironmentBadge } from '../../components/environment-badge';
import { textsOf } from '../../texts';
import styles from './execution.module.css';
import type { PreflightSummary, ProductionConnector } from './preflight-summary';

const t = textsOf('preflight');

/** Asks before production systems are queried, naming each of them. */
export const confirmProductionRun = ({ production, environments, ready }: PreflightSummary): Promise<boolean> => {
  const onProduction = environments.production || ready;
  const others = ready - onProduction;
  return confirm({
    tone: 'production',
    title: t(production.length > 1 ? 'production.titleMany' : 'production.titleOne'),
    body: <ProductionList production={production} others={others} />,
    confirmLabel:
      others > 0
        ? t('production.confirmMixed', { all: ready, production: onProduction })
        : t('production.confirm', { count: onProduction }),
  });
};

interface ProductionListProps {
  production: readonly ProductionConnector[];
  /** Questions that are started with these, and run elsewhere. */
  others: number;
}

const ProductionList = ({ production, others }: ProductionListProps) => (
  <>
    <p className={styles.productionIntroduction}>{t('production.text')}</p>
    <ul className={styles.production} aria-label={t('production.label')}>
      {production.map(({ connectorId, connectorName, toolType, target, questions }) => (
        <li key={connectorId}>
          <div className={styles.productionName}>
            {connectorName} <EnvironmentBadge environment="production" />
          </div>
          <div>
            {toolType} · {target ?? t('production.noTarget')}
          </div>
          <div className={styles.quiet}>{t('production.questions', { count: questions })}</div>
        </li>
      ))}
    </ul>
    {others > 0 && <p className={styles.quiet}>{t('production.others', { count: others })}</p>}
  </>
);
