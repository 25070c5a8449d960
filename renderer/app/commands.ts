import { useEffect } from 'react';
import { create } from 'zustand';
import type { AppCommand, Preferences } from '../../preload/contract';
import { bridge } from '../bridge';
import { showHelp } from '../components/help-store';
import { addNotice, valueOrNotice } from '../components/notices-store';
import { verifyChosenPack, verifyOpenedPack } from '../features/proof/verify-pack-store';
import { openDemo } from '../features/start/open-demo';
import { textsOf } from '../texts';
import { currentApplication } from './current-application';
import { mayLoseChanges, navigate, navigateBack, navigateForward, type Route, steps } from './navigation';
import { savePreferences } from './preferences-store';

const t = textsOf('app');

/** What floats above the page when it is asked for. */
export type Overlay = 'palette' | 'shortcuts' | 'tour';

export const useOverlay = create<{ overlay: Overlay | null }>(() => ({ overlay: null }));

export const showOverlay = (overlay: Overlay | null): void => useOverlay.setState({ overlay });

export const chooseTheme = async (theme: Preferences['theme']): Promise<void> => {
  await valueOrNotice(savePreferences({ theme }), t('themeNotChanged'));
};

/** A change of the language shows the whole window anew: like leaving the page, it would lose what is not saved. */
export const chooseLanguage = async (language: Preferences['language']): Promise<void> => {
  if (await mayLoseChanges()) await valueOrNotice(savePreferences({ language }), t('languageNotChanged'));
};

/** Goes to a page of the audit that one is in; without one, says so where the audits are. */
export const goWithinAudit = async (place: (applicationId: number) => Route): Promise<void> => {
  const application = currentApplication();
  if (application) return void (await navigate(place(application.id)));
  if (await navigate({ page: 'start' })) addNotice({ tone: 'information', title: t('chooseAudit') });
};

const go = (route: Route) => () => navigate(route);

const ofStep = (number: 1 | 2 | 3 | 4 | 5) => () =>
  goWithinAudit((applicationId) => ({ page: 'step', applicationId, step: steps[number - 1] ?? 'application' }));

const actions: Record<AppCommand, () => unknown> = {
  palette: () => showOverlay('palette'),
  'new-audit': go({ page: 'new-application' }),
  'open-demo': openDemo,
  back: navigateBack,
  forward: navigateForward,
  audits: go({ page: 'start' }),
  overview: () => goWithinAudit((applicationId) => ({ page: 'overview', applicationId })),
  'step-1': ofStep(1),
  'step-2': ofStep(2),
  'step-3': ofStep(3),
  'step-4': ofStep(4),
  'step-5': ofStep(5),
  connectors: go({ page: 'settings', section: 'connectors' }),
  'audit-log': go({ page: 'audit-log' }),
  'theme-system': () => chooseTheme('system'),
  'theme-light': () => chooseTheme('light'),
  'theme-dark': () => chooseTheme('dark'),
  shortcuts: () => showOverlay('shortcuts'),
  tour: () => showOverlay('tour'),
  help: () => showHelp(),
  'verify-pack': verifyChosenPack,
  'opened-pack': verifyOpenedPack,
  about: go({ page: 'settings', section: 'about' }),
};

/** Does what a menu, a shortcut or the palette asks for. */
export const runCommand = (command: AppCommand): void => void actions[command]();

/** The keys of commands, as `useHotkeys` writes them; the menus of main show the same. */
export const commandKeys: Partial<Record<AppCommand, string>> = {
  palette: 'mod+K',
  'new-audit': 'mod+N',
  connectors: 'mod+,',
  'step-1': 'mod+1',
  'step-2': 'mod+2',
  'step-3': 'mod+3',
  'step-4': 'mod+4',
  'step-5': 'mod+5',
  overview: 'mod+6',
  back: 'alt+ArrowLeft',
  forward: 'alt+ArrowRight',
  shortcuts: 'mod+/',
  help: 'F1',
};

/** Listens to the menus while the window is shown. A pack may have been opened before there was one. */
export const useMenuCommands = (): void => {
  useEffect(() => {
    void verifyOpenedPack();
    return bridge.app.onCommand(({ command }) => runCommand(command));
  }, []);
};
