import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import type { Result, StoreStatus, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { ErrorNotice } from '../../components/error-notice';
import { addNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { fieldErrorsOf } from '../../texts/main-words';
import styles from './protection.module.css';
import { RecoveryCode } from './recovery-code';

const t = textsOf('protection');

/** Settings › Preferences: encryption at rest, its passphrase and its recovery code. */
export const ProtectionSection = () => {
  const name = useId();
  const [status, setStatus] = useState<StoreStatus | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<TickmarkError | null>(null);

  const look = async () => {
    const answer = await bridge.app.storeStatus();
    if (answer.ok) setStatus(answer.value);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => void look(), []);

  /** Runs a change and shows what it left; answers its value where it went well. */
  const change = async <Value,>(call: Promise<Result<Value>>): Promise<Value | undefined> => {
    setBusy(true);
    setError(null);
    const answer = await call;
    await look();
    setBusy(false);
    if (!answer.ok) return void setError(answer.error);
    setPassphrase('');
    return answer.value;
  };

  const encrypt = async () => {
    const made = await change(bridge.app.encrypt(passphrase === '' ? {} : { passphrase }));
    if (made) setCode(made.recoveryCode);
  };
  const renew = async () => {
    const made = await change(bridge.app.renewRecoveryCode());
    if (made) setCode(made.recoveryCode);
  };
  const decrypt = async () => {
    const sure = await confirm({
      title: t('settings.decryptTitle'),
      body: t('settings.decryptBody'),
      confirmLabel: t('settings.decrypt'),
    });
    if (sure && (await change(bridge.app.decrypt()))) addNotice({ tone: 'success', title: t('settings.decrypted') });
  };
  const savePassphrase = async (chosen: string | null) => {
    if (!(await change(bridge.app.setPassphrase({ passphrase: chosen })))) return;
    addNotice({
      tone: 'success',
      title: t(chosen === null ? 'settings.passphraseRemoved' : 'settings.passphraseSet'),
    });
  };

  if (!status) return null;
  const { state, passphrase: hasPassphrase } = status.encryption;
  return (
    <section aria-labelledby={name}>
      <h2 id={name} className={styles.heading}>
        {t('settings.title')}
      </h2>
      <p className={styles.text}>{t(state === 'turning-off' ? 'settings.turningOff' : `settings.${state}`)}</p>
      <Stack gap="md">
        <PasswordInput
          className={styles.field ?? ''}
          label={t(state === 'off' ? 'settings.passphrase' : 'settings.newPassphrase')}
          description={t('settings.passphraseHelp')}
          autoComplete="new-password"
          value={passphrase}
          error={fieldErrorsOf(error).passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {error && <ErrorNotice title={t('settings.failed')} error={error} />}
        {state === 'off' ? (
          <Group gap="sm">
            <Button variant="default" loading={busy} onClick={() => void encrypt()}>
              {t('settings.encrypt')}
            </Button>
          </Group>
        ) : (
          <Group gap="sm">
            <Button
              variant="default"
              disabled={busy || passphrase === ''}
              onClick={() => void savePassphrase(passphrase)}
            >
              {t('settings.changePassphrase')}
            </Button>
            {hasPassphrase && (
              <Button variant="default" disabled={busy} onClick={() => void savePassphrase(null)}>
                {t('settings.removePassphrase')}
              </Button>
            )}
            <Button variant="default" disabled={busy} onClick={() => void renew()}>
              {t('settings.renew')}
            </Button>
            <Button variant="default" loading={busy} onClick={() => void decrypt()}>
              {t('settings.decrypt')}
            </Button>
          </Group>
        )}
      </Stack>
      {code !== null && <RecoveryCode code={code} onClose={() => setCode(null)} />}
    </section>
  );
};
