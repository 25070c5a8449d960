import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { loadAppInfo, useAppInfo } from '../../app/app-info-store';
import { ErrorNotice } from '../../components/error-notice';
import { Page, PageHeader } from '../../components/page';
import { StatusDot } from '../../components/status-dot';
import { textsOf } from '../../texts';
import styles from './about-page.module.css';
import { useConnectorTypes } from './connectors-store';

const t = textsOf('settings');

/** Settings › About: versions, where the data is, and whether the keychain can be used. */
export const AboutPage = () => {
  const info = useAppInfo((state) => state.info);
  const types = useConnectorTypes();
  useEffect(() => {
    void loadAppInfo();
  }, []);
  return (
    <Page layout="text" header={<PageHeader context={t('title')} title={t('about.title')} />}>
      {info && (
        <>
          <dl className={styles.facts}>
            <Fact name="Tickmark">{info.version}</Fact>
            <Fact name="Electron">{info.electronVersion}</Fact>
            <Fact name={t('about.platform')}>{info.platform}</Fact>
            <Fact name={t('about.dataFolder')}>
              <span className={styles.path}>{info.dataFolder}</span>
            </Fact>
            <Fact name={t('about.keychain')}>
              <span className={styles.keychain}>
                <StatusDot state={info.keychain.available ? 'active' : 'failed'} />
                {info.keychain.available
                  ? t('about.keychainAvailable', { service: info.keychainService })
                  : t('about.keychainMissing')}
              </span>
            </Fact>
            <Fact name={t('about.toolTypes')}>{types.map(({ label }) => label).join(', ')}</Fact>
          </dl>
          {info.keychain.error && (
            <ErrorNotice title={t('about.keychainFailed')} error={info.keychain.error} kept={t('about.keychainKept')} />
          )}
          {!info.keychain.available && (
            <Button variant="default" mt="sm" onClick={() => void loadAppInfo()}>
              {t('about.checkKeychain')}
            </Button>
          )}
        </>
      )}
    </Page>
  );
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
