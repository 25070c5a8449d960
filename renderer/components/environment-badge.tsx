import type { Environment } from '../../preload/contract';
import { textsOf } from '../texts';
import styles from './environment-badge.module.css';

const t = textsOf('components');

/** The environment in a word. */
export const environmentName = (environment: Environment): string => t(`environment.${environment}`);

interface EnvironmentBadgeProps {
  environment: Environment | null;
}

/** Which kind of system a query meets, told by colour, shape and word. */
export const EnvironmentBadge = ({ environment }: EnvironmentBadgeProps) => {
  const shown = environment ?? 'unspecified';
  return (
    <span
      role="img"
      aria-label={environmentName(shown)}
      className={styles.badge}
      data-environment={shown}
      title={t('environmentTitle', { name: environmentName(shown) })}
    >
      {t(`environmentShort.${shown}`)}
    </span>
  );
};
