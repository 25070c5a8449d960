import { Button } from '@mantine/core';
import { navigate } from '../../app/navigation';
import { Banner } from '../../components/banner';
import { textsOf } from '../../texts';
import { useNames } from './names-store';

const t = textsOf('legacy');

/** Above a list of connectors or questions, until each made-up name was renamed or kept. */
export const NamesBanner = () => {
  const count = useNames((state) => state.suggestions.length);
  if (count === 0) return null;
  return (
    <Banner
      action={
        <Button size="compact-sm" variant="default" onClick={() => void navigate({ page: 'names' })}>
          {t('names.look')}
        </Button>
      }
    >
      {t('names.banner', { count })}
    </Banner>
  );
};
