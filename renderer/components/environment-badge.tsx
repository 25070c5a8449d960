import type { Environment } from '../../preload/contract';
import styles from './environment-badge.module.css';

export const environmentNames: Record<Environment, string> = {
  production: 'Production',
  'non-production': 'Non-production',
  unspecified: 'Unspecified',
};

const words: Record<Environment, string> = { production: 'PROD', 'non-production': 'NON-PROD', unspecified: '—' };

interface EnvironmentBadgeProps {
  environment: Environment | null;
}

/** Which kind of system a query meets, told by colour, shape and word. */
export const EnvironmentBadge = ({ environment }: EnvironmentBadgeProps) => {
  const shown = environment ?? 'unspecified';
  return (
    <span className={styles.badge} data-environment={shown} title={`Environment: ${environmentNames[shown]}`}>
      {shown !== 'unspecified' && <span className={styles.shape} aria-hidden />}
      <span aria-hidden>{words[shown]}</span>
      <span className={styles.spoken}>{environmentNames[shown]}</span>
    </span>
  );
};
