import { Button, Checkbox, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { Preferences, TickmarkError } from '../../../preload/contract';
import { chooseLanguage, chooseTheme } from '../../app/commands';
import { useUnsavedChanges } from '../../app/navigation';
import { savePreferences, usePreferences } from '../../app/preferences-store';
import { ErrorNotice } from '../../components/error-notice';
import { addNotice, valueOrNotice } from '../../components/notices-store';
import { Page, PageHeader } from '../../components/page';
import { languages, textsOf } from '../../texts';
import { fieldErrorsOf } from '../../texts/main-words';
import { AutoLockSection } from '../protection/auto-lock-section';
import { ProtectionSection } from '../protection/protection-section';
import styles from './preferences-page.module.css';
import { type LimitKey, limits, limitsAsText, readLimits } from './run-limits';

const t = textsOf('settings');

const themes = ['system', 'light', 'dark'] as const;

const languageChoices = ['system', ...languages] as const;

/** Settings › Preferences, what is changed most first: how the window looks, how runs behave, how the data is protected. */
export const PreferencesPage = () => {
  const preferences = usePreferences((state) => state.preferences);
  return (
    <Page layout="text" header={<PageHeader context={t('title')} title={t('preferences.title')} />}>
      {preferences && (
        <Stack gap="xl">
          <LanguageChoice language={preferences.language} />
          <ThemeChoice theme={preferences.theme} />
          <NotificationChoice notify={preferences.notifyOfRuns} />
          <LimitsForm key={limits.map(({ key }) => preferences[key]).join(' ')} preferences={preferences} />
          <AutoLockSection {...preferences} />
          <ProtectionSection />
        </Stack>
      )}
    </Page>
  );
};

const ThemeChoice = ({ theme }: { theme: Preferences['theme'] }) => {
  const name = useId();
  const choose = (chosen: string) => {
    const found = themes.find((value) => value === chosen);
    if (found) void chooseTheme(found);
  };
  const data = themes.map((value) => ({ value, label: t(`theme.${value}`) }));
  return (
    <section aria-labelledby={name}>
      <h2 id={name} className={styles.heading}>
        {t('theme.title')}
      </h2>
      <SegmentedControl aria-labelledby={name} data={data} value={theme} onChange={choose} />
    </section>
  );
};

const LanguageChoice = ({ language }: { language: Preferences['language'] }) => {
  const name = useId();
  const choose = (chosen: string) => {
    const found = languageChoices.find((choice) => choice === chosen);
    if (found) void chooseLanguage(found);
  };
  const data = languageChoices.map((value) => ({ value, label: t(`language.${value}`) }));
  return (
    <section aria-labelledby={name}>
      <h2 id={name} className={styles.heading}>
        {t('language.title')}
      </h2>
      <SegmentedControl aria-labelledby={name} data={data} value={language} onChange={choose} />
    </section>
  );
};

const NotificationChoice = ({ notify }: { notify: boolean }) => (
  <section>
    <h2 className={styles.heading}>{t('notify.title')}</h2>
    <Checkbox
      label={t('notify.label')}
      description={t('notify.help')}
      checked={notify}
      onChange={(event) =>
        void valueOrNotice(savePreferences({ notifyOfRuns: event.currentTarget.checked }), t('notify.notChanged'))
      }
    />
  </section>
);

const LimitsForm = ({ preferences }: { preferences: Preferences }) => {
  const [before] = useState(() => limitsAsText(preferences));
  const [texts, setTexts] = useState(before);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<TickmarkError | null>(null);
  const read = readLimits(texts);
  const fieldErrors = fieldErrorsOf(error);
  const unsaved = limits.some(({ key }) => texts[key] !== before[key]);
  useUnsavedChanges(unsaved, t('limits.unsavedWhat'));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!read.values) return;
    setBusy(true);
    const answer = await savePreferences(read.values);
    setBusy(false);
    if (answer.ok) addNotice({ tone: 'success', title: t('limits.saved'), message: t('limits.savedText') });
    else setError(answer.error);
  };
  const write = (key: LimitKey, text: string) => {
    setTexts({ ...texts, [key]: text });
    setError(null);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2 className={styles.heading}>{t('limits.title')}</h2>
      <p className={styles.text}>{t('limits.text')}</p>
      <Stack gap="md">
        {limits.map(({ key }) => (
          <TextInput
            key={key}
            className={styles.number}
            label={t(`limits.${key}.label`)}
            inputMode="numeric"
            rightSection={<span className={styles.unit}>{t(`limits.${key}.unit`)}</span>}
            rightSectionWidth="5rem"
            value={texts[key]}
            error={read.errors[key] ?? fieldErrors[key]}
            onChange={(event) => write(key, event.currentTarget.value)}
          />
        ))}
        {error && <ErrorNotice title={t('limits.notSaved')} error={error} kept={t('limits.kept')} />}
        <Group>
          <Button type="submit" loading={busy} disabled={!unsaved || !read.values}>
            {t('limits.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
