import { Drawer } from '@mantine/core';
import { useUnsavedChanges } from '../../app/navigation';
import { useConfirmOpen } from '../../components/confirm-dialog';
import { useHelp } from '../../components/help-store';
import { textsOf } from '../../texts';
import { ConnectorForm } from './connector-form';
import styles from './connector-form.module.css';
import { requestCloseConnectorForm, useConnectorForm } from './connector-form-store';

const t = textsOf('settings');

/** The form of one connector, beside whichever page opened it. The window has exactly one. */
export const ConnectorFormDrawer = () => {
  const { open, purpose, opening, unsaved } = useConnectorForm();
  useUnsavedChanges(open && unsaved, t('form.unsavedWhat'));
  const asking = useConfirmOpen();
  const reading = useHelp((state) => state.opened);
  const title = purpose?.mode === 'edit' ? t('form.edit', { name: purpose.connector.connectorName }) : t('form.new');
  return (
    <Drawer
      opened={open}
      onClose={() => void requestCloseConnectorForm()}
      closeOnEscape={!asking && !reading}
      closeOnClickOutside={!asking}
      title={title}
      position="right"
      size="41rem"
      classNames={{ content: styles.drawer, header: styles.drawerHeader, body: styles.drawerBody }}
    >
      {purpose && <ConnectorForm key={opening} purpose={purpose} />}
    </Drawer>
  );
};
