import { Button, Group } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode, useState } from 'react';
import { copyText } from '../components/copy';
import { ErrorNotice } from '../components/error-notice';
import { textsOf } from '../texts';
import { useAppInfo } from './app-info-store';
import styles from './error-boundary.module.css';
import { type Route, useRoute } from './navigation';

const t = textsOf('app');

interface BoundaryProps {
  children: ReactNode;
  /** What is shown instead, once something below failed while it was drawn. */
  instead: (failure: Failure) => ReactNode;
  /** Another one is a new beginning. */
  route?: Route;
}

interface Failure {
  error: unknown;
  /** The components in which it happened. */
  place: string;
}

class Boundary extends Component<BoundaryProps, { failure: Failure | null }> {
  override state: { failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error, place: '' } };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo) {
    this.setState({ failure: { error, place: componentStack ?? '' } });
  }

  override componentDidUpdate({ route }: BoundaryProps) {
    if (route !== this.props.route && this.state.failure) this.setState({ failure: null });
  }

  override render() {
    const { failure } = this.state;
    return failure ? this.props.instead(failure) : this.props.children;
  }
}

/** A page that fails while it is drawn says so in its own place: the rail stays, and every other page can be opened. */
export const PageBoundary = ({ children }: { children: ReactNode }) => (
  <Boundary
    route={useRoute()}
    instead={(failure) => <Broken title={t('broken.page')} hint={t('broken.pageHint')} failure={failure} />}
  >
    {children}
  </Boundary>
);

/** The last resort: what fails outside the pages is said, instead of leaving the window empty. */
export const WindowBoundary = ({ children }: { children: ReactNode }) => (
  <Boundary
    instead={(failure) => (
      <main>
        <Broken title={t('broken.window')} hint={t('broken.windowHint')} failure={failure} />
      </main>
    )}
  >
    {children}
  </Boundary>
);

interface BrokenProps {
  title: string;
  /** What to do. */
  hint: string;
  failure: Failure;
}

/** All that was saved is with main, which a failure of the page does not touch. */
const Broken = ({ title, hint, failure }: BrokenProps) => {
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <ErrorNotice
        title={t('broken.what')}
        error={{ code: 'INTERNAL', message: String(failure.error) }}
        kept={`${t('broken.kept')} ${hint}`}
      />
      <Group mt="md" gap="sm">
        <Button onClick={() => window.location.reload()}>{t('broken.loadAnew')}</Button>
        <Button variant="default" onClick={() => setCopied(copyText(detailsOf(failure)))}>
          {t(copied ? 'broken.copied' : 'broken.copy')}
        </Button>
      </Group>
    </div>
  );
};

const detailsOf = ({ error, place }: Failure): string => {
  const { info } = useAppInfo.getState();
  const program = info ? `Tickmark ${info.version}, Electron ${info.electronVersion}, ${info.platform}` : 'Tickmark';
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${program}\n${trace}\n${place.trim()}`;
};
