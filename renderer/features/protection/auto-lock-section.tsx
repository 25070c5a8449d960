import { Button, Checkbox, Group, NumberInput, Stack } from '@mantine/core';
import { useId } from 'react';
import type { Preferences } from '../../../preload/contract';
import { savePreferences } from '../../app/preferences-store';
import { bridge } from '../../bridge';
import { valueOrNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import styles from './protection.module.css';

const t = textsOf('protection');

/** Settings › Preferences: when Tickmark locks itself. */
export const AutoLockSection = ({ lockAfterMinutes, lockWithScreen }: Preferences) => {
  const name = useId();
  const save = (changes: Partial<Preferences>) => void valueOrNotice(savePreferences(changes), t('autoLock.notSaved'));
  return (
    <section aria-labelledby={name}>
      <h2 id={name} className={styles.heading}>
        {t('autoLock.title')}
      </h2>
      <p className={styles.text}>{t('autoLock.running')}</p>
      <Stack gap="md">
        <NumberInput
          classNames={{ wrapper: styles.number }}
          label={t('autoLock.after')}
          description={t('autoLock.afterHelp')}
          min={0}
          max={480}
          allowDecimal={false}
          value={lockAfterMinutes}
          onChange={(minutes) => typeof minutes === 'number' && save({ lockAfterMinutes: minutes })}
        />
        <Checkbox
          label={t('autoLock.withScreen')}
          checked={lockWithScreen}
          onChange={(event) => save({ lockWithScreen: event.currentTarget.checked })}
        />
        <Group>
          <Button variant="default" onClick={() => void bridge.app.lock()}>
            {t('autoLock.now')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
};
