import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { loadAppInfo, useAppInfo } from '../../app/app-info-store';
import { ErrorNotice } from '../../components/error-notice';
import { Page, PageHeader } from '../../components/page';
import { StatusDot } from '../../components/status-dot';
import styles from './about-page.module.css';
import { useConnectorTypes } from './connectors-store';

/** Settings › About: versions, where the data is, and whether the keychain can be used. */
export const AboutPage = () => {
  const info = useAppInfo((state) => state.info);
  const types = useConnectorTypes();
  useEffect(() => {
    void loadAppInfo();
  }, []);
  return (
    <Page layout="text" header={<PageHeader context="Settings" title="About" />}>
      {info && (
        <>
          <dl className={styles.facts}>
            <Fact name="Tickmark">{info.version}</Fact>
            <Fact name="Electron">{info.electronVersion}</Fact>
            <Fact name="Platform">{info.platform}</Fact>
            <Fact name="Data folder">
              <span className={styles.path}>{info.dataFolder}</span>
            </Fact>
            <Fact name="Keychain">
              <span className={styles.keychain}>
                <StatusDot state={info.keychain.available ? 'active' : 'failed'} />
                {info.keychain.available ? `available, as service “${info.keychainService}”` : 'not available'}
              </span>
            </Fact>
            <Fact name="Tool types">{types.map(({ label }) => label).join(', ')}</Fact>
          </dl>
          {info.keychain.error && (
            <ErrorNotice
              title="The system keychain can’t be used"
              error={info.keychain.error}
              kept="Secrets can be kept in memory for this session; nothing is ever stored unencrypted."
            />
          )}
          {!info.keychain.available && (
            <Button variant="default" mt="sm" onClick={() => void loadAppInfo()}>
              Check the keychain again
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
