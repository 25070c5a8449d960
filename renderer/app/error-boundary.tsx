import { Component, type ReactNode } from 'react';
import { ErrorNotice } from '../components/error-notice';
import { textsOf } from '../texts';
import styles from './error-boundary.module.css';

const t = textsOf('app');

/** What fails while the window is drawn is said, instead of leaving the window empty; all that was saved is with main. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failure: unknown }> {
  override state = { failure: null };

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <main className={styles.page}>
        <h1 className={styles.title}>{t('broken.title')}</h1>
        <ErrorNotice
          title={t('broken.what')}
          error={{ code: 'INTERNAL', message: String(failure) }}
          kept={t('broken.kept')}
          onRetry={() => window.location.reload()}
        />
      </main>
    );
  }
}
