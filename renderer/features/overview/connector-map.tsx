import { EnvironmentBadge } from '../../components/environment-badge';
import { formatCount } from '../../components/format';
import { textsOf } from '../../texts';
import type { ConnectorUse } from './figures';
import styles from './overview-page.module.css';

const t = textsOf('overview');

interface ConnectorMapProps {
  uses: readonly ConnectorUse[];
  processes: readonly string[];
}

const mostNumbers = 12;

const numbersIn = (numbers: readonly string[]): string =>
  numbers.length <= mostNumbers ? numbers.join(', ') : `${numbers.slice(0, mostNumbers).join(', ')} …`;

/** Connectors against processes; each cell says how many questions meet there, and which. */
export const ConnectorMap = ({ uses, processes }: ConnectorMapProps) => {
  if (uses.length === 0) return <p className={styles.text}>{t('map.none')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to scroll with the keyboard too.
    <div role="group" className={styles.mapScroller} aria-label={t('map.title')} tabIndex={0}>
      <table className={styles.map}>
        <thead>
          <tr>
            <th scope="col">{t('map.connector')}</th>
            {processes.map((process) => (
              <th key={process} scope="col">
                {process || t('noProcess')}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t('map.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {uses.map((use) => (
            <MapRow key={use.connector.id} use={use} processes={processes} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const MapRow = ({ use, processes }: { use: ConnectorUse; processes: readonly string[] }) => (
  <tr data-unused={use.questions === 0 || undefined}>
    <th scope="row">
      <span className={styles.mapName}>{use.connector.connectorName}</span>{' '}
      {use.connector.environment !== 'unspecified' && <EnvironmentBadge environment={use.connector.environment} />}
      <span className={styles.mapType}>{use.connector.connectorType}</span>
    </th>
    {processes.map((process) => {
      const numbers = use.questionsOf.get(process) ?? [];
      return (
        <td key={process} data-filled={numbers.length > 0 || undefined} title={numbersIn(numbers)}>
          {numbers.length > 0 && (
            <>
              <span className={styles.mapCount}>{formatCount(numbers.length)}</span>
              <span className={styles.mapNumbers}>{numbersIn(numbers)}</span>
            </>
          )}
        </td>
      );
    })}
    <td className={styles.number}>{use.questions === 0 ? t('map.unused') : formatCount(use.questions)}</td>
  </tr>
);
