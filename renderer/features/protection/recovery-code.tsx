import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { DialogButtons } from '../../components/dialog-buttons';
import { textsOf } from '../../texts';
import styles from './protection.module.css';

const t = textsOf('protection');

/** Shows the code this once; it can't be closed by accident. */
export const RecoveryCode = ({ code, onClose }: { code: string; onClose: () => void }) => {
  const [written, setWritten] = useState(false);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('code.title')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <p className={styles.text}>{t('code.body')}</p>
      <p className={styles.shownCode}>{code}</p>
      <Checkbox
        label={t('code.written')}
        checked={written}
        onChange={(event) => setWritten(event.currentTarget.checked)}
        data-autofocus
        mb="lg"
      />
      <DialogButtons>
        <Button disabled={!written} onClick={onClose}>
          {t('code.close')}
        </Button>
      </DialogButtons>
    </Modal>
  );
};
