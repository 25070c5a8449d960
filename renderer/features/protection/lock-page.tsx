import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Result, StoreStatus, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { FromMain } from '../../components/error-kind';
import { ErrorNotice } from '../../components/error-notice';
import { textsOf } from '../../texts';
import styles from './protection.module.css';

const t = textsOf('protection');

interface LockPageProps {
  status: StoreStatus;
  onStatus: (status: Result<StoreStatus>) => void;
}

type Way = 'keychain' | 'passphrase' | 'recovery';

/** Shown instead of everything else while Tickmark is locked, or while its key can't be had. */
export const LockPage = ({ status, onStatus }: LockPageProps) => {
  const usual: Way = status.encryption.passphrase ? 'passphrase' : 'keychain';
  const [way, setWay] = useState<Way>(usual);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<TickmarkError | null>(null);

  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await bridge.app.unlock(
      way === 'passphrase' ? { passphrase: text } : way === 'recovery' ? { recoveryCode: text } : {},
    );
    setBusy(false);
    if (answer.ok) return onStatus(answer);
    setError(answer.error);
    setText('');
  };
  const change = (chosen: Way) => {
    setWay(chosen);
    setText('');
    setError(null);
  };
  const field = {
    value: text,
    autoFocus: true,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
  };

  return (
    <main className={styles.page}>
      <form className={styles.column} onSubmit={(event) => void unlock(event)} noValidate>
        <IconLock size={36} stroke={1.5} className={styles.icon} aria-hidden />
        <h1 className={styles.title}>{t('lock.title')}</h1>
        <p className={styles.text}>
          <FromMain as="span">{status.message}</FromMain> {status.hint && <FromMain as="span">{status.hint}</FromMain>}
        </p>
        <Stack gap="md">
          {way === 'passphrase' && <PasswordInput label={t('lock.passphrase')} autoComplete="off" {...field} />}
          {way === 'recovery' && (
            <TextInput
              label={t('lock.recoveryCode')}
              description={t('lock.recoveryHelp')}
              autoComplete="off"
              spellCheck={false}
              classNames={{ input: styles.code ?? '' }}
              {...field}
            />
          )}
          {error && <ErrorNotice title={t('lock.failed')} error={error} />}
          <Group gap="sm">
            <Button type="submit" loading={busy} disabled={way !== 'keychain' && text === ''}>
              {t('lock.unlock')}
            </Button>
            {status.encryption.state !== 'off' && way !== 'recovery' && (
              <Button variant="subtle" onClick={() => change('recovery')}>
                {t('lock.useRecovery')}
              </Button>
            )}
            {way === 'recovery' && (
              <Button variant="subtle" onClick={() => change(usual)}>
                {t(usual === 'passphrase' ? 'lock.usePassphrase' : 'lock.useKeychain')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </main>
  );
};
