import { Button } from '@mantine/core';
import { navigate } from '../../app/navigation';
import { textsOf } from '../../texts';
import styles from './legacy.module.css';
import { useNames } from './names-store';

const t = textsOf('legacy');

/** Above a list of connectors or questions, until each made-up name was renamed or kept. */
export const NamesBanner = () => {
  const count = useNames((state) => state.suggestions.length);
  if (count === 0) return null;
  return (
    <div className={styles.banner} role="status">
      <span>{t('names.banner', { count })}</span>
      <Button size="compact-sm" variant="default" onClick={() => void navigate({ page: 'names' })}>
        {t('names.look')}
      </Button>
    </div>
  );
};
