import { Button } from '@mantine/core';
import { useApplication } from '../../app/applications-store';
import { Banner } from '../../components/banner';
import { textsOf } from '../../texts';
import { openConnectorForm } from './connector-form-store';
import { useConnectorCount } from './connectors-store';

const t = textsOf('settings');

/** Says that nothing can run before the CI has a connector, and makes one in place. */
export const NoConnectorsBanner = ({ applicationId }: { applicationId: number }) => {
  const ciId = useApplication(applicationId)?.ciId;
  const connectors = useConnectorCount(ciId);
  if (ciId === undefined || connectors !== 0) return null;
  return (
    <Banner
      action={
        <Button size="compact-sm" onClick={() => openConnectorForm({ mode: 'create', ciId, applicationId })}>
          {t('list.new')}
        </Button>
      }
    >
      {t('list.needed', { ci: ciId })}
    </Banner>
  );
};
