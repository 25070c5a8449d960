import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TickmarkError } from '../../preload/contract';
import { textsOf } from '../texts';
import { ErrorKind, FromMain } from './error-kind';
import styles from './error-notice.module.css';
import { ErrorHelpLink } from './help-link';

const t = textsOf('components');

interface ErrorNoticeProps {
  /** What could not be done. */
  title: string;
  error: Pick<TickmarkError, 'code' | 'reason' | 'message' | 'hint'>;
  /** The window's own words for it, instead of main's. */
  message?: string;
  /** What is unchanged. */
  kept?: string;
  onRetry?: () => void;
  /** A button that leads to where it can be mended. */
  action?: ReactNode;
}

/** An error that belongs to one place of a page: a list that can't be read, a form that was refused. */
export const ErrorNotice = ({ title, error, message, kept, onRetry, action }: ErrorNoticeProps) => (
  <div className={styles.root} role="alert">
    <IconAlertCircle size={18} className={styles.icon} aria-hidden />
    <div className={styles.text}>
      <div className={styles.title}>{title}</div>
      {message === undefined && <ErrorKind code={error.code} message={error.message} />}
      {message === undefined ? <FromMain>{error.message}</FromMain> : <div>{message}</div>}
      {kept && <div className={styles.detail}>{kept}</div>}
      {error.hint && <FromMain className={styles.detail}>{error.hint}</FromMain>}
      <ErrorHelpLink code={error.code} reason={error.reason} />
      {action && <div className={styles.retry}>{action}</div>}
      {onRetry && (
        <div className={styles.retry}>
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        </div>
      )}
    </div>
  </div>
);
